package gofood.delivery.ride;

import gofood.delivery.ride.Offers.Standing;
import gofood.platform.db.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What couriers are asked and how they answer, counted once it is committed.
public final class OfferMeters {
    private final Map<Standing, Counter> ended = new EnumMap<>(Standing.class);
    private final Counter made;

    public OfferMeters(MeterRegistry meters) {
        made = meters.counter("delivery.offers.made");
        for (var how : Standing.values())
            if (how != Standing.OPEN)
                ended.put(
                        how,
                        meters.counter(
                                "delivery.offers.ended",
                                "answer",
                                how.name().toLowerCase(Locale.ROOT)));
    }

    void made(Tx tx) {
        tx.afterCommit(made::increment);
    }

    void ended(Tx tx, Standing how, int offers) {
        var counter = ended.get(how);
        if (counter != null && offers > 0) tx.afterCommit(() -> counter.increment(offers));
    }
}
