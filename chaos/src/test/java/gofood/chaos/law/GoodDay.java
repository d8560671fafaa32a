package gofood.chaos.law;

import gofood.chaos.crowd.Placement;
import gofood.chaos.crowd.Strangers;
import gofood.chaos.law.Facts.Applied;
import gofood.chaos.law.Facts.Books;
import gofood.chaos.law.Facts.Charge;
import gofood.chaos.law.Facts.Sent;
import gofood.chaos.law.Facts.StoredOrder;
import gofood.chaos.law.Facts.StoredPayment;
import gofood.chaos.law.Facts.StoredRide;
import gofood.chaos.law.Facts.StoredTicket;
import gofood.chaos.law.Facts.TimelineStep;
import gofood.chaos.law.Facts.Traffic;
import gofood.chaos.law.Facts.View;
import gofood.chaos.law.Facts.Waits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// One order that was delivered and one that was cancelled, as they should be; to be doctored.
final class GoodDay {
    static final long DELIVERED = 1001;
    static final long CANCELLED = 1002;

    final List<Placement> placements = new ArrayList<>();
    final Map<Long, List<Long>> deliveredBy = new HashMap<>(Map.of(DELIVERED, List.of(31L)));
    final Map<String, Facts.Seen> seen = new HashMap<>();
    final List<StoredOrder> orders = new ArrayList<>();
    final List<StoredPayment> payments = new ArrayList<>();
    final List<Charge> charges = new ArrayList<>();
    final List<StoredRide> rides = new ArrayList<>();
    final List<StoredTicket> tickets =
            new ArrayList<>(List.of(new StoredTicket(DELIVERED, "COLLECTED")));
    final List<Sent> sent = new ArrayList<>();
    final List<Applied> applied = new ArrayList<>();
    final List<Waits> waits = new ArrayList<>();
    Books books = new Books(3, List.of(), BigDecimal.ZERO, List.of(), "");

    GoodDay() {
        placed(DELIVERED, "key-1");
        placed(CANCELLED, "key-2");
        orders.add(
                new StoredOrder(
                        DELIVERED,
                        "key-1",
                        "DELIVERED",
                        20_000,
                        0,
                        "courier 31",
                        "",
                        steps(
                                "PLACED",
                                "PAID",
                                "RECEIVED",
                                "RECEIVED",
                                "PREPARING",
                                "COMPLETE",
                                "PICKED_UP",
                                "DELIVERED")));
        orders.add(
                new StoredOrder(
                        CANCELLED,
                        "key-2",
                        "CANCELLED",
                        10_000,
                        0,
                        "customer 4",
                        "Not hungry. Nothing is charged.",
                        steps("PLACED", "CANCELLED")));
        payments.add(
                new StoredPayment(
                        1, DELIVERED, "Captured", "CAPTURED", 20_000, 0, null, true, false));
        payments.add(new StoredPayment(2, CANCELLED, "Voided", "RELEASED", 0, 0, 0L, true, false));
        charges.add(new Charge("ch_1", 1, "CAPTURED", 20_000, 0));
        charges.add(new Charge("ch_2", 2, "VOIDED", 0, 0));
        rides.add(
                new StoredRide(
                        1,
                        DELIVERED,
                        "DELIVERED",
                        31L,
                        List.of("WAITING", "OFFERED", "ASSIGNED", "PICKED_UP", "DELIVERED")));
        for (var position = 1; position <= 2; position++) {
            var id = new UUID(0, position);
            sent.add(new Sent("order", position, id, "payment", "1001", "order.placed", false));
            applied.add(new Applied("payment", position, id));
        }
    }

    private void placed(long id, String key) {
        var answer = "created " + id;
        placements.add(
                new Placement(
                        key,
                        Strangers.diner(),
                        "{}",
                        false,
                        new ArrayList<>(List.of(answer, answer)),
                        new ArrayList<>(List.of(id, id))));
        seen.put(key, new Facts.Seen(answer, new View(id, key, 7, "any")));
    }

    Facts facts() {
        return new Facts(
                Instant.EPOCH,
                placements,
                deliveredBy,
                seen,
                orders,
                payments,
                charges,
                rides,
                tickets,
                books,
                new Traffic(sent, applied),
                waits);
    }

    static List<TimelineStep> steps(String... statuses) {
        var steps = new ArrayList<TimelineStep>();
        for (var status : statuses) steps.add(new TimelineStep(steps.size() + 1, status));
        return steps;
    }

    void order(long id, UnaryOperator<StoredOrder> change) {
        orders.replaceAll(order -> order.id() == id ? change.apply(order) : order);
    }

    void payment(long order, StoredPayment other) {
        payments.replaceAll(payment -> payment.orderId() == order ? other : payment);
    }

    void charge(long payment, Charge other) {
        charges.replaceAll(charge -> charge.paymentId() == payment ? other : charge);
    }

    void ride(StoredRide other) {
        rides.replaceAll(ride -> ride.id() == other.id() ? other : ride);
    }

    static List<String> twiceAssigned() {
        return List.of("WAITING", "ASSIGNED", "ASSIGNED", "PICKED_UP", "DELIVERED");
    }

    static StoredOrder copy(StoredOrder order, long id, String note) {
        return new StoredOrder(
                id,
                note,
                order.status(),
                order.total(),
                order.given(),
                order.endedBy(),
                order.why(),
                order.timeline());
    }

    static StoredOrder with(StoredOrder order, List<TimelineStep> timeline) {
        return new StoredOrder(
                order.id(),
                order.note(),
                order.status(),
                order.total(),
                order.given(),
                order.endedBy(),
                order.why(),
                timeline);
    }

    /// By legal steps to one state, and by one step to another.
    static StoredOrder onTheWay(StoredOrder order, String from, String to) {
        var way =
                switch (from) {
                    case "PLACED" -> "PLACED";
                    case "DECLINED", "CANCELLED" -> "PLACED " + from;
                    case "PAID" -> "PLACED PAID";
                    case "RECEIVED", "REJECTED" -> "PLACED PAID " + from;
                    case "COMPLETE" -> "PLACED PAID RECEIVED COMPLETE";
                    case "PICKED_UP" -> "PLACED PAID RECEIVED COMPLETE PICKED_UP";
                    case "DELIVERED" -> "PLACED PAID RECEIVED COMPLETE PICKED_UP DELIVERED";
                    default -> throw new IllegalArgumentException(from);
                };
        var moved = with(order, steps((way + " " + to).split(" ", -1)));
        return new StoredOrder(
                moved.id(),
                moved.note(),
                to,
                moved.total(),
                moved.given(),
                moved.endedBy(),
                moved.why(),
                moved.timeline());
    }
}
