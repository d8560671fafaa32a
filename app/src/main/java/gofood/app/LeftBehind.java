package gofood.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL that goes on running after its goFOOD was killed, or the file that one left when
/// the whole machine stopped. Only its process id is known, from `postmaster.pid`: line 1 is the
/// id, line 2 the folder it works in.
record LeftBehind(ProcessHandle process) {
    /// Stops the one that works in this folder, if there is one. The caller holds the data folder's
    /// lock, so no other goFOOD is using it.
    static void stopIn(Path cluster) {
        try {
            var found = processIn(cluster);
            if (found.isPresent()) new LeftBehind(found.get()).stop();
            // a stale file would make PostgreSQL refuse when the id belongs to a stranger by now
            else Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The server that works in this folder, if one does.
    static Optional<ProcessHandle> processIn(Path cluster) {
        var file = cluster.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) return Optional.empty();
            var lines = Files.readAllLines(file);
            if (lines.size() < 2) return Optional.empty();
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(LeftBehind::isPostgres)
                    .filter(_ -> worksIn(Path.of(lines.get(1)), cluster));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        // a system that does not tell the command gets the benefit of the doubt
        var program = process.info().command().map(Path::of).map(Path::getFileName);
        return process.isAlive()
                && program.map(name -> name.toString().startsWith("postgres")).orElse(true);
    }

    // A copied data folder carries the pid file of the original, whose server is not ours to stop;
    // a moved one names a folder that is gone, and its server works on our files.
    private static boolean worksIn(Path named, Path cluster) {
        try {
            return !Files.exists(named) || Files.isSameFile(named, cluster);
        } catch (IOException e) {
            return false;
        }
    }

    // SIGINT is PostgreSQL's fast shutdown: clients are dropped, everything is written. SIGQUIT is
    // the immediate one, which recovers at the next start.
    private void stop() {
        if (signalled("INT", Duration.ofSeconds(20))) return;
        if (signalled("QUIT", Duration.ofSeconds(5))) return;
        throw new CannotStart(
                "A PostgreSQL of an earlier start (process %d) does not stop. Stop it, then try again."
                        .formatted(process.pid()));
    }

    private boolean signalled(String signal, Duration limit) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroy(); // no `kill` on this system
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
