package gofood.order.life;

import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderSummary;
import gofood.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pages of orders. Each filter that is there is one condition, so that the database can choose the
/// index for it.
public final class OrderPages {
    /// An order may get its number so much later than another one that was placed after it.
    private static final Duration DISORDER = Duration.ofHours(1);

    /// What a list is narrowed to; null means all.
    ///
    /// @param from placed then or later
    /// @param to placed before
    public record Filter(
            @Nullable Long customer,
            Long @Nullable [] restaurants,
            @Nullable OrderStatus status,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /// A page of orders, newest first.
    ///
    /// @param before only orders with a smaller number
    public List<OrderSummary> page(Tx tx, Filter filter, long before, int limit) {
        var query = new Query("id < ?", before);
        if (filter.status != null) find(query, filter.status);
        find(query, filter.from, filter.to);
        narrow(query, filter);
        return filter.restaurants == null
                ? query.list(tx, "id DESC", limit)
                : query.listOfEach(tx, filter.restaurants, limit);
    }

    /// Rare states are found without a look at all the others. An index on the state itself would
    /// make every step of every order dearer.
    private static void find(Query query, OrderStatus status) {
        switch (status) {
            case PLACED, PAID, SCHEDULED, RECEIVED, PREPARING, COMPLETE, PICKED_UP ->
                    haveTimer(query);
            case DECLINED, REJECTED, CANCELLED -> query.and("ending = ?", status);
            case DELIVERED -> {} // nearly all are
        }
    }

    private static void haveTimer(Query query) {
        query.and(
                "id = ANY (ARRAY(SELECT key::bigint FROM timer WHERE kind = ?))",
                OrderDeadlines.TIMER);
    }

    /// Between which numbers that time lies: the database doesn't know that numbers grow with it.
    /// Within an hour they may not.
    private static void find(Query query, @Nullable Instant from, @Nullable Instant to) {
        if (from != null)
            query.and(
                    """
                    id > coalesce((SELECT id FROM orders WHERE placed_at < ?
                                    ORDER BY placed_at DESC LIMIT 1), 0)
                    """,
                    from.minus(DISORDER));
        if (to != null)
            query.and(
                    """
                    id < coalesce((SELECT id FROM orders WHERE placed_at >= ?
                                    ORDER BY placed_at LIMIT 1), ?)
                    """,
                    to.plus(DISORDER),
                    Long.MAX_VALUE);
    }

    /// A page of orders that wait in their state since before these moments, oldest first. Each
    /// order that waits has a timer, so that it needs no index that every step would change.
    ///
    /// @param limits what counts is when the food should be ready where it is cooked, when the
    ///   kitchen should begin where it is for later, and elsewhere when it came into the state
    /// @param after only orders with a larger number
    public List<OrderSummary> stuck(
            Tx tx, Filter filter, Map<OrderStatus, Instant> limits, long after, int limit) {
        var query = new Query("id > ?", after);
        haveTimer(query);
        var waiting = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        limits.forEach((status, since) -> {
            waiting.add("(status = ? AND %s < ?)".formatted(basis(status)));
            arguments.add(status);
            arguments.add(since);
        });
        query.and("(" + String.join(" OR ", waiting) + ")", arguments.toArray());
        narrow(query, filter);
        if (filter.restaurants != null)
            query.and("restaurant_id = ANY (?)", (Object) filter.restaurants);
        return query.list(tx, "id", limit);
    }

    private static String basis(OrderStatus status) {
        return switch (status) {
            case RECEIVED, PREPARING -> "ready_at";
            case SCHEDULED -> "kitchen_at";
            case PLACED, PAID, COMPLETE, PICKED_UP, DECLINED, DELIVERED, REJECTED, CANCELLED ->
                    "since";
        };
    }

    private static void narrow(Query query, Filter filter) {
        if (filter.customer != null) query.and("customer_id = ?", filter.customer);
        if (filter.status != null) query.and("status = ?", filter.status);
        if (filter.from != null) query.and("placed_at >= ?", filter.from);
        if (filter.to != null) query.and("placed_at < ?", filter.to);
    }

    /// Conditions with what they are about.
    private static final class Query {
        private final List<String> conditions = new ArrayList<>();
        private final List<@Nullable Object> arguments = new ArrayList<>();

        Query(String condition, Object... values) {
            and(condition, values);
        }

        void and(String condition, Object... values) {
            conditions.add(condition);
            arguments.addAll(List.of(values));
        }

        /// Of each restaurant its newest, and of those the newest.
        List<OrderSummary> listOfEach(Tx tx, Long[] restaurants, int limit) {
            arguments.addFirst(restaurants);
            arguments.addAll(List.of(limit, limit));
            return tx.list(
                    """
                    SELECT orders.* FROM unnest(?::bigint[]) AS own (restaurant), LATERAL (
                           SELECT * FROM orders WHERE restaurant_id = own.restaurant AND %s
                            ORDER BY id DESC LIMIT ?) AS orders
                     ORDER BY id DESC LIMIT ?
                    """
                            .formatted(String.join(" AND ", conditions)),
                    row -> OrderRows.summary(OrderRows.order(row)),
                    arguments.toArray());
        }

        List<OrderSummary> list(Tx tx, String order, int limit) {
            arguments.add(limit);
            return tx.list(
                    "SELECT * FROM orders WHERE %s ORDER BY %s LIMIT ?"
                            .formatted(String.join(" AND ", conditions), order),
                    row -> OrderRows.summary(OrderRows.order(row)),
                    arguments.toArray());
        }
    }
}
