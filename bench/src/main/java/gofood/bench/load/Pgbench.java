package gofood.bench.load;

import gofood.bench.stand.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// PostgreSQL's own benchmark, in the same server and with the same settings as goFOOD.
public final class Pgbench {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int CLIENTS = 32;
    private static final Pattern DONE = Pattern.compile("transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("failed transactions: (\\d+)");
    private static final Pattern RATE =
            Pattern.compile("tps = ([\\d.]+) \\(without initial connection time\\)");

    private final Shell shell;
    private final Path program;
    private final Cluster cluster;

    public Pgbench(Shell shell, Path program, Cluster cluster) {
        this.shell = shell;
        this.program = program;
        this.cluster = cluster;
    }

    /// 32 clients, each with the next transaction as soon as the one before is durable.
    ///
    /// @param service whose database it works in
    /// @return transactions in a second
    public double run(Path script, String service, Duration length)
            throws IOException, InterruptedException {
        var said =
                shell.run(
                        List.of(
                                program.toString(),
                                "--host=127.0.0.1",
                                "--port=" + cluster.port(),
                                "--username=postgres",
                                "--no-vacuum",
                                "--protocol=prepared",
                                "--client=" + CLIENTS,
                                "--jobs=2",
                                "--time=" + length.toSeconds(),
                                "--file=" + script,
                                Cluster.database(service)),
                        Map.of("PGPASSWORD", cluster.password()),
                        length.plus(GRACE));
        return read(said);
    }

    static double read(String said) throws IOException {
        var rate = RATE.matcher(said);
        var done = DONE.matcher(said);
        var failed = FAILED.matcher(said);
        var isClean = !failed.find() || Long.parseLong(failed.group(1)) == 0;
        if (rate.find() && done.find() && Long.parseLong(done.group(1)) > 0 && isClean)
            return Double.parseDouble(rate.group(1));
        throw new IOException("pgbench did not succeed: " + said);
    }
}
