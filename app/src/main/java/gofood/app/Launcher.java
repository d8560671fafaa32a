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
import java.util.concurrent.ConcurrentHashMap;
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

    /// Who is back is believed to be by all after so long, and only then the next one leaves.
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final List<Service> services;
    private final Class<?> main;
    private final Demo demo;
    private final Consumer<String> say;
    private final Deque<Running> started = new ArrayDeque<>();
    private final Map<Replica, Child> children = new ConcurrentHashMap<>();
    private volatile Map<Replica, URI> addresses = Map.of();
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
        return start(data, options, Wiring.DIRECT, (service, _, env) -> service.start(env));
    }

    /// The same, with a process for each replica of each service.
    public Map<String, URI> split(DataFolder data, Options options) {
        return split(data, options, Wiring.DIRECT);
    }

    public Map<String, URI> split(DataFolder data, Options options, Wiring wiring) {
        return start(data, options, wiring, new Processes(main, data::log, say, children));
    }

    private Map<String, URI> start(
            DataFolder data, Options options, Wiring wiring, Housing housing) {
        starting.lock();
        try {
            keep(data);
            var names = services.stream().map(Service::name).toList();
            var settings = Settings.of(data, options, wiring, names);
            settings.mustBeFree(names, patience(data));

            var postgres = startPostgres(data, options, names);
            say.accept("starting the services");
            addresses = addresses(settings, names);
            // all begin at once, and share what cores there are
            var usual = DEMO_CITY.multipliedBy(options.replicas());
            var patience = settings.extract().isPresent() ? LARGE_CITY : usual;
            var rest = services.subList(0, services.size() - 1);
            startAll(rest, housing, settings, postgres);
            startAll(List.of(services.getLast()), housing, settings, postgres);
            awaitAll(patience);
            data.keepTo(settings.extract());
            if (options.demo()) loadDemo(data, settings);
            if (options.demo()) options.crowd().ifPresent(crowd -> live(crowd, settings));
            mayGoOn();
            var urls = new LinkedHashMap<String, URI>();
            addresses.forEach((replica, url) -> urls.put(replica.toString(), url));
            return urls;
        } finally {
            starting.unlock();
        }
    }

    private static Map<Replica, URI> addresses(Settings settings, List<String> names) {
        var addresses = new LinkedHashMap<Replica, URI>();
        for (var name : names)
            for (var replica : settings.replicas(name))
                addresses.put(replica, settings.url(replica));
        return addresses;
    }

    /// The processes of [#split], by replica; each is started again when it ends.
    public Map<Replica, Child> children() {
        return Map.copyOf(children);
    }

    /// Starts every process anew, one after the other: each finishes what is under way, and the
    /// next one's turn comes when it is back. With two replicas of each, nobody notices.
    public void restart() {
        for (var address : addresses.entrySet()) {
            var child = children.get(address.getKey());
            if (child == null) throw new IllegalStateException("only processes can be restarted");
            child.restart();
            try (var readiness = new Readiness(DEMO_CITY)) {
                readiness.await(address.getKey().toString(), address.getValue());
                Thread.sleep(SETTLED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
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
                        .flatMap(service ->
                                settings.replicas(service.name()).stream()
                                        .<Supplier<Running>>map(replica ->
                                                () ->
                                                        startOne(
                                                                service, replica, housing, settings,
                                                                postgres)))
                        .toList();
        keep(new Together()).startAll(starts);
    }

    private static Running startOne(
            Service service,
            Replica replica,
            Housing housing,
            Settings settings,
            Postgres postgres) {
        try {
            return housing.start(service, replica, settings.of(replica, postgres));
        } catch (RuntimeException e) {
            throw new CannotStart(
                    "The %s service does not start: %s".formatted(service.name(), e.getMessage()),
                    e);
        }
    }

    private void awaitAll(Duration patience) {
        try (var readiness = new Readiness(patience)) {
            addresses.forEach((replica, url) -> readiness.await(replica.toString(), url));
        }
    }

    private void loadDemo(DataFolder data, Settings settings) {
        if (Files.exists(data.demoMark())) return;
        say.accept("loading the demo city");
        try {
            demo.load(gateway(settings), Settings.OPERATOR, settings.operatorPassword());
            Files.writeString(data.demoMark(), Instant.now() + "\n");
        } catch (RuntimeException | IOException e) {
            throw new CannotStart(
                    "The demo city cannot be loaded (%s). Start again to go on with it, or start with --empty."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static URI gateway(Settings settings) {
        return settings.url(Replica.first("gateway"));
    }

    /// A city that stays quiet is no reason not to start.
    private void live(Crowd crowd, Settings settings) {
        say.accept("the city comes to life");
        var gateway = gateway(settings);
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

    /// Takes a part that stops with the rest, before what was started earlier.
    <T extends Running> T keep(T part) {
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
