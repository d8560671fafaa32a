package gofood.bench.stand;

import gofood.bench.load.Nginx;
import gofood.bench.load.Pgbench;
import gofood.bench.load.Program;
import gofood.bench.load.Shell;
import gofood.bench.load.Wrk;
import gofood.bench.ratio.InTurns;
import gofood.platform.run.Running;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// What rows are measured on: one goFOOD with its town, and the baselines beside it.
public final class Stand implements Running {
    /// How far from the gateway's port.
    private static final Map<String, Integer> PLACES =
            Map.of(
                    "user", 80,
                    "restaurant", 81,
                    "order", 82,
                    "payment", 83,
                    "delivery", 84,
                    "notification", 85,
                    "city", 86);

    private static final int ANOTHER = 200;
    private static final int NGINX_OFFSET = 95;
    private static final Duration REST = Duration.ofMinutes(3);

    /// Of one processor; what lies still looks after its timers and leases.
    private static final double AT_REST = 0.15;

    /// Of the time.
    private static final double WARM = 0.15;

    private static final String WAITING =
            """
            SELECT (SELECT count(*) FROM (SELECT FROM outbox WHERE parked_at IS NULL LIMIT 1) o)
                 + (SELECT count(*) FROM (SELECT FROM timer WHERE at < now() LIMIT 1) t)
            """;

    private final Shell shell;
    private final Setup setup;
    private House house;
    private final Cluster cluster;
    private final Conditions conditions;
    private final Town town;

    /// @param folder for everything
    /// @param port the gateway's; the others follow
    /// @param pairs how many must count
    /// @param clients of a closed loop
    public record Setup(
            Path folder, int port, int pairs, Duration slot, int clients, Consumer<String> say) {}

    private Stand(Shell shell, Setup setup) throws IOException, SQLException, InterruptedException {
        this.shell = shell;
        this.setup = setup;
        var data = setup.folder.resolve("data");
        house = House.open(shell, data, setup.port);
        cluster = Cluster.in(data);
        conditions = Conditions.of(cluster).mustBeDurable();
        setup.say.accept(conditions.toString());
        town = Town.settle(house, data);
    }

    /// Starts goFOOD and settles the town.
    ///
    /// @param shell ends what was started, also when this fails
    public static Stand open(Shell shell, Setup setup)
            throws IOException, SQLException, InterruptedException {
        return new Stand(shell, setup);
    }

    /// One more beside this one, which lies still meanwhile.
    public Stand another(String name) throws IOException, SQLException, InterruptedException {
        var folder = Files.createDirectories(setup.folder.resolve(name));
        return new Stand(
                shell,
                new Setup(
                        folder,
                        setup.port + ANOTHER,
                        setup.pairs,
                        setup.slot,
                        setup.clients,
                        setup.say));
    }

    public Conditions conditions() {
        return conditions;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Town town() {
        return town;
    }

    public House house() {
        return house;
    }

    public URI door() {
        return house.door();
    }

    /// Where a service itself listens.
    public URI service(String name) {
        var place = PLACES.get(name);
        if (place == null) throw new IllegalArgumentException("no service " + name);
        return URI.create("http://127.0.0.1:" + (setup.port + place));
    }

    /// Ends goFOOD and starts it on the same folder.
    public void startAgain() throws IOException, InterruptedException {
        house.close();
        house = House.open(shell, setup.folder.resolve("data"), setup.port);
    }

    /// Plays pairs in turns, and says each.
    public InTurns play(InTurns.Slot ours, InTurns.Slot baseline) throws Exception {
        return InTurns.play(
                setup.pairs,
                this::isWarm,
                ours,
                baseline,
                pair ->
                        say(
                                String.format(
                                        Locale.ROOT,
                                        "          %,.1f ÷ %,.1f = %.3f",
                                        pair.ours(),
                                        pair.baseline(),
                                        pair.ratio())));
    }

    /// Plays until the JVM has compiled what this needs.
    public void warmUp(InTurns.Slot slot) throws Exception {
        InTurns.warmUp(this::isWarm, slot);
    }

    /// A JVM that compiles has little time for anything else, and half a minute later it is done.
    private boolean isWarm() throws IOException, InterruptedException {
        return house.compiling() <= WARM;
    }

    public int pairs() {
        return setup.pairs;
    }

    public Duration slot() {
        return setup.slot;
    }

    public void say(String line) {
        setup.say.accept(line);
    }

    /// A file of this run.
    public Path file(String name) {
        return setup.folder.resolve(name);
    }

    public Wrk wrk() {
        return new Wrk(shell, Program.WRK.find().orElseThrow(), setup.clients);
    }

    public Pgbench pgbench() {
        return new Pgbench(shell, Program.PGBENCH.find().orElseThrow(), cluster);
    }

    public Shell shell() {
        return shell;
    }

    /// @param backend to which everything below `/via` goes on
    public Nginx nginx(URI backend) throws IOException, InterruptedException {
        return Nginx.start(
                shell,
                Program.NGINX.find().orElseThrow(),
                Files.createDirectories(file("nginx")),
                setup.port + NGINX_OFFSET,
                backend);
    }

    /// Waits until all events are brought, all timers rung, and nothing is computed: a baseline is
    /// not to share the machine with what is left over.
    public void rest() throws SQLException, InterruptedException {
        var deadline = Instant.now().plus(REST);
        while (isWaiting() || house.busy() > AT_REST) {
            if (Instant.now().isAfter(deadline))
                throw new IllegalStateException(
                        "goFOOD did not come to rest within %d s".formatted(REST.toSeconds()));
            Thread.sleep(100);
        }
    }

    private boolean isWaiting() throws SQLException {
        for (var service : Cluster.SERVICES) if (cluster.number(service, WAITING) > 0) return true;
        return false;
    }

    @Override
    public void close() {
        house.close();
    }
}
