package gofood.bench.evening;

import gofood.bench.evening.Parcel.Phase;
import gofood.delivery.planning.Stop;
import java.util.Comparator;
import java.util.List;

/// First come, first served: each order at once to the nearest courier who has nothing to do.
final class FirstCome implements Dispatch {
    @Override
    public void round(EveningTown town) {
        for (var parcel : town.parcels()) {
            if (parcel.phase != Phase.WAITING) continue;
            var kitchen = parcel.dinner.from();
            town.carriers().stream()
                    .filter(c -> town.mayAsk(c) && c.stops.isEmpty())
                    .filter(c -> !parcel.refusedBy.contains(c.who.id()))
                    .min(
                            Comparator.comparingInt((EveningCourier c) -> town.expected(c, kitchen))
                                    .thenComparingLong(c -> c.who.id()))
                    .ifPresent(c -> town.ask(parcel, c, stops(town, parcel)));
        }
    }

    private static List<Stop> stops(EveningTown town, Parcel parcel) {
        return List.of(town.pickup(parcel), town.dropoff(parcel));
    }
}
