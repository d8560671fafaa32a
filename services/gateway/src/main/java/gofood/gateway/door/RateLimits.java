package gofood.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.platform.wire.Refused;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Set;

/// How much one client may ask for: a person when signed in, an address else. Signing in and up is
/// scarcer, because there somebody may be guessing.
public final class RateLimits {
    private static final Set<String> NEWCOMERS = Set.of("/sessions", "/users", "/guests");

    /// @param perSecond in the long run
    /// @param burst at once
    public record Rate(double perSecond, int burst) {
        public Rate {
            if (perSecond <= 0 || burst < 1)
                throw new IllegalStateException("A rate limit must be more than 0.");
        }
    }

    /// @param signedIn per person
    /// @param anonymous per address
    /// @param newcomers per address, for signing in and up
    /// @param map the pieces of the map and of the screens, of which one look needs many and which
    ///   cost little
    public record Rates(Rate signedIn, Rate anonymous, Rate newcomers, Rate map) {}

    private final Rates rates;
    private final Networks unlimited;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterAccess(Duration.ofMinutes(5))
                    .build();

    public RateLimits(Rates rates, Networks unlimited) {
        this.rates = rates;
        this.unlimited = unlimited;
    }

    /// @throws Refused 429 with the seconds to wait
    void take(Visitor visitor, String method, String path) {
        if (isUnlimited(visitor)) return;
        if (method.equals("POST") && NEWCOMERS.contains(path) && !visitor.isOperator())
            take("new " + visitor.addressKey(), rates.newcomers());
        if (path.startsWith("/map/") || path.startsWith("/assets/"))
            take("map " + visitor.key(), rates.map());
        else take(visitor.key(), visitor.person() == null ? rates.anonymous() : rates.signedIn());
    }

    /// What a proxy on this machine brings is not from this machine.
    private boolean isUnlimited(Visitor visitor) {
        return visitor.direct() && unlimited.contains(visitor.address());
    }

    private void take(String key, Rate rate) {
        var probe = buckets.get(key, _ -> bucket(rate)).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) return;
        var seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L);
        throw new Refused(
                        429,
                        "too_many_requests",
                        "That was a lot at once. Try again in " + seconds + " s.")
                .with("retry_after_seconds", seconds);
    }

    private static Bucket bucket(Rate rate) {
        var oneEach = Duration.ofNanos((long) (1e9 / rate.perSecond()));
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(1, oneEach))
                .build();
    }
}
