package gofood.user;

import static gofood.user.UserBed.path;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Session;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What goes by itself when its time is over.
class HousekeepingTest {
    @Test
    void what_nobody_can_use_any_more_is_removed() throws Exception {
        try (var users = new UserBed()) {
            var gone = users.anyone().post("/guests", "{\"name\":\"Gus\"}").as(Session.class);
            var stays = users.anyone().post("/guests", "{\"name\":\"Gil\"}").as(Session.class);
            var ana = users.newcomer();
            assertThat(users.signIn("no@example.com", "wrong password").status()).isEqualTo(401);
            users.db.run(tx -> {
                for (var session : new Session[] {gone, ana})
                    tx.update(
                            "UPDATE family SET expires_at = now() - interval '1s' WHERE user_id = ?",
                            session.user().userId());
                tx.update("UPDATE account SET created_at = now() - interval '31 days'");
                tx.update("UPDATE sign_in_failure SET last_at = now() - interval '1 hour'");
                // rings the way it would in ten minutes
                tx.update("UPDATE timer SET at = now() WHERE kind = 'user.prune'");
            });
            var until = Instant.now().plus(Duration.ofSeconds(5));
            while (count(users, "SELECT count(*) FROM account WHERE erased_at IS NOT NULL") == 0
                    && Instant.now().isBefore(until)) Thread.sleep(50);
            var operator = users.operator();
            assertThat(operator.get(path(gone.user())).status()).isEqualTo(404);
            assertThat(operator.get(path(stays.user())).status()).isEqualTo(200);
            assertThat(operator.get(path(ana.user())).status()).isEqualTo(200);
            assertThat(users.refresh(ana.refreshToken()).status()).isEqualTo(401);
            assertThat(users.refresh(stays.refreshToken()).status()).isEqualTo(200);
            assertThat(count(users, "SELECT count(*) FROM sign_in_failure")).isZero();
        }
    }

    private static long count(UserBed users, String sql) {
        return users.db.tx(tx -> tx.one(sql, row -> row.number("count")));
    }
}
