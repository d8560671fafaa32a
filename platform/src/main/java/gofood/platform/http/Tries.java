package gofood.platform.http;

import gofood.platform.http.Upstream.Turn;
import gofood.platform.wire.Refused;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// One request and how often it is asked. Who holds the connection that fails is the one who asks
/// again, once and nowhere else; only a replica that leaves doesn't count, for it did nothing.
public final class Tries {
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final Upstream upstream;
    private final boolean repeatable;
    private int met;
    private boolean repeated;
    private @Nullable URI last;
    private @Nullable Failure why;

    Tries(Upstream upstream, boolean repeatable) {
        this.upstream = upstream;
        this.repeatable = repeatable;
    }

    /// Whom to ask, the first time and each time after [#again].
    ///
    /// @throws Refused 503 when none may be asked now
    public Turn next() {
        var turn = upstream.pick(last);
        if (turn.address().equals(last)) pause();
        last = turn.address();
        return turn;
    }

    /// Behind one address there may be many: an old connection would lead to the same again.
    public boolean isOverNewConnection() {
        return why == Failure.DRAINING;
    }

    /// Whether to ask once more.
    public boolean again(Failure failure) {
        var others = upstream.addresses().size() > 1;
        var may =
                switch (failure) {
                    case DRAINING -> met++ <= upstream.addresses().size();
                    case UNREACHED -> once();
                    case TURNED_AWAY -> others && once(failure);
                    case UNABLE -> others && repeatable && once(failure);
                    case BROKEN -> repeatable && once(failure);
                    case TIMED_OUT -> false;
                };
        why = failure;
        if (may) upstream.counted(failure, "made");
        return may;
    }

    private boolean once() {
        if (repeated) return false;
        repeated = true;
        return true;
    }

    /// What may have been work for somebody is repeated only within the budget.
    private boolean once(Failure failure) {
        if (!once()) return false;
        if (upstream.mayRepeat()) return true;
        upstream.counted(failure, "refused");
        return false;
    }

    /// Those who failed together must not come back together.
    private static void pause() {
        var left = RequestScope.current().left().dividedBy(4);
        var most = left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE;
        try {
            Thread.sleep(
                    Duration.ofNanos(ThreadLocalRandom.current().nextLong(most.toNanos() + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
