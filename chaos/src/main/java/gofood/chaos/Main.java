package gofood.chaos;

import gofood.chaos.fault.Fault;
import gofood.chaos.fault.Faults;
import gofood.chaos.fault.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import redis.embedded.RedisServer;

/// `./gofood chaos`.
@Command(
        name = "gofood chaos",
        description =
                "Breaks things on purpose under a load of whole orders, and checks what must hold.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the same seed orders and breaks alike (default: chosen, and printed)")
    @Nullable Long seed;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "how often each fault is made (default: 1)")
    int runs = 1;

    @Option(
            names = "--only",
            paramLabel = "FAULT",
            split = ",",
            description = "only these faults, see --list")
    List<String> only = List.of();

    @Option(names = "--full", description = "faults last as long as they may: about two hours")
    boolean full;

    @Option(names = "--list", description = "say which faults there are")
    boolean list;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "an empty folder for everything (default: a new one in /tmp)")
    @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the first gateway's port (default: 21000); the others follow it")
    int port = 21_000;

    @Option(names = "--rate", paramLabel = "N", description = "orders in a second (default: 2)")
    double rate = 2;

    @Option(
            names = "--binaries",
            paramLabel = "DIR",
            description = "where PostgreSQL is unpacked (default: ~/.gofood/postgres-binaries)")
    Path binaries = Path.of(System.getProperty("user.home"), ".gofood", "postgres-binaries");

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /// @return 0 only when everything held, 1 when something did not, 2 when nothing could be tried
    static int execute(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((e, _, _) -> {
                    System.err.println("gofood chaos: " + e.getMessage());
                    return 2;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        if (list) {
            Faults.all().forEach(f -> System.out.printf("%-30s %s%n", f.name(), f.about()));
            return 0;
        }
        var chosen = chosen();
        var own = seed == null ? new SecureRandom().nextLong(1_000_000) : seed;
        System.out.println("seed " + own);
        var folder = data == null ? Files.createTempDirectory("gofood-chaos") : data;
        var clean = run(chosen, own, folder);
        if (clean && data == null) Leftovers.delete(folder);
        else System.out.println("data, logs and the clients' log are kept in " + folder);
        return clean ? 0 : 1;
    }

    private List<Fault> chosen() {
        if (only.isEmpty()) return Faults.all();
        return only.stream()
                .map(name ->
                        Faults.named(name)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "There is no fault %s, see --list."
                                                        .formatted(name))))
                .toList();
    }

    /// Faults that need cables have a stage of their own, since nobody else should have some.
    private boolean run(List<Fault> chosen, long own, Path folder)
            throws IOException, InterruptedException, SQLException {
        var board = new Scoreboard();
        var dice = new Random(own);
        for (var parted : List.of(false, true)) {
            var part = chosen.stream().filter(f -> f.cables().isEmpty() != parted).toList();
            if (!part.isEmpty())
                play(part, own, folder.resolve(parted ? "parted" : "data"), dice, board);
        }
        System.out.println();
        System.out.print(board.text());
        return board.isClean();
    }

    private void play(List<Fault> part, long own, Path folder, Random dice, Scoreboard board)
            throws IOException, InterruptedException, SQLException {
        var cached = part.stream().anyMatch(fault -> fault.name().equals("cache-killed"));
        var cache = cached ? Redis.start(port + 433) : Optional.<RedisServer>empty();
        var pairs = part.stream().flatMap(f -> f.cables().stream()).collect(Collectors.toSet());
        var setup =
                new Stage.Setup(
                        folder,
                        binaries.toAbsolutePath(),
                        port,
                        own,
                        cache,
                        Faults.needSmallDisk(part),
                        pairs,
                        System.out::println);
        try (var stage = Stage.open(setup)) {
            var experiment = new Experiment(stage, full, rate);
            for (var run = 0; run < runs; run++)
                for (var fault : shuffled(part, dice)) {
                    System.out.println(fault.name() + ": " + fault.about());
                    var outcome = experiment.of(fault, dice);
                    outcome.violations().forEach(v -> System.out.println("  VIOLATION " + v));
                    board.add(outcome);
                }
        } finally {
            if (cache.isPresent()) cache.orElseThrow().stop();
        }
    }

    private static List<Fault> shuffled(List<Fault> chosen, Random dice) {
        var order = new ArrayList<>(chosen);
        Collections.shuffle(order, dice);
        return order;
    }
}
