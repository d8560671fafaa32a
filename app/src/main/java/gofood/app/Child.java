package gofood.app;

import gofood.platform.run.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A service in a process of its own, started again whenever it dies: after one second, then two,
/// four and so on while it keeps dying at once.
final class Child implements Runnable, Running {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LIVED_WELL = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(8);

    private final String name;
    private final ProcessBuilder builder;
    private final Path log;
    private final Consumer<String> say;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Process process;

    Child(String name, ProcessBuilder builder, Path log, Consumer<String> say) {
        this.name = name;
        this.builder = builder;
        this.log = log;
        this.say = say;
    }

    @Override
    public void run() {
        var pause = Duration.ofSeconds(1);
        try {
            while (true) {
                var begun = Instant.now();
                var living = begin();
                if (living == null) return;
                var code = living.waitFor();
                if (Duration.between(begun, Instant.now()).compareTo(LIVED_WELL) > 0)
                    pause = Duration.ofSeconds(1);
                if (stopping.getCount() == 0) return;
                say.accept(
                        "%s ended (%d) and is started again in %d s, its log is %s"
                                .formatted(name, code, pause.toSeconds(), log));
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            say.accept("%s cannot be started (%s)".formatted(name, e));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private synchronized @Nullable Process begin() throws IOException {
        if (stopping.getCount() == 0) return null;
        process = builder.start();
        return process;
    }

    @Override
    public void close() {
        var living = end();
        if (living == null) return;
        living.destroy();
        try {
            if (!living.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) living.destroyForcibly();
        } catch (InterruptedException e) {
            living.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    // under the same lock as begin(), so that no process is born after this
    private synchronized @Nullable Process end() {
        stopping.countDown();
        return process;
    }
}
