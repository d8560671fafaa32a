package gofood.simulator;

import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// One person's tokens. They are renewed before the access token runs out, by one thread at a time:
/// a refresh token that is shown twice would end the whole family.
final class Passport {
    /// A request may be on its way for so long.
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final User user;
    private final Clock clock;
    private final Function<String, Session> renewal;
    private final ReentrantLock renewing = new ReentrantLock();
    private String accessToken;
    private String refreshToken;
    private Instant renewAt;

    /// @param renewal makes a new session of a refresh token
    Passport(Session first, Clock clock, Function<String, Session> renewal) {
        this.user = first.user();
        this.clock = clock;
        this.renewal = renewal;
        this.accessToken = first.accessToken();
        this.refreshToken = first.refreshToken();
        this.renewAt = renewAt(first);
    }

    User user() {
        return user;
    }

    /// An access token that is good for a while.
    String token() {
        renewing.lock();
        try {
            if (!clock.instant().isBefore(renewAt)) take(renewal.apply(refreshToken));
            return accessToken;
        } finally {
            renewing.unlock();
        }
    }

    private void take(Session session) {
        accessToken = session.accessToken();
        refreshToken = session.refreshToken();
        renewAt = renewAt(session);
    }

    /// In the last minute; in the second half of a life that is shorter than two.
    private Instant renewAt(Session session) {
        var life = Duration.ofSeconds(session.expiresIn());
        var half = life.dividedBy(2);
        return clock.instant().plus(half.compareTo(MARGIN) < 0 ? half : life.minus(MARGIN));
    }
}
