package gofood.app;

import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;

/// Starts the whole: PostgreSQL, the services, the gateway, the demo city. Closing it stops the
/// gateway first, so that no new request comes in, then the services, and PostgreSQL last.
public final class Launcher implements Running {
    private static final Logger LOG = Logger.getLogger("gofood.simulator");

    /// A first start reads the map and orders its streets.
    private static final Duration DEMO_CITY = Duration.ofSeconds(150);

    private static final Duration LARGE_CITY = Duration.ofHours(2);

    private final List<Service> services;
    private final Class<?> main;
    private final Demo demo;
    private final Consumer<String> say;
    private final Deque<Running> started = new ArrayDeque<>();
    private final ReentrantLock starting = new ReentrantLock();
    private volatile boolean stopping;

    /// @param services the gateway is the last of them
    /// @param main the class whose `run <service>` starts one of these services
    /// @param say tells the one who starts goFOOD what is going on
    public Launcher(List<Service> services, Class<?> main, Demo demo, Consumer<String> say) {
        this.services = services;
        this.main = main;
        this.demo = demo;
        this.say = say;
    }

    /// All services in this process. Returns when every one answers, and says where each is. What
    /// goes wrong in a foreseeable way is a [CannotStart]; whatever was started by then stops with
    /// the launcher, and so does the data folder.
    public Map<String, URI> up(DataFolder data, Options options) {
        return start(data, options, Service::start);
    }

    /// The same, with a process for each service.
    public Map<String, URI> split(DataFolder data, Options options) {
        return start(data, options, new Processes(main, data::log, say));
    }

    private Map<String, URI> start(DataFolder data, Options options, Housing housing) {
        starting.lock();
        try {
            keep(data);
            var names = services.stream().map(Service::name).toList();
            var settings = Settings.of(data, options, names);
            settings.mustBeFree(names, patience(data));

            var postgres = startPostgres(data, options, names);
            say.accept("starting the services");
            var rest = services.subList(0, services.size() - 1);
            startAll(rest, housing, settings, postgres);
            startAll(List.of(services.getLast()), housing, settings, postgres);
            var urls = new LinkedHashMap<String, URI>();
            for (var name : names) urls.put(name, settings.url(name));
            awaitAll(urls, settings.extract().isPresent() ? LARGE_CITY : DEMO_CITY);
            data.keepTo(settings.extract());
            if (options.demo()) loadDemo(data, settings);
            if (options.demo()) options.crowd().ifPresent(crowd -> live(crowd, settings));
            mayGoOn();
            return urls;
        } finally {
            starting.unlock();
        }
    }

    // After a `kill -9` of the launcher its processes need a moment to notice and to let go.
    private static Duration patience(DataFolder data) {
        return Duration.ofSeconds(LeftBehind.processIn(data.cluster()).isPresent() ? 10 : 0);
    }

    private Postgres startPostgres(DataFolder data, Options options, List<String> names) {
        say.accept(
                Files.exists(data.cluster())
                        ? "starting PostgreSQL"
                        : "unpacking and starting PostgreSQL");
        var port = options.port() + Ports.POSTGRES_OFFSET;
        var postgres = keep(Postgres.start(data, options.binaries(), port));
        Databases.create(postgres, names, data.secrets());
        return postgres;
    }

    private void startAll(
            List<Service> some, Housing housing, Settings settings, Postgres postgres) {
        var starts =
                some.stream()
                        .<Supplier<Running>>map(
                                service -> () -> startOne(service, housing, settings, postgres))
                        .toList();
        keep(new Together()).startAll(starts);
    }

    private static Running startOne(
            Service service, Housing housing, Settings settings, Postgres postgres) {
        try {
            return housing.start(service, settings.of(service.name(), postgres));
        } catch (RuntimeException e) {
            throw new CannotStart(
                    "The %s service does not start: %s".formatted(service.name(), e.getMessage()),
                    e);
        }
    }

    private void awaitAll(Map<String, URI> urls, Duration patience) {
        try (var readiness = new Readiness(patience)) {
            urls.forEach(readiness::await);
        }
    }

    private void loadDemo(DataFolder data, Settings settings) {
        if (Files.exists(data.demoMark())) return;
        say.accept("loading the demo city");
        try {
            demo.load(settings.url("gateway"), Settings.OPERATOR, settings.operatorPassword());
            Files.writeString(data.demoMark(), Instant.now() + "\n");
        } catch (RuntimeException | IOException e) {
            throw new CannotStart(
                    "The demo city cannot be loaded (%s). Start again to go on with it, or start with --empty."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /// A city that stays quiet is no reason not to start.
    private void live(Crowd crowd, Settings settings) {
        say.accept("the city comes to life");
        var gateway = settings.url("gateway");
        var password = settings.operatorPassword();
        try {
            keep(
                    demo.live(
                            gateway,
                            crowd,
                            Settings.OPERATOR,
                            password,
                            settings.ofSimulator(),
                            LOG::info));
        } catch (CannotStart e) {
            throw e;
        } catch (RuntimeException e) {
            say.accept("nobody is simulated (%s)".formatted(e.getMessage()));
        }
    }

    private <T extends Running> T keep(T part) {
        synchronized (started) {
            started.push(part);
        }
        mayGoOn();
        return part;
    }

    private void mayGoOn() {
        if (stopping) throw new CannotStart("goFOOD was told to stop while it started.");
    }

    @Override
    public void close() {
        stopping = true;
        try {
            // a start that is under way ends at its next step, and what it began is known by then
            var ended = starting.tryLock(5, TimeUnit.SECONDS);
            synchronized (started) {
                Running.closeAll(started);
                started.clear();
            }
            if (ended) starting.unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
