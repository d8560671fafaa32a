package gofood.bench.stand;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Under what something was measured.
///
/// @param settings of goFOOD that are otherwise than in life
public record Conditions(
        int cores,
        long memoryMegabytes,
        String jdk,
        String postgresql,
        String fsync,
        String synchronousCommit,
        String commit,
        Instant at,
        Map<String, String> settings) {
    static Conditions of(Cluster cluster) throws SQLException {
        var machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize();
        return new Conditions(
                Runtime.getRuntime().availableProcessors(),
                machine / 1_000_000,
                System.getProperty("java.runtime.version"),
                cluster.text("order", "SHOW server_version"),
                cluster.text("order", "SHOW fsync"),
                cluster.text("order", "SHOW synchronous_commit"),
                source(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                House.SETTINGS);
    }

    /// @throws IllegalStateException where what is answered would not be on the disk
    Conditions mustBeDurable() {
        if (fsync.equals("on") && List.of("on", "remote_apply").contains(synchronousCommit))
            return this;
        throw new IllegalStateException(
                "fsync is %s and synchronous_commit is %s: figures of orders that may be lost are worth nothing."
                        .formatted(fsync, synchronousCommit));
    }

    /// Of the sources, where they are a clone.
    private static String source() {
        try {
            var git =
                    new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
                            .redirectErrorStream(true)
                            .start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? said.strip() : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    @Override
    public String toString() {
        return "%d cores, %d MB, JDK %s, PostgreSQL %s, fsync %s, synchronous_commit %s, commit %s, %s"
                .formatted(
                        cores,
                        memoryMegabytes,
                        jdk,
                        postgresql,
                        fsync,
                        synchronousCommit,
                        commit,
                        at);
    }
}
