package gofood.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import gofood.contracts.Address;
import gofood.contracts.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Another city, with another map, money and time, met by somebody who reads French in Paris.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 200, unit = TimeUnit.SECONDS)
final class SecondCityTest {
    private static final String TOWN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <osm version="0.6">
              <node id="1" lat="35.0100" lon="135.7500"/>
              <node id="2" lat="35.0100" lon="135.7560"/>
              <node id="3" lat="35.0060" lon="135.7560"/>
              <node id="4" lat="35.0060" lon="135.7500"/>
              <node id="5" lat="35.0101" lon="135.7520">
                <tag k="addr:housenumber" v="3"/><tag k="addr:street" v="Oike Street"/>
              </node>
              <node id="6" lat="35.0061" lon="135.7540">
                <tag k="addr:housenumber" v="12"/><tag k="addr:street" v="Sanjo Street"/>
              </node>
              <way id="10"><nd ref="1"/><nd ref="2"/>
                <tag k="highway" v="residential"/><tag k="name" v="Oike Street"/></way>
              <way id="11"><nd ref="2"/><nd ref="3"/><nd ref="4"/>
                <tag k="highway" v="residential"/><tag k="name" v="Sanjo Street"/></way>
              <way id="12"><nd ref="4"/><nd ref="1"/>
                <tag k="highway" v="residential"/><tag k="name" v="Teramachi Street"/></way>
            </osm>
            """;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private Launcher launcher;
    private Town town;

    @BeforeAll
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void start(@TempDir Path folder) throws Exception {
        chromium = Chromium.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        launcher = new Launcher(Main.services(), Main.class, new SimulatedCity(), said::add);
        var map = Files.writeString(folder.resolve("kyoto.osm"), TOWN);
        var environment = new HashMap<>(System.getenv());
        environment.putAll(Map.of("CURRENCY", "JPY", "TIME_ZONE", "Asia/Tokyo"));
        var usual = Scratch.options(false);
        var options =
                new Options(
                        usual.binaries(),
                        usual.host(),
                        usual.port(),
                        Optional.of(map),
                        false,
                        Optional.empty(),
                        1,
                        false,
                        environment);
        var data = DataFolder.open(folder.resolve("data"));
        Map<String, URI> urls = launcher.up(data, options);
        var place =
                new Town.Place(
                        new Address(35.0101, 135.7520, "3 Oike Street"),
                        new Address(35.0061, 135.7540, "12 Sanjo Street"),
                        Money.of(new BigDecimal(1400)),
                        Money.of(new BigDecimal(500)));
        town = Town.settle(urls.get("gateway"), data.secrets().typed("operator"), place);
    }

    @AfterAll
    void stop() {
        if (launcher != null) launcher.close();
        if (chromium != null) chromium.close();
    }

    @Test
    void an_order_is_told_in_yen_in_french_and_by_the_town_s_own_clock() {
        var page =
                chromium.page(
                        town.gateway(),
                        Chromium.phone().setLocale("fr-FR").setTimezoneId("Europe/Paris"));
        page.navigate("/");
        page.locator("input[role=combobox]").fill("12 sanjo");
        page.locator("li[role=option]").first().click();
        page.locator("a[href='/r/%d']".formatted(town.restaurantId())).click();
        var dish = page.locator(".dish-row").first();
        // a French space, no decimals
        assertThat(dish).containsText(Pattern.compile("1\\s400\\s(¥|JPY)"));
        dish.click();
        page.locator("dialog .button.main").click();
        page.navigate("/checkout");
        page.getByLabel("Votre nom").fill("Aiko");
        var pay = page.locator(".pay-bar button[type=submit]");
        assertThat(pay).containsText(Pattern.compile("\\d\\s\\d{3}\\s(¥|JPY)"));
        pay.click();
        page.waitForURL(Pattern.compile(".*/o/\\d+"));
        var hour = ZonedDateTime.now(ZoneId.of("Asia/Tokyo"));
        var hours = "(%02d|%02d)".formatted(hour.getHour(), hour.plusHours(1).getHour());
        assertThat(page.locator("main"))
                .containsText(
                        Pattern.compile(hours + "[:h]\\d\\d"),
                        new com.microsoft.playwright.assertions.LocatorAssertions
                                .ContainsTextOptions());
        assertThat(chromium.faults()).isEmpty();
    }
}
