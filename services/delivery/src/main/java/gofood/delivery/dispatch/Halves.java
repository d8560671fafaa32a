package gofood.delivery.dispatch;

import gofood.platform.db.Db;
import gofood.platform.db.SqlFailed;
import gofood.platform.db.Tx;
import java.util.List;
import java.util.function.Consumer;

/// Does the same for many rides in one transaction. When that fails, half and half again, so that a
/// ride that can't be dealt with keeps no other from it. What another replica did at the same
/// moment and was first with is left alone.
final class Halves {
    private static final int TOGETHER = 200;

    private final Db db;
    private final Consumer<RuntimeException> onFailure;

    /// @param onFailure hears what failed
    Halves(Db db, Consumer<RuntimeException> onFailure) {
        this.db = db;
        this.onFailure = onFailure;
    }

    interface Work<T> {
        void in(Tx tx, List<T> some);
    }

    <T> void all(List<T> many, Work<T> work) {
        for (int i = 0; i < many.size(); i += TOGETHER)
            some(many.subList(i, Math.min(many.size(), i + TOGETHER)), work);
    }

    private <T> void some(List<T> some, Work<T> work) {
        try {
            db.run(tx -> work.in(tx, some));
        } catch (RuntimeException e) {
            var sql = e instanceof SqlFailed failed ? failed : null;
            if (some.size() == 1 && sql != null && sql.isDuplicate()) return;
            if (some.size() == 1 || (sql != null && sql.isTransient())) {
                onFailure.accept(e);
                return;
            }
            var half = some.size() / 2;
            some(some.subList(0, half), work);
            some(some.subList(half, some.size()), work);
        }
    }
}
