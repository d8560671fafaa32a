package gofood.platform.http;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import java.time.Duration;

/// How a replica leaves. First it says so: `/health/ready` answers 503, and what comes anew is
/// refused in a way that lets every service ask another replica. Only when all have had the time to
/// hear of it, it stops to listen.
///
/// It begins when it is closed, which is before anything else.
public final class Drain implements Running {
    private final Duration lasts;
    private volatile boolean begun;

    private Drain(Duration lasts) {
        this.lasts = lasts;
    }

    /// For as long as `DRAIN_MILLIS` says. Where nobody could take over, that is not at all.
    public static Drain of(Env env) {
        return new Drain(Duration.ofMillis(env.number("DRAIN_MILLIS", 0)));
    }

    static Drain none() {
        return new Drain(Duration.ZERO);
    }

    boolean hasBegun() {
        return begun;
    }

    /// Returns when everybody has heard of it.
    void await() {
        begun = true;
        try {
            Thread.sleep(lasts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        begun = true;
    }
}
