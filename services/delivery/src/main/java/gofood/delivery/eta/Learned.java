package gofood.delivery.eta;

import gofood.contracts.Vehicle;
import gofood.delivery.eta.Topic.Quantiles;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the newest lessons teach. Where a restaurant or vehicle has few of its own, it is believed
/// to be like all of them; where there are few at all, like what one would expect.
public final class Learned {
    /// So many lessons weigh as much as what was believed before.
    private static final double DOUBT = 3;

    private final Map<Topic, Quantiles> all = new EnumMap<>(Topic.class);
    private final Map<Topic, Map<String, Quantiles>> own = new EnumMap<>(Topic.class);

    /// @param lessons by topic and subject
    public Learned(Map<Topic, Map<String, List<Double>>> lessons) {
        for (var topic : Topic.values()) {
            var bySubject = lessons.getOrDefault(topic, Map.of());
            var together = bySubject.values().stream().flatMap(List::stream).toList();
            var general = blend(topic.prior(), together);
            all.put(topic, general);
            var each = new HashMap<String, Quantiles>();
            bySubject.forEach((subject, values) -> each.put(subject, blend(general, values)));
            own.put(topic, each);
        }
    }

    /// Before the first lesson.
    public static Learned nothing() {
        return new Learned(Map.of());
    }

    /// Of a topic that has no subjects.
    public Quantiles of(Topic topic) {
        return all.getOrDefault(topic, topic.prior());
    }

    /// How long this kitchen cooks, as a share of what it says.
    public Quantiles cooking(long restaurantId) {
        return of(Topic.COOKING, Long.toString(restaurantId));
    }

    /// How long a way takes, as a share of what the map says.
    public Quantiles pace(Vehicle vehicle) {
        return of(Topic.PACE, vehicle.name());
    }

    private Quantiles of(Topic topic, String subject) {
        return own.getOrDefault(topic, Map.of()).getOrDefault(subject, of(topic));
    }

    private static Quantiles blend(Quantiles believed, List<Double> values) {
        if (values.isEmpty()) return believed;
        var sorted = values.stream().sorted().toList();
        var weight = sorted.size() / (sorted.size() + DOUBT);
        return new Quantiles(
                blend(believed.half(), quantile(sorted, 0.5), weight),
                blend(believed.most(), quantile(sorted, 0.9), weight));
    }

    /// As factors: between 1 and a tenth lies about a third.
    private static double blend(double believed, double seen, double weight) {
        return Math.exp(Math.log(believed) * (1 - weight) + Math.log(seen) * weight);
    }

    /// Between the two values next to it.
    private static double quantile(List<Double> sorted, double share) {
        var at = share * (sorted.size() - 1);
        var below = (int) at;
        var above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }
}
