package gofood.app;

import gofood.platform.run.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A replica in a process of its own, started again whenever it ends: at once when it was told to
/// (SIGTERM), otherwise after one second, then two, four and so on while it keeps dying at once.
public final class Child implements Runnable, Running {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LIVED_WELL = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(12);

    /// What the system makes of the end by SIGTERM.
    private static final int TOLD = 143;

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
        var pause = new Pause(LONGEST_PAUSE);
        try {
            while (true) {
                var begun = Instant.now();
                var living = begin();
                if (living == null) return;
                var code = living.waitFor();
                if (Duration.between(begun, Instant.now()).compareTo(LIVED_WELL) > 0) pause.reset();
                if (stopping.getCount() == 0) return;
                if (code == TOLD) continue;
                say.accept(
                        "%s ended (%d) and is started again in %d s, its log is %s"
                                .formatted(name, code, pause.now().toSeconds(), log));
                if (stopping.await(pause.now().toMillis(), TimeUnit.MILLISECONDS)) return;
                pause.lengthen();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            say.accept("%s cannot be started (%s)".formatted(name, e));
        }
    }

    private synchronized @Nullable Process begin() throws IOException {
        if (stopping.getCount() == 0) return null;
        process = builder.start();
        return process;
    }

    /// The process as it is now, if there is one.
    public synchronized Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    /// Lets it finish and end; what takes its place may need some seconds to answer.
    void restart() {
        Process living;
        synchronized (this) {
            living = process;
        }
        if (living != null) end(living);
    }

    @Override
    public void close() {
        var living = last();
        if (living != null) end(living);
    }

    private static void end(Process living) {
        // the process itself would close the child's input as well, which ends it another way
        living.toHandle().destroy();
        try {
            if (!living.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) living.destroyForcibly();
        } catch (InterruptedException e) {
            living.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    // under the same lock as begin(), so that no process is born after this
    private synchronized @Nullable Process last() {
        stopping.countDown();
        return process;
    }
}
