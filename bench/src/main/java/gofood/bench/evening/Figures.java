package gofood.bench.evening;

import gofood.bench.evening.Parcel.Phase;
import java.util.Arrays;
import java.util.List;

/// What came of an evening. Minutes, kilometres; per order where it says so.
///
/// @param late the share of orders that came after the promise or not at all, in percent
/// @param foodWaitingP50 from being ready to being picked up
/// @param idlePerOrder minutes that couriers stood waiting at kitchens
record Figures(
        int orders,
        int delivered,
        double timeP50,
        double timeP90,
        double late,
        double foodWaitingP50,
        double foodWaitingP90,
        double kmPerOrder,
        double idlePerOrder) {
    static Figures of(List<Parcel> parcels, List<EveningCourier> carriers) {
        var done = parcels.stream().filter(p -> p.phase == Phase.DELIVERED).toList();
        double[] times = sorted(done, p -> p.deliveredAt - p.dinner.placedAt());
        double[] waits = sorted(done, p -> Math.max(0, p.pickedUpAt - p.dinner.readyAt()));
        long punctual = done.stream().filter(p -> p.deliveredAt <= p.dinner.promisedAt()).count();
        int count = Math.max(1, done.size());
        return new Figures(
                parcels.size(),
                done.size(),
                quantile(times, 0.5),
                quantile(times, 0.9),
                100.0 * (parcels.size() - punctual) / parcels.size(),
                quantile(waits, 0.5),
                quantile(waits, 0.9),
                carriers.stream().mapToDouble(c -> c.metres).sum() / 1000 / count,
                carriers.stream().mapToInt(c -> c.idleSeconds).sum() / 60.0 / count);
    }

    private interface Seconds {
        int of(Parcel parcel);
    }

    private static double[] sorted(List<Parcel> parcels, Seconds seconds) {
        double[] minutes = parcels.stream().mapToDouble(p -> seconds.of(p) / 60.0).toArray();
        Arrays.sort(minutes);
        return minutes;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }

    /// The mean of several evenings.
    static Figures mean(List<Figures> all) {
        return new Figures(
                (int) mean(all, Figures::orders),
                (int) mean(all, Figures::delivered),
                mean(all, Figures::timeP50),
                mean(all, Figures::timeP90),
                mean(all, Figures::late),
                mean(all, Figures::foodWaitingP50),
                mean(all, Figures::foodWaitingP90),
                mean(all, Figures::kmPerOrder),
                mean(all, Figures::idlePerOrder));
    }

    private static double mean(
            List<Figures> all, java.util.function.ToDoubleFunction<Figures> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }
}
