package gofood.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import gofood.platform.db.Db;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
    private static final UserConfig CONFIG = UserConfig.from(new Env(Map.of()));
    private final HandSetClock clock = new HandSetClock();
    private final KeySeal seal = new KeySeal(TestBed.SECRET);
    private Db db;
    private SigningKeys keys;

    private static final class HandSetClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

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

    @BeforeEach
    void start() {
        db = Db.open(TestBed.emptyDatabase("user"), "user", new SimpleMeterRegistry());
        keys = new SigningKeys(db, seal, CONFIG, clock);
    }

    @AfterEach
    void stop() {
        db.close();
    }

    private List<String> published() {
        return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    @Test
    void replicas_that_start_together_make_one_key() {
        var starts =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(
                                        () -> new SigningKeys(db, seal, CONFIG, clock).renew()))
                        .limit(4)
                        .toList();
        starts.forEach(CompletableFuture::join);
        assertThat(published()).hasSize(1);
        assertThat(keys.published().toString(false)).doesNotContain("\"d\"");
    }

    @Test
    void a_new_key_is_published_before_it_signs_and_an_old_one_until_its_tokens_are_over() {
        var due = keys.renew();
        var first = keys.current().getKeyID();
        assertThat(due).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(keys.renew()).isEqualTo(due);
        clock.pass(Duration.ofDays(30));
        assertThat(keys.renew()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(published()).hasSize(2);
        assertThat(keys.current().getKeyID()).isEqualTo(first);
        clock.pass(Duration.ofMinutes(11));
        assertThat(keys.current().getKeyID()).isNotEqualTo(first);
        clock.pass(Duration.ofMinutes(14));
        db.run(keys::prune);
        assertThat(published()).contains(first).hasSize(2);
        clock.pass(Duration.ofMinutes(2));
        db.run(keys::prune);
        assertThat(published()).doesNotContain(first).hasSize(1);
    }

    @Test
    void a_stored_key_opens_with_the_secret_and_under_its_own_name_only() {
        var content = "a private key".getBytes(StandardCharsets.UTF_8);
        var sealed = seal.seal("k1", content);
        assertThat(seal.open("k1", sealed)).hasValue(content);
        assertThat(seal.seal("k1", content)).isNotEqualTo(sealed);
        assertThat(seal.open("k2", sealed)).isEmpty();
        assertThat(new KeySeal("b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldC1vdGhlci0").open("k1", sealed))
                .isEmpty();
        assertThat(seal.open("k1", new byte[5])).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open("k1", sealed)).isEmpty();
    }

    @Test
    void a_key_that_somebody_slipped_in_is_not_used_and_a_lost_secret_makes_a_new_one() {
        var unused = keys.renew();
        assertThat(unused).isAfter(clock.instant());
        db.run(tx -> tx.update("UPDATE signing_key SET sealed = sha256(sealed)"));
        assertThat(published()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(keys.renew()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(published()).hasSize(1).containsExactly(keys.current().getKeyID());
    }
}
