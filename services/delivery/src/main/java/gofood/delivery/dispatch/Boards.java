package gofood.delivery.dispatch;

import gofood.contracts.Vehicle;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.Sign;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.dispatch.Board.OnShift;
import gofood.delivery.dispatch.Stops.Planned;
import gofood.delivery.eta.Lessons;
import gofood.delivery.ride.LiveRides;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.Offers.Asked;
import gofood.delivery.ride.Ride;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the board for a round.
final class Boards {
    /// Rides beyond this aren't seen until others are over.
    private static final int MOST_RIDES = 3000;

    private final Foundation base;
    private final LiveRides rides;
    private final Offers offers;
    private final Whereabouts whereabouts;
    private final Lessons lessons;
    private final DeliveryConfig config;

    Boards(
            Foundation base,
            LiveRides rides,
            Offers offers,
            Whereabouts whereabouts,
            Lessons lessons,
            DeliveryConfig config) {
        this.base = base;
        this.rides = rides;
        this.offers = offers;
        this.whereabouts = whereabouts;
        this.lessons = lessons;
        this.config = config;
    }

    Board read() {
        whereabouts.exchange();
        var learned = lessons.learned();
        return base.db()
                .tx(tx -> {
                    var now = base.clock().instant();
                    var live = rides.read(tx, MOST_RIDES);
                    var couriers = live.isEmpty() ? List.<OnShift>of() : onShift(tx, now);
                    return new Board(
                            now,
                            live,
                            couriers,
                            couriers.isEmpty() ? Map.of() : refused(tx, live, now),
                            couriers.isEmpty() ? Map.of() : asked(tx),
                            signs(couriers),
                            bags(live),
                            learned,
                            config);
                });
    }

    private static List<OnShift> onShift(Tx tx, Instant now) {
        return tx.list(
                """
                SELECT c.courier_id, c.vehicle, c.capacity, c.online, c.tour,
                       coalesce(c.free_since, ?) AS free_since
                  FROM courier c
                 WHERE c.online
                    OR EXISTS (SELECT FROM delivery d
                                WHERE d.courier_id = c.courier_id AND d.slot IS NOT NULL)
                 ORDER BY c.courier_id
                """,
                row ->
                        new OnShift(
                                row.number("courier_id"),
                                Vehicle.valueOf(row.text("vehicle")),
                                row.integer("capacity"),
                                row.flag("online"),
                                row.instant("free_since"),
                                tour(row.text("tour"))),
                now);
    }

    static List<Planned> tour(String stored) {
        return List.of(Json.read(stored.getBytes(StandardCharsets.UTF_8), Planned[].class));
    }

    private Map<Long, Set<Long>> refused(Tx tx, List<Ride> live, Instant now) {
        var refused = new HashMap<Long, Set<Long>>();
        var jobs = Board.jobs(live).map(Ride::deliveryId).toList();
        for (var no : offers.refusals(tx, jobs, now.minus(config.search().again())))
            refused.computeIfAbsent(no.deliveryId(), _ -> new HashSet<>()).add(no.courierId());
        return refused;
    }

    private Map<Long, Asked> asked(Tx tx) {
        var asked = new HashMap<Long, Asked>();
        for (var offer : offers.open(tx)) asked.put(offer.courierId(), offer);
        return asked;
    }

    private static Map<Long, List<Ride>> bags(List<Ride> rides) {
        var bags = new HashMap<Long, List<Ride>>();
        for (var ride : rides) {
            var courier = ride.state().bagOf();
            if (courier != null) bags.computeIfAbsent(courier, _ -> new ArrayList<>()).add(ride);
        }
        return bags;
    }

    private Map<Long, Sign> signs(List<OnShift> couriers) {
        var signs = new HashMap<Long, Sign>();
        for (var courier : couriers)
            whereabouts
                    .find(courier.courierId())
                    .ifPresent(sign -> signs.put(courier.courierId(), sign));
        return signs;
    }
}
