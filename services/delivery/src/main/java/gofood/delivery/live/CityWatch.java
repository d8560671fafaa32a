package gofood.delivery.live;

import gofood.contracts.DeliveryApi.Courier;
import gofood.contracts.DeliveryApi.Delivery;
import gofood.contracts.DeliveryApi.LiveCity;
import gofood.contracts.UserApi.Role;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.Couriers.Known;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.live.Pulse.Beat;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.Ride.Viewer;
import gofood.delivery.ride.RideLists;
import gofood.platform.Foundation;
import gofood.platform.http.Access;
import gofood.platform.http.Live;
import gofood.platform.http.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// The live city, kept once for all operators who watch it: what is, and the latest changes of it.
public final class CityWatch {
    private static final String KEY = "the live city";
    private static final int MOST_RIDES = RideLists.MOST_UNDER_WAY;
    private static final int MOST_COURIERS = 1000;

    /// A little less than two beats.
    private static final Duration EVERY = Duration.ofMillis(1900);

    /// Nobody has watched for so long that the pulse rests.
    private static final Duration STALE = Duration.ofSeconds(5);

    /// About two minutes, for those who come back.
    private static final int REMEMBERED = 60;

    private final Foundation base;
    private final RideLists lists;
    private final Couriers couriers;
    private final Whereabouts whereabouts;
    private final Pulse pulse;

    /// Tells this replica's events from the others', about.
    private final long me = ThreadLocalRandom.current().nextInt(1000);

    private final Deque<Live.Event> changes = new ArrayDeque<>();
    private final Map<Long, Delivery> rides = new TreeMap<>();
    private final Map<Long, Known> known = new TreeMap<>();
    private final Map<Long, Courier> views = new TreeMap<>();
    private Beat seen = new Beat(Map.of(), Map.of());
    private Instant at = Instant.EPOCH;
    private long id;

    /// The id before the oldest change that is remembered.
    private long before;

    public CityWatch(
            Foundation base,
            RideLists lists,
            Couriers couriers,
            Whereabouts whereabouts,
            Pulse pulse) {
        this.base = base;
        this.lists = lists;
        this.couriers = couriers;
        this.whereabouts = whereabouts;
        this.pulse = pulse;
        id = nextId();
        before = id;
        pulse.on(this::follow);
    }

    public Routes table() {
        return new Routes()
                .stream(
                        "/deliveries/stream",
                        Access.only(Role.OPERATOR),
                        call ->
                                new Live(
                                        base.signals(),
                                        List.of(KEY),
                                        Live.lastSeen(call),
                                        this::newer));
    }

    /// Everything for who comes new, or is back after what is remembered.
    private synchronized List<Live.Event> newer(long last) {
        pulse.wanted();
        if (base.clock().instant().isAfter(at.plus(STALE))) follow(base.db().tx(Pulse::read));
        if (last == id) return List.of();
        if (last == before || changes.stream().anyMatch(change -> change.id() == last))
            return changes.stream().filter(change -> change.id() > last).toList();
        var all = new LiveCity(List.copyOf(rides.values()), List.copyOf(views.values()), at);
        return List.of(new Live.Event(id, "city", all, false));
    }

    private synchronized void follow(Beat beat) {
        var now = base.clock().instant();
        if (now.isBefore(at.plus(EVERY))) return;
        at = now;
        var next = new Beat(first(beat.rides(), MOST_RIDES), first(beat.couriers(), MOST_COURIERS));
        var ended = new ArrayList<Courier>();
        var moved = reread(next, ended);
        seen = next;
        var city = new LiveCity(moved, Stream.concat(ended.stream(), moves()).toList(), now);
        if (city.deliveries().isEmpty() && city.couriers().isEmpty()) return;
        id = nextId();
        changes.add(new Live.Event(id, "changes", city, false));
        if (changes.size() > REMEMBERED) before = changes.removeFirst().id();
        base.signals().wake(KEY);
    }

    private static <T> Map<Long, T> first(Map<Long, T> all, int most) {
        var first = new LinkedHashMap<Long, T>();
        all.entrySet().stream()
                .limit(most)
                .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
        return first;
    }

    /// Reads what has another mark than before, and notes it.
    ///
    /// @param ended takes the couriers who have left
    /// @return the rides that have changed, or ended
    private List<Delivery> reread(Beat next, List<Courier> ended) {
        var changedRides = Pulse.differing(seen.rides(), next.rides());
        var changedCouriers = Pulse.differing(seen.couriers(), next.couriers());
        changedCouriers.addAll(couriersOf(changedRides, next));
        if (changedRides.isEmpty() && changedCouriers.isEmpty()) return List.of();
        record Reread(List<Ride> rides, List<Known> couriers) {}
        var read =
                base.db()
                        .tx(tx ->
                                new Reread(
                                        lists.find(tx, changedRides),
                                        couriers.find(tx, changedCouriers)));
        for (var courier : read.couriers) {
            if (next.couriers().containsKey(courier.courierId()))
                known.put(courier.courierId(), courier);
            else if (known.remove(courier.courierId()) != null) ended.add(left(courier));
        }
        var moved = new ArrayList<Delivery>();
        for (var ride : read.rides) {
            var view = ride.view(Viewer.OPERATOR, Optional.empty());
            if (next.rides().containsKey(ride.deliveryId())) rides.put(ride.deliveryId(), view);
            else rides.remove(ride.deliveryId());
            moved.add(view);
        }
        return moved;
    }

    private Courier left(Known courier) {
        views.remove(courier.courierId());
        return courier.view(Optional.empty());
    }

    /// The order of a courier's stops changes with their rides.
    private Set<Long> couriersOf(Set<Long> changedRides, Beat next) {
        var of = new HashSet<Long>();
        for (var ride : changedRides)
            for (var beat : List.of(seen, next)) {
                var mark = beat.rides().get(ride);
                if (mark != null && mark.courierId() != null) of.add(mark.courierId());
            }
        return of;
    }

    /// The couriers who look different now, such as by where they are.
    private Stream<Courier> moves() {
        return known.values().stream()
                .flatMap(courier -> {
                    var view = courier.view(whereabouts.find(courier.courierId()));
                    return view.equals(views.put(courier.courierId(), view))
                            ? Stream.empty()
                            : Stream.of(view);
                });
    }

    private long nextId() {
        return Math.max(id + 1, base.clock().millis() * 1000 + me);
    }
}
