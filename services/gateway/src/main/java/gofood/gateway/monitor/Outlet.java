package gofood.gateway.monitor;

import gofood.platform.http.RequestScope;
import gofood.platform.run.Running;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/// Tells somebody of every change of an alert, in order. What isn't taken is told again, ever more
/// slowly; when too many wait, the oldest is given up.
final class Outlet implements Running {
    private static final int WAITING = 500;
    private static final System.Logger LOG = System.getLogger(Outlet.class.getName());

    private final String to;
    private final int attempts;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Listener listener;
    private final LinkedBlockingDeque<Alarms.Change> waiting = new LinkedBlockingDeque<>(WAITING);
    private final Thread telling;

    /// Somebody who wants to know.
    interface Listener {
        /// @throws RuntimeException when it wasn't taken and may be told again
        void tell(Alarms.Change change);
    }

    /// @param to for the log
    /// @param attempts how often one change is told before it is given up
    Outlet(String to, int attempts, Duration firstPause, Duration longestPause, Listener listener) {
        this.to = to;
        this.attempts = attempts;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.listener = listener;
        this.telling = Thread.ofVirtual().name("alerts-" + to).start(this::run);
    }

    void offer(Alarms.Change change) {
        while (!waiting.offerLast(change)) giveUp(waiting.pollFirst());
    }

    private void run() {
        try {
            while (true) tell(waiting.takeFirst());
        } catch (InterruptedException e) {
            // we are stopping
        }
    }

    private void tell(Alarms.Change change) throws InterruptedException {
        var pause = firstPause;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            if (isTaken(change)) return;
            Thread.sleep(pause);
            var longer = pause.multipliedBy(2);
            pause = longer.compareTo(longestPause) < 0 ? longer : longestPause;
        }
        giveUp(change);
    }

    private boolean isTaken(Alarms.Change change) {
        try {
            ScopedValue.where(RequestScope.CURRENT, RequestScope.fresh())
                    .run(() -> listener.tell(change));
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, "{0} can''t be told now: {1}", to, e.getMessage());
            return false;
        }
    }

    private void giveUp(Alarms.@Nullable Change change) {
        if (change != null)
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} was never told of alert {1}",
                    to,
                    Long.toString(change.alert().alertId()));
    }

    @Override
    public void close() {
        telling.interrupt();
    }
}
