package gofood.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The four people of an order, each before their own screen, in a real browser before the real
/// whole.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class FourScreensTest {
    private static final Pattern PAY = Pattern.compile("^Pay ");
    private static final Pattern ORDER_PAGE = Pattern.compile(".*/o/(\\d+)");

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private Launcher launcher;
    private Town town;
    private Page customer;
    private Page kitchen;
    private Page courier;
    private Page operator;
    private long delivered;

    @BeforeAll
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void start(@TempDir Path folder) throws Exception {
        chromium = Chromium.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        launcher = new Launcher(Main.services(), Main.class, new SimulatedCity(), said::add);
        Map<String, URI> urls = launcher.up(DataFolder.open(folder), Scratch.options(true));
        var gateway = urls.get("gateway");
        town = Town.settle(gateway, Settings.DEMO_PASSWORD);
        var position = town.place().kitchen();
        customer = chromium.page(gateway, Chromium.phone());
        kitchen = chromium.page(gateway, Chromium.desk());
        courier = chromium.page(gateway, riding(position.lat(), position.lon()));
        operator = chromium.page(gateway, Chromium.desk().setColorScheme(ColorScheme.DARK));
    }

    private static NewContextOptions riding(double lat, double lon) {
        return Chromium.phone()
                .setGeolocation(new Geolocation(lat, lon))
                .setPermissions(List.of("geolocation"));
    }

    @AfterAll
    void stop() {
        if (launcher != null) launcher.close();
        if (chromium != null) chromium.close();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private void signIn(Page page, String path, String email, String password) {
        page.navigate(path);
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.locator("button[type=submit]").click();
    }

    /// As somebody who has never been here: an address, a kitchen, a dish, a name, and paid.
    private long orders(Page page, String who) {
        page.navigate("/");
        page.locator("input[role=combobox]").fill("31 rue basse");
        page.locator("li[role=option]").first().click();
        page.getByRole(AriaRole.SEARCHBOX).fill("Chez Edgar");
        page.locator("a[href='/r/%d']".formatted(town.restaurantId())).click();
        page.locator(".dish-row").first().click();
        button(page, Pattern.compile("^Add ·")).click();
        page.locator(".cart-bar a[href='/checkout']").click();
        page.getByLabel("Your name").fill(who);
        button(page, PAY).click();
        page.waitForURL(ORDER_PAGE);
        var found = ORDER_PAGE.matcher(page.url());
        assertThat(found.matches()).as(page.url()).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    @Order(1)
    void a_customer_orders_the_kitchen_cooks_the_courier_rides_and_the_operator_watches() {
        signIn(operator, "/operator", Settings.OPERATOR, Settings.DEMO_PASSWORD);
        signIn(kitchen, "/kitchen", town.email("karl"), Town.PASSWORD);
        signIn(courier, "/courier", town.email("max"), Town.PASSWORD);

        delivered = orders(customer, "Eve");
        var order = Long.toString(delivered);
        assertThat(operator.locator("a[href='/operator/order-%s']".formatted(order))).isVisible();

        var card = kitchen.getByLabel("Order " + order);
        card.getByText(Pattern.compile("^Accept")).click();
        assertThat(heading(customer, "Chez Edgar said yes.")).isVisible();
        card.getByText("Start cooking").click();
        assertThat(heading(customer, "Chez Edgar is cooking.")).isVisible();
        card.getByText("Ready", new Locator.GetByTextOptions().setExact(true)).last().click();

        button(courier, Pattern.compile("^Take the ride")).click();
        button(courier, "I’m at the restaurant").click();
        button(courier, "I have the food").click();
        assertThat(heading(customer, "on the way")).isVisible();
        button(courier, "I’m at the door").click();
        var pin = customer.locator(".pin-code .display").textContent();
        courier.getByLabel("The customer’s PIN").fill(pin);
        button(courier, "Hand over").click();

        assertThat(heading(customer, "Enjoy your meal.")).isVisible();
        customer.getByText("4 stars").first().click(new Locator.ClickOptions().setForce(true));
        button(customer, "Send").click();
        assertThat(customer.getByText("You gave")).isVisible();
        assertThat(heading(courier, "Waiting for your next ride.")).isVisible();
        operator.navigate("/operator/order-" + order);
        assertThat(operator.locator(".story")).containsText("Delivered");
        assertThat(chromium.faults()).isEmpty();
    }

    @Test
    @Order(2)
    void a_network_cut_while_paying_makes_one_order_of_it() {
        var page = chromium.page(town.gateway(), Chromium.phone());
        var sent = new ArrayList<String>();
        // the first order arrives, and its answer doesn't come back
        page.route(
                "**/orders",
                route -> {
                    if (!route.request().method().equals("POST")) {
                        route.resume();
                        return;
                    }
                    sent.add(route.request().headerValue("idempotency-key"));
                    if (sent.size() == 1) {
                        route.fetch();
                        page.context().setOffline(true);
                        route.abort();
                    } else route.resume();
                });
        page.navigate("/");
        page.locator("input[role=combobox]").fill("31 rue basse");
        page.locator("li[role=option]").first().click();
        page.navigate("/r/" + town.restaurantId());
        page.locator(".dish-row").first().click();
        button(page, Pattern.compile("^Add ·")).click();
        page.navigate("/checkout");
        page.getByLabel("Your name").fill("Paul");
        button(page, PAY).click();
        assertThat(page.getByText("We lost the connection while ordering.")).isVisible();
        page.context().setOffline(false);
        if (!page.url().contains("/o/")) {
            var again = button(page, "Ask again").first();
            if (again.isVisible() && again.isEnabled()) again.click();
        }
        page.waitForURL(ORDER_PAGE);
        assertThat(sent).hasSizeGreaterThan(1).doesNotContainNull();
        assertThat(sent.stream().distinct()).hasSize(1);
        page.navigate("/my/orders");
        assertThat(page.locator("main a[href^='/o/']")).hasCount(1);
        page.context().close();
    }

    @Test
    @Order(3)
    void no_page_keeps_anybody_out_in_light_or_dark() {
        var wrong = new ArrayList<String>();
        var restaurant = town.restaurantId();
        var account = chromium.page(town.gateway(), Chromium.phone());
        signIn(account, "/sign-in", "customer@gofood.test", Settings.DEMO_PASSWORD);
        assertThat(account.locator("input[role=combobox]")).isVisible();
        look(wrong, account, "/", "/r/" + restaurant, "/my/account", "/my/orders");
        look(wrong, customer, "/o/" + delivered, "/my/receipt-" + delivered, "/my/orders");
        look(wrong, customer, "/sign-in", "/sign-in?new", "/nowhere", "/track/nothing");
        look(wrong, kitchen, "/kitchen", "/kitchen/menu", "/kitchen/hours");
        look(wrong, kitchen, "/kitchen/money", "/kitchen/tills");
        look(wrong, courier, "/courier", "/courier/earnings");
        look(wrong, operator, "/operator", "/operator/order-" + delivered);
        look(wrong, operator, "/operator/problems", "/operator/promotions", "/operator/zones");
        look(wrong, operator, "/operator/money", "/operator/people", "/operator/health");
        look(wrong, operator, "/operator/figures", "/operator/alerts", "/operator/audit");
        look(wrong, operator, "/operator/kitchens", "/operator/simulator");
        assertThat(wrong).isEmpty();
        assertThat(chromium.faults()).isEmpty();
    }

    /// What axe finds serious on these pages, and whether one must scroll sideways on the smallest
    /// phone.
    private static void look(List<String> wrong, Page page, String... paths) {
        for (var path : paths) {
            page.navigate(path);
            if (!isThere(page)) {
                wrong.add(path + " shows nothing");
                continue;
            }
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (var rule : new AxeBuilder(page).analyze().getViolations())
                    if (List.of("serious", "critical").contains(rule.getImpact()))
                        wrong.add(
                                "%s %s %s: %s"
                                        .formatted(path, scheme, rule.getId(), rule.getNodes()));
            }
            var usual = page.viewportSize();
            page.setViewportSize(320, 640);
            if (staysWide(page)) wrong.add(path + " is wider than 320 px");
            page.setViewportSize(usual.width, usual.height);
        }
    }

    private static boolean isThere(Page page) {
        try {
            page.locator("main h1")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(ATTACHED));
            var busy = new Locator.WaitForOptions().setState(DETACHED);
            page.locator("[aria-busy=true]").first().waitFor(busy);
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /// A chart takes a moment to follow.
    private static boolean staysWide(Page page) {
        for (int look = 0; look < 20; look++) {
            var wide = page.evaluate("document.documentElement.scrollWidth > innerWidth");
            if (wide.equals(false)) return false;
            page.waitForTimeout(100);
        }
        return true;
    }
}
