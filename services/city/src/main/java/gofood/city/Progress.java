package gofood.city;

import java.util.concurrent.atomic.AtomicReference;

/// Tells the log how far the reading of a map file is: every tenth, and at most once a second.
final class Progress {
    private static final System.Logger LOG = System.getLogger(Progress.class.getName());
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final String name;
    private final AtomicReference<Told> last;

    private record Told(String what, int tenth, long nanos) {}

    /// @param name of the map file
    Progress(String name) {
        this.name = name;
        last = new AtomicReference<>(new Told("", 0, System.nanoTime() - PAUSE_NANOS));
    }

    /// @param part 0 to 1; more is taken for nearly done, as it is an estimate
    void at(String what, double part) {
        var tenth = (int) Math.clamp(part * 10, 0, 9);
        var told = last.get();
        if (told.what.equals(what) && tenth <= told.tenth) return;
        var now = System.nanoTime();
        if (now - told.nanos < PAUSE_NANOS) return;
        if (last.compareAndSet(told, new Told(what, tenth, now)))
            LOG.log(System.Logger.Level.INFO, "{0}: {1}, {2} %", name, what, tenth * 10);
    }

    void done(String what) {
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", name, what);
    }
}
