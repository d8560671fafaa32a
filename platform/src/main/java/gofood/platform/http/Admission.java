package gofood.platform.http;

import gofood.platform.wire.Refused;
import gofood.platform.wire.Repeat;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/// Whether a request is let in, asked before its token and its body are read, so that a refusal
/// costs next to nothing.
public final class Admission {
    private static final HeaderName CALLER = HeaderNames.create(Peer.CALLER_HEADER);

    private final Drain drain;
    private final boolean finishesAll;
    private final MeterRegistry metrics;
    private final Map<Lane, AdaptiveLimit> limits = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    /// @param finishesAll also what comes while it leaves is answered, since those who ask know of
    ///   no other replica
    public Admission(Drain drain, boolean finishesAll, MeterRegistry metrics) {
        this.drain = drain;
        this.finishesAll = finishesAll;
        this.metrics = metrics;
    }

    /// A request that was let in.
    interface Entry {
        /// @param status what was answered
        void leave(int status);
    }

    /// How many requests were refused since the start, because there was too much to do.
    public long refused() {
        return refused.sum();
    }

    /// @throws Refused 503 with the seconds to wait
    Entry enter(Routes.Route route, ServerRequest request) {
        var lane = lane(route, request);
        var isStream = route.action() instanceof Routes.Action.Stream;
        var unlimited = lane.importance() == Importance.ALWAYS;
        if (drain.hasBegun() && !finishesAll && (isStream || !unlimited)) throw draining();
        if (unlimited) return _ -> {};
        var limit = limits.computeIfAbsent(lane, this::limit);
        var started = System.nanoTime();
        if (!limit.enter()) {
            refused.increment();
            refusals(lane).increment();
            throw tooMuch();
        }
        return status -> limit.leave(started, System.nanoTime(), status);
    }

    Drain drain() {
        return drain;
    }

    private static Lane lane(Routes.Route route, ServerRequest request) {
        if (route.action() instanceof Routes.Action.Pass(var passage)) return passage.lane(request);
        var name = route.method() + " " + route.path();
        // a service asks for something that was let in where it came from
        var ofService = request.headers().contains(CALLER);
        var usual = route.importance();
        var raised = ofService && usual != Importance.ALWAYS ? Importance.VITAL : usual;
        return new Lane(name, raised);
    }

    private AdaptiveLimit limit(Lane lane) {
        var importance = lane.importance();
        var limit =
                new AdaptiveLimit(
                        importance.timesSlower(), importance.unnoticed(), System.nanoTime());
        // known from the start, or the first refusal would be missed: it begins a series
        refusals(lane);
        var word = importance.name().toLowerCase(Locale.ROOT);
        var tags = Tags.of("lane", lane.name(), "importance", word);
        return metrics.gauge("http.server.limit", tags, limit, AdaptiveLimit::most);
    }

    private Counter refusals(Lane lane) {
        return metrics.counter("http.server.refused", "lane", lane.name());
    }

    private static Refused draining() {
        return new Refused(503, "draining", "This replica is being stopped. Ask again.")
                .with("retry_after_seconds", 1)
                .with(Repeat.DRAINING);
    }

    /// Not all at the same second.
    private static Refused tooMuch() {
        return new Refused(
                        503,
                        "overloaded",
                        "There is too much to do at the moment. Try again in a few seconds.")
                .with("retry_after_seconds", ThreadLocalRandom.current().nextInt(1, 4))
                .with(Repeat.ELSEWHERE);
    }
}
