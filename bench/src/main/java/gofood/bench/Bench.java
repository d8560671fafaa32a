package gofood.bench;

import gofood.bench.load.Program;
import gofood.bench.load.Shell;
import gofood.bench.ratio.Finding;
import gofood.bench.row.Trial;
import gofood.bench.row.Trials;
import gofood.bench.stand.Conditions;
import gofood.bench.stand.Stand;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./gofood bench`.
@Command(
        name = "gofood bench",
        description = {
            "Measures goFOOD against baselines in the same run and in turns, and prints ratios.",
            "Needs wrk, nginx and PostgreSQL's pgbench (Debian: wrk nginx postgresql)."
        },
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "only these rows, see --list; B2 means B2-gzip as well")
    List<String> only = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "write all figures there as well")
    @Nullable Path json;

    @Option(names = "--list", description = "say which rows there are")
    boolean list;

    @Option(
            names = "--slot-seconds",
            paramLabel = "N",
            description = "how long a slot of load is (default: 5)")
    int slotSeconds = 5;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description = "how many pairs of slots must count (default: 5)")
    int pairs = 5;

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "how many ask at the same time (default: 32)")
    int clients = 32;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the gateway's port (default: 22000); the others follow it")
    int port = 22_000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "a folder for everything, kept (default: a new one in /tmp, deleted)")
    @Nullable Path data;

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /// @return 0 when every row was measured, 1 when not, 2 when nothing could be tried
    public static int execute(String... args) {
        return new CommandLine(new Bench())
                .setExecutionExceptionHandler((e, _, _) -> {
                    System.err.println("gofood bench: " + e.getMessage());
                    return 2;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        if (list) {
            Trials.all().forEach(row -> System.out.printf("%-10s %s%n", row.name(), row.about()));
            return 0;
        }
        var chosen = chosen();
        var possible = chosen.stream().filter(Bench::isPossible).toList();
        if (possible.isEmpty()) return 1;
        var folder = data == null ? Files.createTempDirectory("gofood-bench") : data;
        Files.createDirectories(folder);
        try (var shell = new Shell()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> tidy(shell, folder)));
            var measured = measure(shell, folder.toAbsolutePath(), possible);
            return measured && possible.size() == chosen.size() ? 0 : 1;
        }
    }

    // whether it came to its end or was told to stop
    private void tidy(Shell shell, Path folder) {
        shell.close();
        try {
            if (data == null) delete(folder);
        } catch (IOException e) {
            System.err.println("gofood bench: " + folder + " stays behind: " + e.getMessage());
        }
    }

    private List<Trial> chosen() {
        for (var name : only)
            if (Trials.all().stream().noneMatch(row -> row.isCalled(name)))
                throw new IllegalArgumentException(
                        "There is no row %s, see --list.".formatted(name));
        return Trials.all().stream()
                .filter(row -> only.isEmpty() || only.stream().anyMatch(row::isCalled))
                .toList();
    }

    private static boolean isPossible(Trial row) {
        var missing = row.needs().stream().filter(program -> program.find().isEmpty()).toList();
        if (missing.isEmpty()) return true;
        System.out.printf(
                "%s is skipped: %s not installed (Debian: apt-get install %s).%n",
                row.name(),
                String.join(", ", missing.stream().map(Program::command).toList())
                        + (missing.size() == 1 ? " is" : " are"),
                String.join(" ", missing.stream().map(Program::debian).toList()));
        return false;
    }

    private boolean measure(Shell shell, Path folder, List<Trial> rows) throws Exception {
        var setup =
                new Stand.Setup(
                        folder,
                        port,
                        pairs,
                        Duration.ofSeconds(slotSeconds),
                        clients,
                        System.out::println);
        var findings = new ArrayList<Finding>();
        var measured = true;
        try (var stand = Stand.open(shell, setup)) {
            System.out.println(BenchReport.HEADING);
            for (var row : rows) measured &= one(row, stand, findings);
            if (json != null) write(json, stand.conditions(), findings);
        }
        return measured;
    }

    private static boolean one(Trial row, Stand stand, List<Finding> findings)
            throws InterruptedException {
        try {
            var found = row.measure(stand);
            findings.addAll(found);
            for (var finding : found) System.out.print(BenchReport.line(finding));
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            System.out.printf("%-9s not measured: %s%n", row.name(), e.getMessage());
            return false;
        }
    }

    private record Written(Conditions conditions, List<BenchReport.Line> rows) {}

    private static void write(Path file, Conditions conditions, List<Finding> findings)
            throws IOException {
        var lines = findings.stream().map(BenchReport.Line::of).toList();
        Files.write(file, Json.write(new Written(conditions, lines)));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        }
    }
}
