package gofood.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassportTest {
    private Instant now = Instant.EPOCH;
    private final List<String> shown = Collections.synchronizedList(new ArrayList<>());
    private final Passport passport = new Passport(session(0), new Hand(), this::renew);

    /// A clock that is moved by hand.
    private final class Hand extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Session session(int number) {
        var user = new User(1, "Ada", null, null, Set.of(), Set.of(), Instant.EPOCH, 1);
        return new Session("access-" + number, "refresh-" + number, 900, user);
    }

    private Session renew(String refreshToken) {
        shown.add(refreshToken);
        return session(shown.size());
    }

    @Test
    void a_token_is_used_until_its_last_minute() {
        now = now.plus(Duration.ofSeconds(839));
        assertThat(passport.token()).isEqualTo("access-0");
        now = now.plusSeconds(1);
        assertThat(passport.token()).isEqualTo("access-1");
        assertThat(shown).containsExactly("refresh-0");
    }

    @Test
    void each_refresh_token_is_shown_once_even_by_many_at_once() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            now = now.plus(Duration.ofMinutes(15));
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 20; i++) threads.add(Thread.ofVirtual().start(passport::token));
            for (var thread : threads) thread.join();
        }
        assertThat(shown).containsExactly("refresh-0", "refresh-1", "refresh-2");
    }
}
