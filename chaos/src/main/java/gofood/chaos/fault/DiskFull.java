package gofood.chaos.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Not one byte more fits on the disk of the database: rows can't be added, and when PostgreSQL
/// needs another file for its log it dies and can't come back before there is room.
final class DiskFull implements Fault {
    static final String NAME = "disk-full";

    /// It keeps some that are done for reuse.
    private static final int LOG_FILES_AHEAD = 40;

    /// The disk of such a run.
    private static final int MEGABYTES = 900;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String about() {
        return "the database's disk (a small file system in memory) is full";
    }

    @Override
    public Optional<String> impossible(Stage stage) {
        return stage.hasSmallDisk()
                ? Optional.empty()
                : Optional.of("no small file system can be mounted here: that takes root on Linux");
    }

    @Override
    public Duration span(boolean full) {
        return Duration.ofSeconds(full ? 30 : 8);
    }

    /// Gives a folder a small disk of its own.
    ///
    /// @return whether that was possible
    static boolean mount(Path folder) throws IOException {
        Files.createDirectories(folder);
        var size = "size=%dm".formatted(MEGABYTES);
        return run("mount", "-t", "tmpfs", "-o", size, "chaos", folder.toString());
    }

    /// What was on it is gone; the logs are put beside it.
    static void unmount(Path folder) {
        try {
            var beside = folder.resolveSibling(folder.getFileName() + "-logs");
            run("cp", "-r", folder.resolve("logs").toString(), beside.toString());
            run("cp", folder.resolve("witness.log").toString(), beside.toString());
            if (!run("umount", folder.toString())) throw new IOException("it is in use");
        } catch (IOException e) {
            System.err.println(folder + " is still mounted: " + e.getMessage());
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            var process =
                    new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void begin(Stage stage, Random dice) throws IOException {
        fill(ballast(stage));
        try {
            for (var file = 0; file < LOG_FILES_AHEAD; file++) needAnotherLogFile(stage);
        } catch (SQLException e) {
            // it has died of it, which was the point
        }
    }

    private static void needAnotherLogFile(Stage stage) throws SQLException {
        stage.databases()
                .number("order", "SELECT length(pg_logical_emit_message(true, 'chaos', '')::text)");
        stage.databases().number("order", "SELECT length(pg_switch_wal()::text)");
    }

    private static Path ballast(Stage stage) {
        return stage.root().resolve("ballast");
    }

    private static void fill(Path ballast) throws IOException {
        var block = ByteBuffer.allocate(1 << 16);
        try (var file =
                FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) {
                block.clear();
                file.write(block);
            }
        } catch (IOException full) {
            // so it is
        }
    }

    @Override
    public void end(Stage stage) throws IOException {
        Files.deleteIfExists(ballast(stage));
    }
}
