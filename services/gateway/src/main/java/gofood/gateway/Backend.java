package gofood.gateway;

import gofood.gateway.monitor.Traffic;
import gofood.platform.http.Connections;
import gofood.platform.http.Failure;
import gofood.platform.http.RequestScope;
import gofood.platform.http.Upstream;
import gofood.platform.trace.Part;
import gofood.platform.wire.Refused;
import gofood.platform.wire.Repeat;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webclient.http1.Http1ClientResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One service behind the gateway, with all its replicas. What fails is asked again as
/// [gofood.platform.http.Tries] says.
final class Backend {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final HeaderName REPEAT = HeaderNames.create(Repeat.HEADER);

    private final Upstream upstream;
    private final Duration streamSilence;
    private final Connections connections = new Connections(CONNECT);
    private final MeterRegistry metrics;
    private final Map<String, Timer> attempts = new ConcurrentHashMap<>();
    private final Traffic traffic;
    private final Journeys journeys;

    /// @param traffic counts what becomes of each request
    Backend(Upstream upstream, Duration streamSilence, MeterRegistry metrics, Traffic traffic) {
        this.traffic = traffic;
        this.upstream = upstream;
        this.streamSilence = streamSilence;
        this.metrics = metrics;
        this.journeys = new Journeys(metrics);
    }

    /// How asking a replica went.
    private sealed interface Outcome {
        record Answered(Answer answer) implements Outcome {}

        /// It answered that it can't, which is passed on if nobody else can.
        record Unable(Answer answer, Failure why) implements Outcome {}

        record Lost(Failure why) implements Outcome {}
    }

    /// @throws Refused 502, 503 or 504 when no replica gave an answer
    Answer ask(Ask ask) {
        var started = System.nanoTime();
        try {
            var answer = answer(ask);
            count(ask, answer.status().code(), started);
            return answer;
        } catch (Refused e) {
            // who doesn't wait as long as we would says nothing about the service
            if (!ask.hurried()) count(ask, e.status(), started);
            throw e;
        }
    }

    private void count(Ask ask, int status, long started) {
        // a stream that begins well says nothing of how fast others are answered
        if (ask.isStream() && status < 500) return;
        var took = Duration.ofNanos(System.nanoTime() - started);
        traffic.passed(upstream.service(), status, took);
        journeys.ended(ask, status, took);
    }

    private Answer answer(Ask ask) {
        var tries = upstream.tries(ask.repeatable());
        while (true) {
            switch (attempt(tries.next(), ask, tries.isOverNewConnection())) {
                case Outcome.Answered(var answer) -> {
                    return answer;
                }
                case Outcome.Unable(var answer, var why) -> {
                    if (!tries.again(why)) return answer;
                    answer.close();
                }
                case Outcome.Lost(var why) -> {
                    if (!tries.again(why)) throw lost(why);
                }
            }
        }
    }

    private Refused lost(Failure why) {
        return switch (why) {
            case BROKEN ->
                    new Refused(
                            502,
                            "broken_off",
                            name()
                                    + " broke off before it answered. What was asked may have been"
                                    + " done: look before you ask again.");
            case TIMED_OUT ->
                    new Refused(
                            504,
                            "timed_out",
                            name()
                                    + " did not answer in time. What was asked may have been"
                                    + " done: look before you ask again.");
            case UNREACHED, DRAINING, TURNED_AWAY, UNABLE -> Refused.unavailable(name());
        };
    }

    private String name() {
        return "The " + upstream.service() + " service";
    }

    private Outcome attempt(Upstream.Turn turn, Ask ask, boolean newConnection) {
        var left = ask.left();
        if (left.isZero()) {
            turn.abandoned();
            return new Outcome.Lost(Failure.TIMED_OUT);
        }
        var timer = Timer.start();
        try (var part = Part.asking(upstream.service(), ask.method().text())) {
            var scope = RequestScope.current().within(part);
            var outcome = scope.call(() -> attempt(turn, ask, left, newConnection));
            var how =
                    switch (outcome) {
                        case Outcome.Answered _ -> "answered";
                        case Outcome.Unable(_, var why) -> why.word();
                        case Outcome.Lost(var why) -> why.word();
                    };
            if (!(outcome instanceof Outcome.Answered)) part.failed(how);
            timer.stop(attempts.computeIfAbsent(how, this::timer));
            return outcome;
        }
    }

    private Timer timer(String outcome) {
        return metrics.timer("gateway.attempts", "service", upstream.service(), "outcome", outcome);
    }

    private Outcome attempt(Upstream.Turn turn, Ask ask, Duration left, boolean newConnection) {
        try {
            var patience = ask.isStream() ? streamSilence : left;
            var response = send(turn.address(), ask, patience, newConnection);
            var status = response.status().code();
            var repeat = response.headers().first(REPEAT).orElse(null);
            var answer = Answer.of(response, ask);
            var failure = Failure.of(status, repeat);
            if (failure.isPresent()) return unable(turn, ask, answer, failure.get());
            turn.succeeded();
            return new Outcome.Answered(answer);
        } catch (RuntimeException e) {
            var why = Failure.of(e, ask.left().isZero());
            // clients in a hurry must not make a good replica look bad
            if (why == Failure.TIMED_OUT && ask.hurried()) turn.abandoned();
            else turn.failed(e);
            return new Outcome.Lost(why);
        }
    }

    private static Outcome unable(Upstream.Turn turn, Ask ask, Answer answer, Failure why) {
        if (why == Failure.DRAINING) turn.drains();
        else if (why == Failure.TURNED_AWAY || ask.hurried()) turn.abandoned();
        else turn.failed(new IOException(why.word()));
        return new Outcome.Unable(answer, why);
    }

    private Http1ClientResponse send(
            URI replica, Ask ask, Duration patience, boolean newConnection) {
        var request =
                connections
                        .request(ask.method(), replica, ask.target())
                        .readTimeout(patience)
                        .headers(ask.headers())
                        .header(RequestScope.TRACEPARENT, RequestScope.current().traceparent())
                        .header(RequestScope.TIMEOUT, RequestScope.forOthers(ask.left()));
        return connections.send(replica, request, ask.body(), newConnection);
    }
}
