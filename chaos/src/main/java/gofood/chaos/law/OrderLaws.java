package gofood.chaos.law;

import gofood.chaos.law.Facts.StoredOrder;
import gofood.chaos.law.Facts.StoredTicket;
import gofood.chaos.law.Facts.TimelineStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a customer may rely on: what was answered is there, once, and takes only steps that an
/// order can take.
final class OrderLaws {
    static final Set<String> ENDED = Set.of("DELIVERED", "DECLINED", "REJECTED", "CANCELLED");

    /// What may follow what, from the design's picture of an order's life. Nothing follows an end.
    static final Map<String, Set<String>> MAY_BECOME =
            Map.of(
                    "PLACED", Set.of("PAID", "SCHEDULED", "DECLINED", "CANCELLED"),
                    "SCHEDULED", Set.of("PAID", "REJECTED", "CANCELLED"),
                    "PAID", Set.of("RECEIVED", "REJECTED", "CANCELLED"),
                    "RECEIVED",
                            Set.of("PREPARING", "COMPLETE", "PICKED_UP", "REJECTED", "CANCELLED"),
                    "PREPARING", Set.of("COMPLETE", "PICKED_UP", "REJECTED", "CANCELLED"),
                    "COMPLETE", Set.of("PICKED_UP", "CANCELLED"),
                    "PICKED_UP", Set.of("DELIVERED", "CANCELLED"));

    /// How a ticket ends when its order ends like this.
    private static final Map<String, String> TICKET_ENDS =
            Map.of("DELIVERED", "COLLECTED", "REJECTED", "REJECTED");

    private OrderLaws() {}

    /// I1: every 201 exists, with the same body.
    static List<Violation> everyAnswerIsKept(Facts facts) {
        var byId = facts.orders().stream().collect(Collectors.toMap(StoredOrder::id, o -> o));
        var found = new ArrayList<Violation>();
        for (var placement : facts.placements()) {
            if (!placement.isPlaced()) continue;
            var id = placement.orderId();
            var subject = "order " + id;
            var stored = byId.get(id);
            if (stored == null)
                found.add(new Violation("I1", subject, "in the database", "no such row"));
            else if (!stored.note().equals(placement.key()))
                found.add(new Violation("I1", subject, "note " + placement.key(), stored.note()));
            var first = placement.answers().getFirst();
            for (var answer : placement.answers())
                if (!answer.equals(first)) found.add(new Violation("I1", subject, first, answer));
            var seen = facts.seen().get(placement.key());
            if (seen == null || seen.order() == null)
                found.add(new Violation("I1", subject, "GET shows it", "it does not"));
            else if (seen.order().orderId() != id || !seen.order().note().equals(placement.key()))
                found.add(new Violation("I1", subject, "GET shows " + placement, "" + seen));
            if (seen != null && !seen.repeated().equals(first))
                found.add(new Violation("I1", subject, first, seen.repeated()));
        }
        return found;
    }

    /// I3, the orders' half: one key, one order.
    static List<Violation> oneKeyOneOrder(Facts facts) {
        var found = new ArrayList<Violation>();
        for (var placement : facts.placements()) {
            var told = new HashSet<>(placement.orderIds());
            if (told.size() > 1)
                found.add(new Violation("I3", "key " + placement.key(), "one order", "" + told));
        }
        facts.orders().stream()
                .collect(Collectors.groupingBy(StoredOrder::note, Collectors.toList()))
                .forEach((key, orders) -> {
                    if (orders.size() > 1)
                        found.add(
                                new Violation(
                                        "I3",
                                        "key " + key,
                                        "one order",
                                        orders.stream().map(StoredOrder::id).toList().toString()));
                });
        return found;
    }

    /// I5, the orders' half: nobody waits any more, since every kitchen and courier is at work.
    static List<Violation> nobodyWaits(Facts facts) {
        var found = new ArrayList<Violation>();
        for (var order : facts.orders())
            if (!ENDED.contains(order.status()))
                found.add(new Violation("I5", "order " + order.id(), "at an end", order.status()));
        for (var waits : facts.waits())
            found.add(
                    new Violation(
                            "I5",
                            waits.where() + " " + waits.what(),
                            "done by " + waits.since(),
                            "waiting at " + facts.at()));
        return found;
    }

    /// I6, as the kitchens see it: what became of an order is what became of its ticket.
    static List<Violation> kitchensAgree(Facts facts) {
        var tickets =
                facts.tickets().stream()
                        .collect(Collectors.toMap(StoredTicket::orderId, StoredTicket::status));
        var found = new ArrayList<Violation>();
        for (var order : facts.orders()) {
            var ends = TICKET_ENDS.get(order.status());
            var ticket = tickets.getOrDefault(order.id(), "missing");
            if (ends != null && !ends.equals(ticket))
                found.add(new Violation("I6", "the ticket of order " + order.id(), ends, ticket));
        }
        return found;
    }

    /// I7: only legal transitions, and none is missing from the timeline.
    static List<Violation> onlyLegalSteps(Facts facts) {
        var found = new ArrayList<Violation>();
        for (var order : facts.orders()) {
            var subject = "order " + order.id();
            var line = order.timeline();
            if (line.isEmpty() || !line.getFirst().status().equals("PLACED")) {
                found.add(new Violation("I7", subject, "begins with PLACED", "" + line));
                continue;
            }
            for (var i = 1; i < line.size(); i++) {
                var from = line.get(i - 1);
                var to = line.get(i);
                if (to.step() != from.step() + 1)
                    found.add(new Violation("I7", subject, "step " + (from.step() + 1), "" + to));
                if (!isLegal(from, to))
                    found.add(
                            new Violation(
                                    "I7",
                                    subject,
                                    from.status() + " → " + mayBecome(from.status()),
                                    to.status()));
            }
            if (!line.getLast().status().equals(order.status()))
                found.add(new Violation("I7", subject, "" + line.getLast(), order.status()));
        }
        return found;
    }

    // a note in the timeline leaves the order where it is
    private static boolean isLegal(TimelineStep from, TimelineStep to) {
        return from.status().equals(to.status()) || mayBecome(from.status()).contains(to.status());
    }

    private static Set<String> mayBecome(String status) {
        return MAY_BECOME.getOrDefault(status, Set.of());
    }

    static <K, T> Map<K, List<T>> grouped(List<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.groupingBy(key));
    }
}
