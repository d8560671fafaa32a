package gofood.chaos.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// SIGSTOP of the one that holds a lease, for longer than the lease lasts, and SIGCONT: it wakes up
/// and believes that it still holds it.
final class Freezing implements Fault {
    private final String service;
    private @Nullable ProcessHandle frozen;

    /// @param service whose relay's or rounds' holder is stopped
    Freezing(String service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "freeze-" + service;
    }

    @Override
    public String about() {
        return "SIGSTOP of the replica of %s that holds its leases, then SIGCONT"
                .formatted(service);
    }

    /// A lease lasts 10 s.
    @Override
    public Duration span(boolean full) {
        return Duration.ofSeconds(full ? 30 : 14);
    }

    @Override
    public void begin(Stage stage, Random dice) throws Exception {
        var process =
                stage.leaseHolder(service).or(() -> stage.process(service, 1 + dice.nextInt(2)));
        frozen = process.orElseThrow(() -> new IllegalStateException("no " + service));
        signal("STOP", frozen);
    }

    @Override
    public void end(Stage stage) throws Exception {
        Optional.ofNullable(frozen).filter(ProcessHandle::isAlive).ifPresent(Freezing::wake);
        frozen = null;
    }

    private static void wake(ProcessHandle process) {
        try {
            signal("CONT", process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void signal(String signal, ProcessHandle process) throws IOException {
        var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        try {
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0)
                throw new IOException("kill -" + signal + " " + process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
