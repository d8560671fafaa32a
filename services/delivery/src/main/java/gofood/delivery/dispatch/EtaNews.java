package gofood.delivery.dispatch;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.Eta;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.Rides;
import gofood.delivery.ride.Rides.Foreseen;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the order service when orders come: when a ride gets on, and when one of the two moments
/// has moved by so much that a customer would want to know.
final class EtaNews {
    private static final Duration WORTH_TELLING = Duration.ofSeconds(90);

    private final Outbox outbox;
    private final Rides rides;
    private final Halves halves;

    EtaNews(Outbox outbox, Rides rides, Halves halves) {
        this.outbox = outbox;
        this.rides = rides;
        this.halves = halves;
    }

    /// What is no news is left out.
    void tell(List<Foreseen> foreseen) {
        var news = foreseen.stream().filter(it -> isNews(it.ride(), it.eta())).toList();
        halves.all(news, this::store);
    }

    private void store(Tx tx, List<Foreseen> news) {
        var told = rides.told(tx, news);
        for (var it : news) {
            var order = it.ride().orderId();
            if (told.contains(it.ride().deliveryId()))
                outbox.send(tx, order, new DeliveryEvent.EtaChanged(order, it.eta()));
        }
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
