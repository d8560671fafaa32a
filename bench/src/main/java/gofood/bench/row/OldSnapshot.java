package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Stand;
import java.sql.Connection;
import java.util.List;
import java.util.Set;

/// B10-held: a transaction that stays open, so that nothing that was deleted since can be cleared
/// away.
final class OldSnapshot implements Trial {
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "B10-held";
    }

    @Override
    public String about() {
        return "events/s while a transaction is held open ÷ without one";
    }

    @Override
    public Set<Program> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var turns =
                stand.play(
                        () -> held(stand),
                        () -> {
                            stand.cluster().run("order", "VACUUM outbox");
                            return Draining.drained(stand);
                        });
        return List.of(
                Finding.ratio(
                        name(),
                        about(),
                        Target.atLeast(0.9, 1),
                        turns,
                        List.of(
                                "Each time, %,d events had gone since it was opened."
                                        .formatted((ROUNDS - 1) * Draining.EVENTS))));
    }

    private static double held(Stand stand) throws Exception {
        try (var connection = stand.cluster().of("order");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SELECT 1 FROM orders LIMIT 1");
            for (var i = 1; i < ROUNDS; i++) Draining.drained(stand);
            var rate = Draining.drained(stand);
            connection.rollback();
            return rate;
        }
    }
}
