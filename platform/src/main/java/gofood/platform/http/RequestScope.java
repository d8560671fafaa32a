package gofood.platform.http;

import gofood.platform.trace.Part;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What travels with a request through all services: its trace and the moment after which nobody
/// waits for the answer any more.
///
/// @param traceparent W3C trace context, `00-<trace>-<span>-<flags>`
/// @param deadlineNanos on the clock of [System#nanoTime]
public record RequestScope(String traceparent, long deadlineNanos) {
    /// The milliseconds that the caller still waits, less what was spent on the way.
    public static final HeaderName TIMEOUT = HeaderNames.create("X-Timeout-Ms");

    public static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");

    public static final ScopedValue<RequestScope> CURRENT = ScopedValue.newInstance();
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_PARENT = "0".repeat(16);

    /// From the headers of a request; what is missing or malformed is made anew.
    public static RequestScope of(@Nullable String traceparent, @Nullable String timeoutMillis) {
        var wait = timeoutMillis == null ? USUAL : parse(timeoutMillis);
        return new RequestScope(
                traceparent != null && isWellFormed(traceparent) ? traceparent : newTraceparent(),
                System.nanoTime() + wait.toNanos());
    }

    /// As in W3C Trace Context, version 00.
    private static boolean isWellFormed(String it) {
        return it.length() == 55
                && it.startsWith("00-")
                && isHex(it, 3, 35)
                && it.charAt(35) == '-'
                && isHex(it, 36, 52)
                && it.charAt(52) == '-'
                && isHex(it, 53, 55)
                && !it.startsWith(NO_TRACE, 3)
                && !it.startsWith(NO_PARENT, 36);
    }

    private static boolean isHex(String it, int from, int to) {
        for (int i = from; i < to; i++) {
            var c = it.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return false;
        }
        return true;
    }

    /// For work that no request asked for, such as a timer.
    public static RequestScope fresh() {
        return of(null, null);
    }

    public static RequestScope current() {
        return CURRENT.isBound() ? CURRENT.get() : fresh();
    }

    /// Binds the current request's scope on another thread that goes on with it.
    public static ScopedValue.Carrier onward() {
        return Part.onward(ScopedValue.where(CURRENT, current()));
    }

    /// Does something with less time than the request has: whom it asks has so much at most.
    public static <T> T within(Duration patience, Supplier<T> work) {
        var now = current();
        var until = Math.min(now.deadlineNanos, System.nanoTime() + patience.toNanos());
        return ScopedValue.where(CURRENT, new RequestScope(now.traceparent, until)).call(work::get);
    }

    /// The same, as a part of its trace sees it.
    public RequestScope in(Part part) {
        return new RequestScope(part.traceparent(traceparent), deadlineNanos);
    }

    /// Binds this scope and a part of its trace, so that what is done within becomes parts of it.
    public ScopedValue.Carrier within(Part part) {
        return part.bind(ScopedValue.where(CURRENT, in(part)));
    }

    /// Does a part of what goes on for longer than any request, such as a stream's next look, with
    /// the time of a request of its own.
    public static <T> T anew(Supplier<T> work) {
        var scope = lasting(current().traceparent, USUAL);
        return ScopedValue.where(CURRENT, scope).call(work::get);
    }

    /// For work that no request asked for and that may take longer.
    ///
    /// @param traceparent what it belongs to, if anything
    public static RequestScope lasting(@Nullable String traceparent, Duration time) {
        return new RequestScope(
                of(traceparent, null).traceparent, System.nanoTime() + time.toNanos());
    }

    /// Never negative.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }

    /// The header's value for whom we ask: a little less, so that its answer comes before we must
    /// answer ourselves.
    public String leftForOthers() {
        return forOthers(left());
    }

    /// The same for another time than a request's own.
    public static String forOthers(Duration left) {
        return Long.toString(left.toMillis() * 19 / 20);
    }

    public String traceId() {
        return traceparent.substring(3, 35);
    }

    private static Duration parse(String millis) {
        try {
            var wait = Duration.ofMillis(Long.parseLong(millis.strip()));
            if (wait.isNegative()) return Duration.ZERO;
            return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }

    private static String newTraceparent() {
        var bytes = new byte[24];
        ThreadLocalRandom.current().nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        // nobody keeps a span of this number: it is for the logs
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-00";
    }
}
