package gofood.app;

import gofood.city.CityService;
import gofood.delivery.DeliveryService;
import gofood.gateway.GatewayService;
import gofood.notification.NotificationService;
import gofood.order.OrderService;
import gofood.payment.PaymentService;
import gofood.platform.log.Console;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.restaurant.RestaurantService;
import gofood.user.UserService;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line.
@Command(
        name = "gofood",
        subcommands = Simulate.class,
        description = "A food-delivery platform for a real city.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main {
    /// How long the services have to finish what they are doing.
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final List<Service> services;
    private final Class<?> main;
    private final Demo demo;
    private @Nullable Path log;
    private volatile boolean failed;
    private volatile boolean stopping;

    Main(List<Service> services, Class<?> main, Demo demo) {
        this.services = services;
        this.main = main;
        this.demo = demo;
    }

    public static void main(String[] args) {
        System.exit(new Main(services(), Main.class, new SimulatedCity()).run(args));
    }

    /// Every service there is; the gateway is last.
    static List<Service> services() {
        return List.of(
                new UserService(),
                new RestaurantService(),
                new OrderService(),
                new PaymentService(),
                new DeliveryService(),
                new NotificationService(),
                new CityService(),
                new GatewayService());
    }

    int run(String... args) {
        return new CommandLine(this)
                .setExecutionExceptionHandler((e, _, _) -> explain(e))
                .execute(args);
    }

    /// The options of `up` and `split`.
    static final class Place {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "where everything is kept (default: ~/.gofood)")
        Path data = Path.of(System.getProperty("user.home"), ".gofood");

        @Option(
                names = "--port",
                paramLabel = "N",
                description = "the gateway's port (default: 8000); the services follow it")
        int port = 8000;

        @Option(
                names = "--host",
                paramLabel = "ADDR",
                description = "the address to listen on (default: 127.0.0.1)")
        String host = "127.0.0.1";

        @Option(
                names = "--city",
                paramLabel = "FILE",
                description = "an OpenStreetMap extract, .osm.pbf (default: Monaco)")
        @Nullable Path city;

        @Option(names = "--empty", description = "no demo city, nobody simulated")
        boolean empty;

        @Option(names = "--no-simulator", description = "the demo city, and nobody simulated")
        boolean noSimulator;

        @Option(
                names = "--faults",
                description = "operators may make faults on purpose: delays, errors, lost answers")
        boolean faults;

        @Option(
                names = "--observe",
                description = "a Prometheus watches it, if one is installed here")
        boolean observe;

        @Mixin Crowd crowd = new Crowd();

        Options options(Path binaries, int replicas) {
            var alive = !empty && !noSimulator;
            return new Options(
                    binaries,
                    host,
                    port,
                    Optional.ofNullable(city),
                    !empty,
                    alive ? Optional.of(crowd.checked()) : Optional.empty(),
                    replicas,
                    faults,
                    System.getenv());
        }
    }

    @Command(
            name = "up",
            description = "Starts everything in one process.",
            mixinStandardHelpOptions = true)
    int up(@Mixin Place place) {
        return start(place, 1, Launcher::up);
    }

    @Command(
            name = "split",
            description = "Starts everything, one process per service.",
            mixinStandardHelpOptions = true)
    int split(
            @Mixin Place place,
            @Option(
                            names = "--replicas",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "processes of each service, 1 to 3 (default: 1)")
                    int replicas) {
        if (replicas < 1 || replicas > 3)
            throw new CannotStart("--replicas can be 1 to 3, not %d.".formatted(replicas));
        return start(place, replicas, Launcher::split);
    }

    private interface Way {
        Map<String, URI> start(Launcher launcher, DataFolder data, Options options);
    }

    private int start(Place place, int replicas, Way way) {
        var data = DataFolder.open(place.data);
        log = data.log("gofood");
        Logs.toFile(log);
        var binaries = data.root().resolve("postgres-binaries");
        var options = place.options(binaries, replicas);
        if (place.city != null) Logs.tellOfTheCity(Main::say);
        var launcher = new Launcher(services, main, demo, Main::say);
        stopAtTheEnd(launcher);
        var urls = way.start(launcher, data, options);
        var watched =
                place.observe ? observe(launcher, data, urls, place.port) : Optional.<URI>empty();
        System.out.print(new Welcome(urls, data, options.demo(), watched).text());
        say("ready in %.1f s".formatted(sinceStart().toMillis() / 1000.0));
        return untilKilled();
    }

    /// Who cannot be watched runs all the same.
    private static Optional<URI> observe(
            Launcher launcher, DataFolder data, Map<String, URI> urls, int gateway) {
        if (!Prometheus.isInstalled(System.getenv().getOrDefault("PATH", ""))) {
            say("nobody observes: Prometheus is not installed (Debian and Ubuntu: apt-get install");
            say("  prometheus; macOS: brew install prometheus)");
            return Optional.empty();
        }
        try {
            var port = Ports.firstFree(gateway + Prometheus.OFFSET);
            return Optional.of(launcher.keep(Prometheus.start(data, urls, port)).url());
        } catch (CannotStart e) {
            say("nobody observes: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Command(
            name = "run",
            description = "Runs one service with the settings of the environment.",
            mixinStandardHelpOptions = true)
    int run(@Parameters(paramLabel = "SERVICE") String name) {
        Console.open(new Env(System.getenv()));
        var service =
                services.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new CannotStart(noSuchService(name)));
        var env = new Env(System.getenv());
        if (env.find(Processes.TIED).isPresent()) Thread.ofVirtual().start(Main::endWithLauncher);
        var running = service.start(env);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        return untilKilled();
    }

    /// Starts and stops everything for the sake of the JVM's cache, see the script. Not more: the
    /// cache also keeps which methods were hot, and code compiled by what a short life in here
    /// looked like stays a third slower under real load.
    @Command(name = "train", hidden = true)
    int train(@Mixin Place place) {
        var data = DataFolder.open(place.data);
        var binaries = data.root().resolve("postgres-binaries");
        place.port = Ports.freeForAll();
        place.empty = true;
        var options = place.options(binaries, 1);
        try (var launcher = new Launcher(services, main, demo, Main::say)) {
            launcher.up(data, options);
        }
        return 0;
    }

    private String noSuchService(String name) {
        var names = services.stream().map(Service::name).collect(Collectors.joining(", "));
        return "There is no service %s; there are %s.".formatted(name, names);
    }

    // The launcher holds the other end of our input: it ends when the launcher does, however that
    // came.
    private static void endWithLauncher() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException e) {
            // the same as its end
        }
        System.exit(0);
    }

    private void stopAtTheEnd(Running launcher) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launcher)));
    }

    private void stop(Running launcher) {
        stopping = true;
        if (!failed) say("stopping");
        var closing = Thread.ofVirtual().start(launcher::close);
        try {
            var inTime = closing.join(FAREWELL);
            if (!inTime) say("not everything ended within %d s".formatted(FAREWELL.toSeconds()));
            else if (!failed) say("stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int untilKilled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    // A foreseeable reason is told in its own words, and where there is a log it has the whole
    // story.
    private int explain(Exception e) {
        if (stopping) return 1; // told to stop while it started: that is no failure
        failed = true;
        var foreseen = e instanceof CannotStart || isAboutSetting(e);
        System.err.println("gofood: " + (foreseen ? e.getMessage() : "cannot start: " + e));
        if (log != null || !foreseen)
            Logger.getLogger(Main.class.getName()).log(Level.SEVERE, "goFOOD cannot start", e);
        if (log != null) System.err.println("Details are in " + log);
        return 1;
    }

    // what Env says of a value that is missing or wrong
    private static boolean isAboutSetting(Exception e) {
        return e instanceof IllegalStateException
                && String.valueOf(e.getMessage()).startsWith("The setting ");
    }

    private static Duration sinceStart() {
        var begun = ManagementFactory.getRuntimeMXBean().getStartTime();
        return Duration.ofMillis(System.currentTimeMillis() - begun);
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /// The version that Maven wrote into the jar.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            var properties = new Properties();
            try (var file =
                    Main.class.getResourceAsStream("/META-INF/maven/gofood/app/pom.properties")) {
                if (file != null) properties.load(file);
            }
            return new String[] {"goFOOD " + properties.getProperty("version", "(not built)")};
        }
    }
}
