package gofood.chaos.law;

import gofood.chaos.law.Facts.Applied;
import gofood.chaos.law.Facts.Sent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// I6: every event is applied exactly once per subscriber, in order per order.
final class EventLaws {
    private EventLaws() {}

    private record Route(String source, String subscriber, String key) {}

    private record Place(String subscriber, UUID id) {}

    static List<Violation> onceAndInOrder(Facts facts) {
        var found = new ArrayList<Violation>();
        var applied = OrderLaws.grouped(facts.traffic().applied(), EventLaws::place);
        var last = new HashMap<Route, Applied>();
        facts.traffic().sent().stream()
                .sorted(Comparator.comparing(Sent::source).thenComparingLong(Sent::position))
                .forEach(sent -> check(sent, applied, last, found));
        return found;
    }

    private static Place place(Applied applied) {
        return new Place(applied.subscriber(), applied.id());
    }

    private static void check(
            Sent sent,
            Map<Place, List<Applied>> applied,
            Map<Route, Applied> last,
            List<Violation> found) {
        var times = applied.getOrDefault(new Place(sent.subscriber(), sent.id()), List.of());
        if (times.isEmpty()) {
            if (!sent.waiting())
                found.add(new Violation("I6", subject(sent), "applied once", "lost"));
            return;
        }
        if (times.size() > 1)
            found.add(new Violation("I6", subject(sent), "applied once", "" + times));
        var own = times.getFirst();
        var before = last.put(new Route(sent.source(), sent.subscriber(), sent.key()), own);
        if (before != null && before.number() > own.number())
            found.add(
                    new Violation("I6", subject(sent), "after event " + before.id(), "before it"));
    }

    private static String subject(Sent sent) {
        return "%s of %s from %s for %s (%s)"
                .formatted(sent.type(), sent.key(), sent.source(), sent.subscriber(), sent.id());
    }
}
