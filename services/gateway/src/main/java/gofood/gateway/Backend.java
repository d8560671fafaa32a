package gofood.gateway;

import gofood.gateway.monitor.Traffic;
import gofood.platform.http.Outgoing;
import gofood.platform.http.RequestScope;
import gofood.platform.http.Upstream;
import gofood.platform.wire.Refused;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;

/// One service behind the gateway, with all its replicas. What may be repeated is asked once more,
/// at another replica where there is one; anything else only when it can't have arrived.
final class Backend {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final Upstream upstream;
    private final Duration streamSilence;
    private final Http1Client client;
    private final MeterRegistry metrics;
    private final Traffic traffic;
    private final Counter retries;

    /// @param traffic counts what becomes of each request
    Backend(Upstream upstream, Duration streamSilence, MeterRegistry metrics, Traffic traffic) {
        this.traffic = traffic;
        this.upstream = upstream;
        this.streamSilence = streamSilence;
        this.metrics = metrics;
        this.client = Outgoing.client(CONNECT).connectionCacheSize(256).build();
        this.retries = metrics.counter("gateway.retries", "service", upstream.service());
    }

    /// How asking a replica went.
    private sealed interface Outcome {
        record Answered(Answer answer) implements Outcome {}

        /// 502, 503 or 504: this replica can't now.
        record Unable(Answer answer) implements Outcome {}

        /// Nobody was reached, so nothing was done.
        record Unreached() implements Outcome {}

        /// The connection broke before the answer was there; it may have been done.
        record Broken() implements Outcome {}

        record TimedOut() implements Outcome {}
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
        traffic.passed(upstream.service(), status, Duration.ofNanos(System.nanoTime() - started));
    }

    private Answer answer(Ask ask) {
        var first = upstream.pick(null);
        var outcome = attempt(first, ask);
        if (!mayRepeat(outcome, ask)) return answerOf(outcome);
        if (outcome instanceof Outcome.Unable(var unable)) unable.close();
        retries.increment();
        return answerOf(attempt(upstream.pick(first.address()), ask));
    }

    private boolean mayRepeat(Outcome outcome, Ask ask) {
        return switch (outcome) {
            case Outcome.Answered _ -> false;
            case Outcome.Unable _ -> ask.repeatable() && upstream.addresses().size() > 1;
            case Outcome.Unreached _ -> true;
            case Outcome.Broken _ -> ask.repeatable();
            // nobody waits any more
            case Outcome.TimedOut _ -> false;
        };
    }

    private Answer answerOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var answer) -> answer;
            case Outcome.Unable(var answer) -> answer;
            case Outcome.Unreached _ -> throw Refused.unavailable(name());
            case Outcome.Broken _ ->
                    throw new Refused(
                            502,
                            "broken_off",
                            name()
                                    + " broke off before it answered. What was asked may have been"
                                    + " done: look before you ask again.");
            case Outcome.TimedOut _ ->
                    throw new Refused(
                            504,
                            "timed_out",
                            name()
                                    + " did not answer in time. What was asked may have been"
                                    + " done: look before you ask again.");
        };
    }

    private String name() {
        return "The " + upstream.service() + " service";
    }

    private Outcome attempt(Upstream.Turn turn, Ask ask) {
        var left = ask.left();
        if (left.isZero()) {
            turn.abandoned();
            return new Outcome.TimedOut();
        }
        var timer = Timer.start();
        var outcome = attempt(turn, ask, left);
        var how = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        timer.stop(
                metrics.timer("gateway.attempts", "service", upstream.service(), "outcome", how));
        return outcome;
    }

    private Outcome attempt(Upstream.Turn turn, Ask ask, Duration left) {
        try {
            var response = send(turn.address(), ask, ask.isStream() ? streamSilence : left);
            var status = response.status().code();
            var unable = status == 502 || status == 503 || status == 504;
            var answer = Answer.of(response, ask);
            if (!unable) turn.succeeded();
            else if (ask.hurried()) turn.abandoned();
            else turn.failed(new IOException("status " + status));
            return unable ? new Outcome.Unable(answer) : new Outcome.Answered(answer);
        } catch (RuntimeException e) {
            var outcome = lost(e, ask);
            // clients in a hurry must not make a good replica look bad
            if (outcome instanceof Outcome.TimedOut && ask.hurried()) turn.abandoned();
            else turn.failed(e);
            return outcome;
        }
    }

    private Http1ClientResponse send(URI replica, Ask ask, Duration patience) {
        var request =
                client.method(ask.method())
                        .uri(replica)
                        // as it came: given as part of the URI, its escapes would be undone
                        .path(ask.target())
                        .skipUriEncoding(true)
                        .readTimeout(patience)
                        .headers(ask.headers())
                        .header(
                                HeaderNames.create(RequestScope.TIMEOUT_HEADER),
                                Long.toString(ask.left().toMillis()));
        var bodiless = ask.body().length == 0;
        if (bodiless && !ask.method().equals(Method.GET) && !ask.method().equals(Method.HEAD))
            request.header(HeaderNames.CONTENT_LENGTH, "0");
        return bodiless ? request.request() : request.submit(ask.body());
    }

    private static Outcome lost(RuntimeException e, Ask ask) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException)
                return new Outcome.Unreached();
            if (cause instanceof SocketTimeoutException)
                return cause.getMessage() != null && cause.getMessage().contains("onnect")
                        ? new Outcome.Unreached()
                        : new Outcome.TimedOut();
        }
        return ask.left().isZero() ? new Outcome.TimedOut() : new Outcome.Broken();
    }
}
