package gofood.platform.http;

import gofood.platform.wire.Refused;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The replicas of one service: picks the one with the least requests under way, and leaves out one
/// whose circuit breaker is open until it answers again.
public final class Upstream {
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

    public Upstream(String service, List<URI> addresses) {
        this.service = service;
        replicas = addresses.stream().map(Replica::new).toList();
    }

    public String service() {
        return service;
    }

    public List<URI> addresses() {
        return replicas.stream().map(replica -> replica.address).toList();
    }

    /// The best replica to ask.
    ///
    /// @param failed one that was tried in vain and is taken again only if there is no other
    /// @throws Refused 503 when none may be asked now
    public Turn pick(@Nullable URI failed) {
        var start = Math.floorMod(turn.getAndIncrement(), replicas.size());
        Predicate<Replica> another = replica -> !replica.address.equals(failed);
        return replicas.stream()
                .sorted(
                        Comparator.comparing((Replica replica) -> !another.test(replica))
                                .thenComparingInt(replica -> replica.underWay.get())
                                // equals take turns
                                .thenComparingInt(replica ->
                                        Math.floorMod(
                                                replicas.indexOf(replica) - start,
                                                replicas.size())))
                .filter(replica -> replica.breaker.tryAcquirePermission())
                .findFirst()
                .map(Turn::new)
                .orElseThrow(() -> Refused.unavailable("The " + service + " service"));
    }

    private static final class Replica {
        final URI address;
        final CircuitBreaker breaker;
        final AtomicInteger underWay = new AtomicInteger();

        Replica(URI address) {
            this.address = address;
            this.breaker = CircuitBreaker.of(address.toString(), BREAKER);
        }
    }

    /// One request to one replica. Ends with [#succeeded], [#failed] or [#abandoned], once.
    public static final class Turn {
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
            replica.underWay.decrementAndGet();
            replica.breaker.onSuccess(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
        }

        /// Nothing was learned about the replica: the client gave up first.
        public void abandoned() {
            replica.underWay.decrementAndGet();
            replica.breaker.releasePermission();
        }

        /// It could not be reached, or answered that it can't work (502, 503, 504).
        public void failed(Throwable why) {
            replica.underWay.decrementAndGet();
            replica.breaker.onError(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS, why);
        }
    }
}
