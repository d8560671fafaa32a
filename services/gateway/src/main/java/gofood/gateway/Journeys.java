package gofood.gateway;

import io.helidon.http.Method;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// How what people come for goes, as they see it at the door: what our objectives are about. A
/// service that is down answers nothing, so that its own metrics could not tell.
final class Journeys {
    private static final Duration[] STEPS =
            Stream.of(25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final Map<Journey, Map<Outcome, Timer>> timers = new EnumMap<>(Journey.class);

    private enum Journey {
        PLACE_ORDER,
        READ,
        CHANGE;

        static Journey of(Ask ask) {
            if (ask.isRead()) return READ;
            var path = ask.target().split("\\?", 2)[0];
            return ask.method().equals(Method.POST) && path.equals("/orders")
                    ? PLACE_ORDER
                    : CHANGE;
        }
    }

    private enum Outcome {
        /// what the client did wrong is answered well
        OK,
        ERROR,
        TIMED_OUT;

        static Outcome of(int status) {
            return status == 504 ? TIMED_OUT : status >= 500 ? ERROR : OK;
        }
    }

    Journeys(MeterRegistry metrics) {
        for (var journey : Journey.values()) {
            var outcomes = new EnumMap<Outcome, Timer>(Outcome.class);
            for (var outcome : Outcome.values())
                outcomes.put(outcome, timer(metrics, word(journey), word(outcome)));
            timers.put(journey, outcomes);
        }
    }

    private static Timer timer(MeterRegistry metrics, String journey, String outcome) {
        return Timer.builder("gateway.journeys")
                .tags("journey", journey, "outcome", outcome)
                .serviceLevelObjectives(STEPS)
                .register(metrics);
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /// @param status what the client was told
    void ended(Ask ask, int status, Duration took) {
        var timer = timers.getOrDefault(Journey.of(ask), Map.of()).get(Outcome.of(status));
        if (timer != null) timer.record(took);
    }
}
