package gofood.order.tracking;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Delivery;
import gofood.contracts.DeliveryApi.DeliveryList;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.Point;
import gofood.order.life.Order;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.wire.Refused;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Where couriers are, as the delivery service says. However many watch an order, it is asked once
/// for all of them, and not more often than every few seconds; while it is silent nobody knows.
final class CourierSpots {
    private static final int MOST_KEPT = 20_000;

    private final Peer delivery;
    private final Duration patience;
    private final Blur blur;
    private final AsyncCache<Long, Sighting> spots;

    CourierSpots(Peer delivery, TrackingConfig config) {
        this.delivery = delivery;
        this.patience = config.courierWait();
        this.blur = new Blur(config.doorMetres(), config.spotMetres());
        this.spots =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEPT)
                        .expireAfterWrite(config.courierEvery())
                        .buildAsync();
    }

    Sighting of(Order order) {
        // a stream lives longer than a request may take: each question has time of its own
        var trace = RequestScope.current().traceparent();
        return spots.get(order.id(), (_, _) -> asked(order, trace)).join();
    }

    private CompletableFuture<Sighting> asked(Order order, String trace) {
        var scope = new RequestScope(trace, System.nanoTime() + patience.toNanos());
        return CompletableFuture.supplyAsync(
                () -> ScopedValue.where(RequestScope.CURRENT, scope).call(() -> ask(order)),
                Thread::startVirtualThread);
    }

    private Sighting ask(Order order) {
        try {
            var answer = delivery.get("/deliveries?order_id=" + order.id());
            if (!answer.isOk()) return new Sighting.Unknown();
            return answer.as(DeliveryList.class).deliveries().stream()
                    .findFirst()
                    .map(ride -> spot(ride, order.purchase().dropoff()))
                    .orElse(new Sighting.Unknown());
        } catch (Refused | UncheckedIOException silent) {
            return new Sighting.Unknown();
        }
    }

    private Sighting spot(Delivery ride, Address door) {
        if (ride.status() == DeliveryStatus.AT_DOOR) return new Sighting.NearDoor();
        var lat = ride.courierLat();
        var lon = ride.courierLon();
        return lat == null || lon == null
                ? new Sighting.Unknown()
                : blur.of(new Point(lat, lon), door);
    }
}
