package gofood.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A closed loop by `wrk`, whose own appetite for processors is small.
public final class Wrk {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int THREADS = 2;

    /// What our scripts say at their end.
    private static final Pattern SAID = Pattern.compile("BENCH (\\d+) (\\d+) (\\d+) ([\\d.]+)");

    private final Shell shell;
    private final Path program;
    private final int clients;

    /// @param clients connections, each with one request under way
    public Wrk(Shell shell, Path program, int clients) {
        this.shell = shell;
        this.program = program;
        this.clients = clients;
    }

    public int clients() {
        return clients;
    }

    /// @param script written by a [LuaScript]
    public Throughput run(Path script, URI door, Duration length, String... arguments)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                program.toString(),
                                "--threads=" + THREADS,
                                "--connections=" + clients,
                                "--duration=" + length.toSeconds() + "s",
                                "--timeout=10s",
                                "--script=" + script,
                                door.toString(),
                                "--"));
        command.addAll(List.of(arguments));
        return read(shell.run(command, Map.of(), length.plus(GRACE)));
    }

    static Throughput read(String said) throws IOException {
        var figures = SAID.matcher(said);
        if (!figures.find()) throw new IOException("wrk said no figures: " + said);
        var all = Long.parseLong(figures.group(1));
        var failures = Long.parseLong(figures.group(3));
        return new Throughput(
                all - failures,
                Long.parseLong(figures.group(2)) / 1e6,
                failures,
                Double.parseDouble(figures.group(4)) / 1e3);
    }
}
