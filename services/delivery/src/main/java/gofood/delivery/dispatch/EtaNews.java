package gofood.delivery.dispatch;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.Eta;
import gofood.delivery.eta.Forecast.Times;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.Rides;
import gofood.platform.Foundation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells the order service when an order comes: when its ride gets on, and when one of the two
/// moments has moved by so much that a customer would want to know.
final class EtaNews {
    private static final Duration WORTH_TELLING = Duration.ofSeconds(90);

    private final Foundation base;
    private final Rides rides;

    EtaNews(Foundation base, Rides rides) {
        this.base = base;
        this.rides = rides;
    }

    void tell(Ride ride, Times times) {
        var eta = times.handover();
        if (!isNews(ride, eta)) return;
        base.db()
                .run(tx -> {
                    if (rides.told(tx, ride, eta, times.pickup()))
                        base.outbox()
                                .send(
                                        tx,
                                        ride.orderId(),
                                        new DeliveryEvent.EtaChanged(ride.orderId(), eta));
                });
    }

    static boolean isNews(Ride ride, Eta eta) {
        var told = ride.eta();
        if (told == null || phase(ride.toldStatus()) != phase(ride.state().status())) return true;
        // whose latest has become the earliest would wait in vain
        return eta.from().isAfter(told.to())
                || isFar(told.from(), eta.from())
                || isFar(told.to(), eta.to());
    }

    /// Whether somebody is asked is no news to a customer.
    private static DeliveryStatus phase(@Nullable DeliveryStatus status) {
        return status == null || status == DeliveryStatus.OFFERED ? DeliveryStatus.WAITING : status;
    }

    private static boolean isFar(Instant told, Instant now) {
        return Duration.between(told, now).abs().compareTo(WORTH_TELLING) >= 0;
    }
}
