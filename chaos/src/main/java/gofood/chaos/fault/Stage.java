package gofood.chaos.fault;

import gofood.app.DataFolder;
import gofood.app.Launcher;
import gofood.app.Options;
import gofood.chaos.crowd.Bustle;
import gofood.chaos.crowd.Phone;
import gofood.chaos.crowd.Village;
import gofood.chaos.crowd.Witness;
import gofood.chaos.law.Ledgers;
import gofood.chaos.law.Spy;
import gofood.city.CityService;
import gofood.delivery.DeliveryService;
import gofood.gateway.GatewayService;
import gofood.notification.NotificationService;
import gofood.order.OrderService;
import gofood.payment.PaymentService;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.restaurant.RestaurantService;
import gofood.user.UserService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import redis.embedded.RedisServer;

/// The whole, started in processes of its own with two replicas of each service, a cable between
/// any two of them, and a village that orders.
public final class Stage implements Running {
    /// Gateway last, as the launcher wants it.
    static final List<Service> SERVICES =
            List.of(
                    new UserService(),
                    new RestaurantService(),
                    new OrderService(),
                    new PaymentService(),
                    new DeliveryService(),
                    new NotificationService(),
                    new CityService(),
                    new GatewayService());

    private static final int REPLICAS = 2;
    private static final int KITCHENS = 3;

    private final Deque<Running> parts = new ArrayDeque<>();
    private final Path root;
    private final Cables cables;
    private final Launcher launcher;
    private final Map<String, URI> urls;
    private final Ledgers databases;
    private final Witness witness;
    private final Village village;
    private final Bustle bustle;
    private final Optional<RedisServer> cache;
    private final boolean smallDisk;

    // Told to stop, in the middle of a start too, everything that was started ends.
    private Stage(Setup setup) throws SQLException {
        root = setup.data;
        cache = setup.cache;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        smallDisk = setup.smallDisk && mount(root);
        if (smallDisk) with(() -> DiskFull.unmount(root));
        cables = with(new Cables(setup.pairs));
        launcher = with(new Launcher(SERVICES, gofood.app.Main.class, new NoDemo(), setup.say));
        var data = DataFolder.open(root);
        urls = launcher.split(data, setup.options(), cables);
        databases = new Ledgers(cables.postgresPort(), data.secrets().of("postgres"));
        Spy.watch(databases);
        witness = new Witness(root.resolve("witness.log"));
        with(witness::close);
        var doors =
                urls.entrySet().stream()
                        .filter(url -> url.getKey().startsWith("gateway"))
                        .map(Map.Entry::getValue)
                        .toList();
        var operator = operator(doors, data);
        village = Village.settle(operator, KITCHENS);
        bustle = with(new Bustle(village, setup.seed));
    }

    private Phone operator(List<URI> doors, DataFolder data) {
        return Phone.ofStranger(doors, witness)
                .of("operator@gofood.test", data.secrets().typed("operator"), null);
    }

    /// @param binaries where PostgreSQL's programs are unpacked
    /// @param cache shared by all replicas, if there is one
    /// @param pairs between whom there are cables
    /// @param smallDisk whether the data folder gets a small disk of its own, where that is
    ///   possible
    public record Setup(
            Path data,
            Path binaries,
            int port,
            long seed,
            Optional<RedisServer> cache,
            boolean smallDisk,
            Set<Cables.Pair> pairs,
            Consumer<String> say) {
        Options options() {
            var environment = new HashMap<>(Tuning.SETTINGS);
            cache.ifPresent(redis ->
                    environment.put("REDIS_URL", "redis://127.0.0.1:" + redis.ports().getFirst()));
            return new Options(
                    binaries,
                    "127.0.0.1",
                    port,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    REPLICAS,
                    true,
                    environment);
        }
    }

    /// Returns when all is started and settled, and people begin to order when they are told to.
    public static Stage open(Setup setup) throws SQLException {
        var stage = new Stage(setup);
        stage.bustle.start();
        return stage;
    }

    private <T extends Running> T with(T part) {
        synchronized (parts) {
            parts.push(part);
        }
        return part;
    }

    public Path root() {
        return root;
    }

    public Cables cables() {
        return cables;
    }

    public Ledgers databases() {
        return databases;
    }

    public Witness witness() {
        return witness;
    }

    public Village village() {
        return village;
    }

    public Bustle bustle() {
        return bustle;
    }

    public Optional<RedisServer> cache() {
        return cache;
    }

    boolean hasSmallDisk() {
        return smallDisk;
    }

    private static boolean mount(Path root) {
        try {
            return DiskFull.mount(root);
        } catch (IOException e) {
            return false;
        }
    }

    Launcher launcher() {
        return launcher;
    }

    /// The living process of one replica.
    ///
    /// @param number from 1
    Optional<ProcessHandle> process(String service, int number) {
        return launcher.children().entrySet().stream()
                .filter(child -> child.getKey().service().equals(service))
                .sorted(Comparator.comparing(child -> child.getKey().toString()))
                .skip(number - 1L)
                .findFirst()
                .flatMap(child -> child.getValue().process());
    }

    /// The address of a replica, past the gateway.
    URI url(String replica) {
        var url = urls.get(replica);
        if (url == null) throw new IllegalArgumentException("no replica " + replica);
        return url;
    }

    /// The replica that brings a service's events at the moment.
    Optional<ProcessHandle> leaseHolder(String service) throws SQLException {
        var holders = databases.leaseHolders(service);
        return launcher.children().entrySet().stream()
                .filter(child -> child.getKey().service().equals(service))
                .filter(child ->
                        holders.stream()
                                .anyMatch(holder ->
                                        holder.endsWith(
                                                ":" + url(child.getKey().toString()).getPort())))
                .findFirst()
                .flatMap(child -> child.getValue().process());
    }

    @Override
    public void close() {
        synchronized (parts) {
            Running.closeAll(parts);
            parts.clear();
        }
    }
}
