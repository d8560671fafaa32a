package gofood.order.life;

import gofood.platform.db.Tx;
import gofood.platform.http.RequestScope;
import gofood.platform.trace.Part;
import java.util.function.Supplier;

/// The trace in which an order was placed goes on through its whole life: the kitchen's and the
/// courier's own requests are other traces, which each step is linked to. Noted and asked for only
/// while somebody keeps traces.
public final class OrderTraces {
    /// Notes that the order was placed in this request's trace.
    public void begin(Tx tx, long orderId) {
        if (!Part.isTraced()) return;
        tx.gather(
                """
                INSERT INTO order_trace (order_id, traceparent)
                SELECT * FROM unnest(?::bigint[], ?::text[])
                ON CONFLICT DO NOTHING
                """,
                orderId,
                RequestScope.current().traceparent());
    }

    /// Takes a step of the order's life in its own trace, and tells the others from there.
    <T> T step(Tx tx, long orderId, String name, Supplier<T> step) {
        if (!Part.isTraced()) return step.get();
        var begun =
                tx.find(
                        "SELECT traceparent FROM order_trace WHERE order_id = ?",
                        row -> row.text("traceparent"),
                        orderId);
        if (begun.isEmpty()) return step.get();
        var now = RequestScope.current();
        try (var part = Part.following(begun.get(), name)) {
            return now.within(part).call(step::get);
        }
    }
}
