package gofood.payment;

import gofood.contracts.PaymentApi.NewPayment;
import gofood.contracts.PaymentApi.PaymentStatus;
import gofood.payment.PaymentLife.State;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Sale;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The payments as they are stored.
final class Payments {
    /// Which payments a list shows; null means any.
    record Filter(
            @Nullable Long customerId, @Nullable Long orderId, @Nullable PaymentStatus status) {}

    /// Makes payments for orders that have none yet; those that have one are left out. In the order
    /// of their orders, so that two who do the same don't wait for each other in a circle.
    ///
    /// @param wanted of each order one
    List<Payment> insert(Tx tx, List<NewPayment> wanted, Instant now) {
        return tx.list(
                """
                INSERT INTO payment
                       (order_id, customer_id, restaurant_id, restaurant_name, items, price, pay_by,
                        amount, due, currency, token, state, wanted, created_at, changed_at)
                SELECT order_id, customer_id, restaurant_id, restaurant_name, items::jsonb,
                       price::jsonb, pay_by, total, total, currency, token, 'Pending', 'AUTHORIZED',
                       w.now, w.now
                  FROM (SELECT *, ?::timestamptz AS now
                          FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                                      ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                            AS u (order_id, customer_id, restaurant_id, restaurant_name, items,
                                  price, pay_by, total, currency, token)) AS w
                 ORDER BY order_id
                ON CONFLICT (order_id) DO NOTHING
                RETURNING *
                """,
                PaymentRow::read,
                now,
                numbers(wanted, NewPayment::orderId),
                numbers(wanted, NewPayment::customerId),
                numbers(wanted, NewPayment::restaurantId),
                texts(wanted, NewPayment::restaurantName),
                texts(wanted, it -> Tx.json(it.items())),
                texts(wanted, it -> Tx.json(it.price())),
                texts(wanted, it -> it.payment().method().name()),
                numbers(wanted, it -> it.price().total().mills()),
                texts(wanted, it -> it.price().currency()),
                texts(wanted, it -> it.payment().token() == null ? "" : it.payment().token()));
    }

    private static Long[] numbers(List<NewPayment> all, Function<NewPayment, Long> column) {
        return all.stream().map(column).toArray(Long[]::new);
    }

    private static String[] texts(List<NewPayment> all, Function<NewPayment, String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    Optional<Payment> find(Tx tx, long id) {
        return tx.find("SELECT * FROM payment WHERE payment_id = ?", PaymentRow::read, id);
    }

    /// What is known of some payments.
    Map<Long, State> states(Tx tx, Collection<Long> ids) {
        return tx
                .list(
                        """
                        SELECT p.* FROM unnest(?::bigint[]) AS asked (id),
                               LATERAL (SELECT payment_id, state, reference, reason, captured,
                                               refunded
                                          FROM payment WHERE payment_id = asked.id OFFSET 0) AS p
                        """,
                        row -> Map.entry(row.number("payment_id"), PaymentRow.state(row)),
                        (Object) ids.stream().distinct().toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Keeps everybody else from this payment until the transaction ends.
    Optional<Payment> lock(Tx tx, long id) {
        return tx.find(
                "SELECT * FROM payment WHERE payment_id = ? FOR UPDATE", PaymentRow::read, id);
    }

    /// Keeps everybody else from these payments until the transaction ends. Who locks several does
    /// it in the order of their numbers, so that nobody waits in a circle. Each is found by itself,
    /// whatever a plan from when there were few payments thinks of reading them all.
    List<Payment> lock(Tx tx, Collection<Long> ids) {
        return tx.list(
                """
                SELECT p.*
                  FROM (SELECT DISTINCT id FROM unnest(?::bigint[]) AS id ORDER BY id) AS wanted,
                       LATERAL (SELECT * FROM payment WHERE payment_id = wanted.id FOR UPDATE) AS p
                """,
                PaymentRow::read,
                (Object) ids.toArray(Long[]::new));
    }

    /// The same for the payments of some orders.
    List<Payment> lockOfOrders(Tx tx, Collection<Long> orderIds) {
        return tx.list(
                """
                SELECT p.*
                  FROM (SELECT DISTINCT payment_id
                          FROM unnest(?::bigint[]) AS id,
                               LATERAL (SELECT payment_id FROM payment WHERE order_id = id OFFSET 0)
                                    AS its
                         ORDER BY payment_id) AS wanted,
                       LATERAL (SELECT * FROM payment WHERE payment_id = wanted.payment_id
                                   FOR UPDATE) AS p
                """,
                PaymentRow::read,
                (Object) orderIds.toArray(Long[]::new));
    }

    /// Keeps everybody else from this order's payment until the transaction ends.
    Optional<Payment> lockOfOrder(Tx tx, long orderId) {
        return tx.find(
                "SELECT * FROM payment WHERE order_id = ? FOR UPDATE", PaymentRow::read, orderId);
    }

    /// The newest first.
    ///
    /// @param before the id before which to go on
    List<Payment> page(Tx tx, Filter filter, long before, int limit) {
        var where = new StringBuilder("payment_id < ?");
        var arguments = new ArrayList<Object>(List.of(before));
        if (filter.customerId != null) {
            where.append(" AND customer_id = ?");
            arguments.add(filter.customerId);
        }
        if (filter.orderId != null) {
            where.append(" AND order_id = ?");
            arguments.add(filter.orderId);
        }
        if (filter.status != null) {
            where.append(" AND state = ANY (?)").append(amongWhich(filter.status));
            arguments.add(PaymentRow.Stored.named(filter.status));
        }
        arguments.add(limit);
        return tx.list(
                "SELECT * FROM payment WHERE " + where + " ORDER BY payment_id DESC LIMIT ?",
                PaymentRow::read,
                arguments.toArray());
    }

    /// The few that an index finds. One on the state itself would make every change dearer.
    private static String amongWhich(PaymentStatus status) {
        return switch (status) {
            case PENDING, UNKNOWN, AUTHORIZED, VOIDED, DECLINED -> " AND captured = 0";
            case REFUNDED -> " AND refunded > 0";
            case CAPTURED -> ""; // nearly all are
        };
    }

    /// Writes what a payment has become, with the transaction's commit.
    void save(Tx tx, Payment payment, Instant now) {
        var columns = PaymentRow.columns(payment.state());
        var courier = payment.ending() instanceof Ending.Delivered(var it) ? it : null;
        var settlement = payment.ending() instanceof Ending.CalledOff(var it) ? Tx.json(it) : null;
        tx.gather(
                """
                UPDATE payment p
                   SET state = s.state, reference = s.reference, reason = s.reason,
                       captured = s.captured, refunded = s.refunded, wanted = s.wanted,
                       due = s.due, release_reason = s.release_reason, asked_at = s.asked_at,
                       tries = s.tries, silent_since = s.silent_since, stuck = s.stuck,
                       courier_id = s.courier_id, settlement = s.settlement,
                       ended_at = CASE WHEN s.ended THEN coalesce(p.ended_at, s.at) END,
                       settled_at = CASE WHEN s.settled THEN coalesce(p.settled_at, s.at) END,
                       token = CASE WHEN s.open THEN p.token END, closed = false,
                       version = p.version + 1, changed_at = s.at
                  FROM (SELECT DISTINCT ON (id) *
                          FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                                      ?::text[], ?::bigint[], ?::text[], ?::timestamptz[],
                                      ?::int[], ?::timestamptz[], ?::boolean[], ?::bigint[],
                                      ?::jsonb[], ?::boolean[], ?::boolean[], ?::boolean[],
                                      ?::timestamptz[], ?::bigint[])
                               WITH ORDINALITY
                               AS said (state, reference, reason, captured, refunded, wanted, due,
                                        release_reason, asked_at, tries, silent_since, stuck,
                                        courier_id, settlement, ended, settled, open, at, id, n)
                         ORDER BY id, n DESC) s
                 WHERE p.payment_id = s.id
                """,
                columns.stored().text(),
                columns.reference(),
                columns.reason(),
                columns.captured().mills(),
                columns.refunded().mills(),
                payment.aim().wanted(),
                payment.aim().due().mills(),
                payment.aim().reason(),
                payment.askedAt(),
                payment.silence().tries(),
                payment.silence().since(),
                payment.silence().told(),
                courier,
                settlement,
                payment.ending() != null,
                payment.settled(),
                payment.state() instanceof State.Open,
                now,
                payment.id());
    }

    void save(Tx tx, long id, Sale sale) {
        tx.gather(
                """
                UPDATE payment p SET items = s.items, price = s.price
                  FROM (SELECT DISTINCT ON (id) *
                          FROM unnest(?::jsonb[], ?::jsonb[], ?::bigint[])
                               WITH ORDINALITY AS said (items, price, id, n)
                         ORDER BY id, n DESC) s
                 WHERE p.payment_id = s.id
                """,
                Tx.json(sale.items()),
                Tx.json(sale.price()),
                id);
    }

    /// How many payments and refunds the provider has left open for so long that operators were
    /// told.
    long stuck(Tx tx) {
        return tx.one(
                """
                SELECT (SELECT count(*) FROM payment
                         WHERE stuck AND (state IN ('Asked', 'Unknown')
                               OR (state = 'Authorized' AND wanted <> 'AUTHORIZED')))
                     + (SELECT count(*) FROM refund WHERE stuck AND status = 'WANTED') AS stuck
                """,
                row -> row.number("stuck"));
    }
}
