package gofood.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of this machine, driven by the Node that builds the screens. Neither is downloaded:
/// where one is missing, the tests that need it are skipped and say so.
final class Chromium implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> faults = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium open() {
        var program = find("GOFOOD_CHROMIUM", "chromium", "chromium-browser", "google-chrome");
        var node = find("GOFOOD_NODE", "node");
        assumeTrue(
                program.isPresent(),
                "Skipped: there is no browser. Install Chromium, or name one in GOFOOD_CHROMIUM.");
        assumeTrue(node.isPresent(), "Skipped: there is no Node.js. Install it, 20.19 or newer.");
        var playwright =
                Playwright.create(
                        new CreateOptions()
                                .setEnv(
                                        Map.of(
                                                "PLAYWRIGHT_NODEJS_PATH",
                                                node.get().toString(),
                                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                                "1")));
        var launch =
                new LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
        return new Chromium(playwright, playwright.chromium().launch(launch));
    }

    private static Optional<Path> find(String variable, String... names) {
        var named = Optional.ofNullable(System.getenv(variable)).map(Path::of);
        if (named.isPresent()) return named;
        var folders = System.getenv("PATH").split(File.pathSeparator, -1);
        return Stream.of(names)
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A phone in somebody's hand.
    static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(375, 812).setHasTouch(true);
    }

    /// A screen on somebody's desk.
    static NewContextOptions desk() {
        return new NewContextOptions().setViewportSize(1440, 900);
    }

    /// Somebody of their own, who has never been here before.
    Page page(URI gateway, NewContextOptions how) {
        if (how.locale == null) how.setLocale("en-GB");
        // a colour that is still on its way is neither of the two
        how.setBaseURL(gateway.toString()).setReducedMotion(ReducedMotion.REDUCE);
        var context = browser.newContext(how);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        var page = context.newPage();
        page.onPageError(fault -> faults.add(page.url() + ": " + fault));
        return page;
    }

    /// What went wrong in the pages' own code.
    List<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
