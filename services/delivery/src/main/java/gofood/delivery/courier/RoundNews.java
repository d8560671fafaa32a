package gofood.delivery.courier;

import gofood.platform.db.Tx;
import gofood.platform.http.Signals;

/// Tells the rounds that there is something new to decide: food is there, a courier is free. What
/// another replica hears of is seen by the clock.
public final class RoundNews {
    private static final String KEY = "rounds";

    private final Signals signals;

    public RoundNews(Signals signals) {
        this.signals = signals;
    }

    public void now() {
        signals.wake(KEY);
    }

    /// Once this transaction is committed.
    public void after(Tx tx) {
        tx.afterCommit(this::now);
    }

    /// What is told from now on.
    public Signals.Listener listen() {
        return signals.listen(KEY);
    }
}
