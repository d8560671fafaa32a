package gofood.delivery.dispatch;

import static gofood.contracts.UserApi.Role.COURIER;
import static gofood.contracts.UserApi.Role.OPERATOR;

import gofood.contracts.DeliveryApi.Duty;
import gofood.contracts.DeliveryApi.StopKind;
import gofood.contracts.DeliveryApi.StopView;
import gofood.delivery.courier.CourierNews;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.Couriers.Known;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.live.Pulse;
import gofood.delivery.planning.Stop;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.Offers.Asked;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.Ride.Viewer;
import gofood.delivery.ride.RideLists;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Live;
import gofood.platform.http.Routes;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that a courier's screen shows, live.
public final class Duties {
    /// Nobody tells when a position has grown old.
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(10);

    private final Foundation base;
    private final RideLists lists;
    private final Couriers couriers;
    private final Offers offers;
    private final WhyIdle why;
    private final Whereabouts whereabouts;
    private final CourierNews news;
    private final Pulse pulse;

    public Duties(
            Foundation base,
            RideLists lists,
            Couriers couriers,
            Offers offers,
            WhyIdle why,
            Whereabouts whereabouts,
            CourierNews news,
            Pulse pulse) {
        this.base = base;
        this.lists = lists;
        this.couriers = couriers;
        this.offers = offers;
        this.why = why;
        this.whereabouts = whereabouts;
        this.news = news;
        this.pulse = pulse;
    }

    public Routes table() {
        return new Routes()
                .stream(
                        "/couriers/{courier_id}/stream",
                        Access.only(COURIER, OPERATOR),
                        this::stream);
    }

    private Live stream(Call call) {
        var courier = call.id("courier_id");
        call.onlyFor(courier, "courier");
        if (base.db().tx(tx -> couriers.find(tx, courier)).isEmpty())
            throw Refused.notFound("courier");
        if (call.person().id() == courier) whereabouts.heard(courier);
        var watch = new Watch(courier);
        return new Live(
                base.signals(),
                List.of(CourierNews.keyOf(courier)),
                Live.lastSeen(call),
                watch::newer);
    }

    /// One open stream. It asks the database only after news, or when it hasn't for a while.
    private final class Watch {
        private final long courier;
        private long counted = -1;
        private Instant lookAt = Instant.EPOCH;

        Watch(long courier) {
            this.courier = courier;
        }

        /// What was sent is told by its fingerprint, which is the same on each replica.
        List<Live.Event> newer(long seen) {
            pulse.wanted();
            var now = base.clock().instant();
            var count = news.count(courier);
            if (count == counted && now.isBefore(lookAt)) return List.of();
            counted = count;
            lookAt = now.plus(LOOK_ANYWAY);
            var duty = base.db().tx(tx -> duty(tx, courier, now));
            var print = fingerprint(duty);
            if (print == seen) return List.of();
            return List.of(new Live.Event(print, "duty", duty, false));
        }
    }

    /// 56 bits of it.
    private static long fingerprint(Duty duty) {
        return UUID.nameUUIDFromBytes(Json.write(duty)).getMostSignificantBits() >>> 8;
    }

    private Duty duty(Tx tx, long id, Instant now) {
        var courier = couriers.find(tx, id).orElseThrow();
        var open = offers.openOf(tx, id, now);
        var bag = bag(tx, courier);
        return new Duty(
                courier.view(Optional.empty()),
                open.stream().map(Asked::view).toList(),
                bag.stream().map(ride -> ride.view(Viewer.COURIER, Optional.empty())).toList(),
                stops(courier, bag),
                open.isEmpty() ? why.of(tx, courier) : null);
    }

    /// In the order of their stops.
    private List<Ride> bag(Tx tx, Known courier) {
        var order = courier.rides();
        if (order.isEmpty()) return List.of();
        return lists.find(tx, order).stream()
                .sorted(Comparator.comparingInt(ride -> order.indexOf(ride.deliveryId())))
                .toList();
    }

    /// What two rides were foreseen at different moments may cross a little; a courier does one
    /// stop after the other.
    private static List<StopView> stops(Known courier, List<Ride> bag) {
        var byId = bag.stream().collect(Collectors.toMap(Ride::deliveryId, Function.identity()));
        var views = new ArrayList<StopView>();
        var before = Instant.EPOCH;
        for (var stop : Stops.remaining(Boards.tour(courier.tour()), bag, _ -> null)) {
            var ride = Objects.requireNonNull(byId.get(stop.deliveryId()));
            var at = at(stop.kind(), ride);
            if (at != null && at.isBefore(before)) at = before;
            if (at != null) before = at;
            views.add(view(stop, ride, at));
        }
        return views;
    }

    private static StopView view(Stop stop, Ride ride, @Nullable Instant at) {
        var id = ride.deliveryId();
        return switch (stop.kind()) {
            case PICKUP -> new StopView(id, StopKind.PICKUP, ride.pickup(), at);
            case DROPOFF -> new StopView(id, StopKind.DROPOFF, ride.dropoff(), at);
        };
    }

    /// Both by the forecast that the customer was told; before the first one, as it was planned
    /// when the courier was asked.
    private static @Nullable Instant at(Stop.Kind kind, Ride ride) {
        var eta = ride.eta();
        return switch (kind) {
            case PICKUP -> ride.etaPickup() == null ? ride.plannedPickup() : ride.etaPickup();
            case DROPOFF -> eta == null ? null : eta.from();
        };
    }
}
