package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.testing.TestBed;
import gofood.platform.wire.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two replicas, of which one has never met what the other has made.
class IdempotencyTest {
    private static final byte[] BODY = "a bear".getBytes(StandardCharsets.UTF_8);

    private final Db db =
            Db.open(
                    TestBed.emptyDatabase("twice"),
                    "twice",
                    new SimpleMeterRegistry(),
                    () -> Duration.ofSeconds(30));
    private final Idempotency here = new Idempotency(db, "secret");
    private final Idempotency elsewhere = new Idempotency(db, "secret");

    @AfterEach
    void close() {
        db.close();
    }

    private record Made(String name) implements Idempotency.Creation {
        @Override
        public Reply in(Tx tx) {
            return Reply.created("/toys/" + name, Map.of("name", name));
        }

        @Override
        public boolean isSociable() {
            return true;
        }
    }

    private static Reply make(Idempotency replica, String key, String name) {
        return RequestScope.anew(() -> replica.once(key, BODY, false, () -> new Made(name)));
    }

    private static String where(Reply reply) {
        return String.valueOf(reply.headers().get("Location"));
    }

    @Test
    void what_another_replica_made_is_not_made_again_and_its_answer_is_given() {
        make(here, "k", "first");
        var again = make(elsewhere, "k", "second");
        assertThat(where(again)).isEqualTo("/toys/first");
        assertThat(again.headers()).containsEntry("Idempotent-Replay", "true");
    }

    @Test
    void what_could_not_be_made_any_more_is_answered_as_it_was() {
        make(here, "k", "first");
        Idempotency.Preparation soldOut =
                () -> {
                    throw Refused.conflict("sold_out", "There are no bears left.");
                };
        var again = RequestScope.anew(() -> elsewhere.once("k", BODY, false, soldOut));
        assertThat(where(again)).isEqualTo("/toys/first");
        assertThatThrownBy(
                        () -> RequestScope.anew(() -> elsewhere.once("new", BODY, false, soldOut)))
                .hasMessageContaining("no bears");
    }

    @Test
    void another_body_is_refused_also_where_the_key_was_never_met() {
        make(here, "k", "first");
        var other = "a doll".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        RequestScope.anew(
                                () -> elsewhere.once("k", other, false, () -> new Made("doll"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("key_reused"));
    }

    @Test
    void what_is_grave_is_looked_for_before_anything_is_prepared() {
        make(here, "k", "first");
        Idempotency.Preparation acts =
                () -> {
                    throw new AssertionError("was prepared");
                };
        var again = RequestScope.anew(() -> elsewhere.once("k", BODY, true, acts));
        assertThat(where(again)).isEqualTo("/toys/first");
    }

    @Test
    void one_repetition_in_a_crowd_keeps_nobody_else_from_being_first() throws Exception {
        make(here, "k13", "first");
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<Future<Reply>>();
            for (int i = 0; i < 40; i++) {
                var number = i;
                replies.add(crowd.submit(() -> make(elsewhere, "k" + number, "toy" + number)));
            }
            for (int i = 0; i < 40; i++)
                assertThat(where(replies.get(i).get()))
                        .isEqualTo(i == 13 ? "/toys/first" : "/toys/toy" + i);
        }
    }
}
