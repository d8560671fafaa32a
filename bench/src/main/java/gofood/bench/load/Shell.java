package gofood.bench.load;

import gofood.platform.run.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Runs programs, and ends by their own id those that still run when it is closed.
public final class Shell implements Running {
    private static final Duration STOP = Duration.ofSeconds(40);

    private final Set<Process> living = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// Starts a program that goes on until [#end].
    public Process start(ProcessBuilder builder) throws IOException {
        if (closed) throw new IOException("the bench is ending");
        var process = builder.start();
        living.add(process);
        if (closed) end(process);
        return process;
    }

    /// Runs a program to its end.
    ///
    /// @return what it said
    /// @throws IOException when it failed or took longer
    public String run(List<String> command, Map<String, String> environment, Duration patience)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = start(builder);
        try {
            process.getOutputStream().close();
            var timer = Thread.ofVirtual().start(() -> endAfter(process, patience));
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var code = process.waitFor();
            timer.interrupt();
            if (code != 0)
                throw new IOException("%s ended with %d: %s".formatted(command, code, said));
            return said;
        } finally {
            living.remove(process);
        }
    }

    private static void endAfter(Process process, Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                process.destroyForcibly();
        } catch (InterruptedException e) {
            // it ended in time
        }
    }

    /// Asks it to end, and waits.
    public void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        living.remove(process);
    }

    @Override
    public void close() {
        closed = true;
        living.forEach(Process::destroy);
        living.forEach(this::end);
    }
}
