package gofood.platform.http;

import gofood.platform.wire.Refused;
import gofood.platform.wire.Repeat;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The replicas of one service: picks the one with the least requests under way, and leaves out one
/// that is leaving, or whose circuit breaker is open, until it answers again. No more than so many
/// requests are under way to all of them together, so that a service that hangs doesn't take with
/// it whoever asks it.
public final class Upstream {
    /// How many at once, unless a setting says otherwise.
    public static final int AT_ONCE = 64;

    private static final Duration SEAT_WAIT = Duration.ofMillis(100);
    private static final CircuitBreakerConfig BREAKER =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(5)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(2))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .build();

    private final String service;
    private final List<Replica> replicas;
    private final AtomicInteger turn = new AtomicInteger();
    private final Semaphore seats;
    private final RetryBudget budget = new RetryBudget(System::nanoTime);
    private final MeterRegistry metrics;

    /// One whose figures nobody collects.
    public Upstream(String service, List<URI> addresses) {
        this(service, addresses, AT_ONCE, new SimpleMeterRegistry());
    }

    /// @param atOnce how many requests may be under way to all replicas together
    public Upstream(String service, List<URI> addresses, int atOnce, MeterRegistry metrics) {
        this.service = service;
        this.seats = new Semaphore(atOnce);
        this.metrics = metrics;
        replicas = addresses.stream().map(Replica::new).toList();
        metrics.gauge("upstream.free", List.of(tag()), seats, Semaphore::availablePermits);
        metrics.gauge("upstream.open", List.of(tag()), replicas, Upstream::open);
        // known from the start, or the first one of each would be missed: it begins a series
        full();
        for (var why : Failure.values()) List.of("made", "refused").forEach(it -> repeats(why, it));
    }

    public String service() {
        return service;
    }

    public List<URI> addresses() {
        return replicas.stream().map(replica -> replica.address).toList();
    }

    /// For one request, which may be asked again when it fails.
    ///
    /// @param repeatable doing it twice is the same as doing it once
    public Tries tries(boolean repeatable) {
        budget.count();
        return new Tries(this, repeatable);
    }

    /// The best replica to ask.
    ///
    /// @param failed one that was tried in vain and is taken again only if there is no other
    /// @throws Refused 503 when none may be asked now
    Turn pick(@Nullable URI failed) {
        takeSeat();
        for (var replica : bestFirst(failed))
            if (replica.breaker.tryAcquirePermission()) return new Turn(replica);
        seats.release();
        throw Refused.unavailable("The " + service + " service").with(Repeat.NEVER);
    }

    private List<Replica> bestFirst(@Nullable URI failed) {
        if (replicas.size() == 1) return replicas;
        var start = Math.floorMod(turn.getAndIncrement(), replicas.size());
        return replicas.stream()
                .sorted(
                        Comparator.comparing((Replica replica) -> replica.draining)
                                .thenComparing(replica -> replica.address.equals(failed))
                                .thenComparingInt(replica -> replica.underWay.get())
                                // equals take turns
                                .thenComparingInt(replica ->
                                        Math.floorMod(
                                                replicas.indexOf(replica) - start,
                                                replicas.size())))
                .toList();
    }

    private void takeSeat() {
        var left = RequestScope.current().left().dividedBy(2);
        var wait = left.compareTo(SEAT_WAIT) < 0 ? left : SEAT_WAIT;
        try {
            if (seats.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        full().increment();
        throw new Refused(
                        503,
                        "upstream_busy",
                        "Too many wait for the " + service + " service. Try again in a moment.")
                .with("retry_after_seconds", 2)
                .with(Repeat.NEVER);
    }

    boolean mayRepeat() {
        return budget.take();
    }

    /// @param result whether a request was asked again
    void counted(Failure why, String result) {
        repeats(why, result).increment();
    }

    private Counter repeats(Failure why, String result) {
        return metrics.counter(
                "upstream.repeats",
                List.of(tag(), Tag.of("why", why.word()), Tag.of("result", result)));
    }

    private Counter full() {
        return metrics.counter("upstream.full", List.of(tag()));
    }

    /// How many replicas are asked nothing, or only now and then, since they failed too often.
    private static long open(List<Replica> replicas) {
        return replicas.stream()
                .filter(replica -> replica.breaker.getState() != CircuitBreaker.State.CLOSED)
                .count();
    }

    private Tag tag() {
        return Tag.of("service", service);
    }

    private static final class Replica {
        final URI address;
        final CircuitBreaker breaker;
        final AtomicInteger underWay = new AtomicInteger();
        volatile boolean draining;

        Replica(URI address) {
            this.address = address;
            this.breaker = CircuitBreaker.of(address.toString(), BREAKER);
        }
    }

    /// One request to one replica. Ends with [#succeeded], [#failed], [#abandoned] or [#drains],
    /// once.
    public final class Turn {
        private final Replica replica;
        private final long startedAt = System.nanoTime();

        private Turn(Replica replica) {
            this.replica = replica;
            replica.underWay.incrementAndGet();
        }

        public URI address() {
            return replica.address;
        }

        public void succeeded() {
            end();
            replica.breaker.onSuccess(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
        }

        /// Nothing was learned about the replica: the client gave up first, or it was too much.
        public void abandoned() {
            end();
            replica.breaker.releasePermission();
        }

        /// It could not be reached, or answered that it can't work (502, 503, 504).
        public void failed(Throwable why) {
            end();
            replica.breaker.onError(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS, why);
            if (Failure.of(why, false) == Failure.UNREACHED) awaitReturn();
        }

        /// It leaves. Where there are others, it is asked nothing more until it is back: a request
        /// that came just as it stops to listen might be lost.
        public void drains() {
            abandoned();
            awaitReturn();
        }

        /// Once it is back, what its circuit breaker has learned of the time without it counts no
        /// more: the next one to leave would leave nobody.
        private void awaitReturn() {
            if (replicas.size() == 1 || replica.draining) return;
            replica.draining = true;
            Thread.ofVirtual()
                    .name("return-of-" + service)
                    .start(() -> {
                        Returning.await(replica.address);
                        replica.breaker.reset();
                        replica.draining = false;
                    });
        }

        private void end() {
            replica.underWay.decrementAndGet();
            seats.release();
        }
    }
}
