package gofood.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Peer;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.testing.Neighbour;
import gofood.platform.testing.TestBed;
import gofood.platform.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the outbox promises when subscribers fail.
class RelayTest {
    sealed interface NewsEvent {
        record Said(long about, int number) implements NewsEvent {}
    }

    private Db db;
    private Outbox outbox;
    private Neighbour reader;
    private final List<Relay> relays = new ArrayList<>();

    @BeforeEach
    void open() {
        db = Db.open(TestBed.emptyDatabase("news"), "news", new SimpleMeterRegistry());
        outbox = new Outbox().to("reader", NewsEvent.Said.class);
        reader = new Neighbour();
    }

    @AfterEach
    void close() {
        relays.forEach(Relay::close);
        db.close();
        reader.close();
    }

    private void startRelay() {
        var tokens = new Tokens("news", TestBed.SECRET, JWKSet::new, Clock.systemUTC());
        var peer = new Peer(new Upstream("reader", List.of(reader.address())), tokens);
        relays.add(
                new Relay("news", "replica" + relays.size(), db, outbox, _ -> peer, Tracing.OFF));
    }

    private void say(long about, int number) {
        db.run(tx -> outbox.send(tx, about, new NewsEvent.Said(about, number)));
    }

    private long waiting() {
        return db.tx(tx -> tx.one("SELECT count(*) AS n FROM outbox", row -> row.number("n")));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(10));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(until)) throw new AssertionError("it never happened");
            Thread.sleep(10);
        }
    }

    private List<Integer> heard(long about) {
        return reader.events().stream()
                .filter(event -> event.path("subject").asText().equals(Long.toString(about)))
                .map(event -> event.at("/data/number").asInt())
                .toList();
    }

    /// What commits late has a low position, and what is committed long ago is not looked at again.
    @Test
    void nothing_is_overlooked_that_commits_late() throws Exception {
        var mark = new LowMark("reader");
        for (int i = 0; i < 3; i++) db.run(mark::advance);
        say(1, 1);
        assertThat(above(mark)).isEqualTo(1);
        try (var late = Executors.newSingleThreadExecutor()) {
            var drawn = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var saying =
                    late.submit(() ->
                            db.run(tx -> {
                                drawPosition(tx);
                                drawn.countDown();
                                awaitUninterruptibly(goOn);
                            }));
            drawn.await();
            db.run(tx -> tx.update("DELETE FROM outbox"));
            say(5, 3);
            for (int i = 0; i < 4; i++) db.run(mark::advance);
            assertThat(mark.position()).isLessThan(2);
            goOn.countDown();
            saying.get();
            assertThat(above(mark)).isEqualTo(2);
        }
        for (int i = 0; i < 2; i++) db.run(mark::advance);
        assertThat(mark.position()).isEqualTo(1);
        db.run(tx -> tx.update("DELETE FROM outbox"));
        for (int i = 0; i < 2; i++) db.run(mark::advance);
        assertThat(mark.position()).isEqualTo(3);
        assertThat(above(mark)).isZero();
        say(1, 4);
        assertThat(above(mark)).isEqualTo(1);
    }

    private static void drawPosition(Tx tx) {
        tx.update(
                """
                INSERT INTO outbox (id, subscriber, key, type, data, traceparent)
                VALUES (gen_random_uuid(), 'reader', '1', 'news.said', '{}', '')
                """);
    }

    private long above(LowMark mark) {
        return db.tx(tx -> LowMark.waiting(tx, List.of(mark)).events());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void events_of_a_key_arrive_in_order_and_leave_the_outbox() throws Exception {
        startRelay();
        for (int number = 0; number < 300; number++) say(number % 3, number);
        await(() -> waiting() == 0);
        for (int key = 0; key < 3; key++)
            assertThat(heard(key)).isSorted().hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void a_backlog_is_brought_side_by_side_and_each_key_in_order() throws Exception {
        db.run(tx -> {
            for (int number = 0; number < 2_100; number++)
                outbox.send(tx, number % 7, new NewsEvent.Said(number % 7, number));
        });
        startRelay();
        await(() -> waiting() == 0);
        for (int key = 0; key < 7; key++)
            assertThat(heard(key)).isSorted().hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void what_was_said_while_nobody_relayed_is_not_lost() throws Exception {
        say(1, 1);
        say(1, 2);
        startRelay();
        await(() -> heard(1).equals(List.of(1, 2)));
    }

    @Test
    void two_relays_bring_each_event_once() throws Exception {
        startRelay();
        startRelay();
        for (int number = 0; number < 200; number++) say(number % 7, number);
        await(() -> waiting() == 0);
        assertThat(reader.events()).hasSize(200);
    }

    @Test
    void a_poison_event_blocks_only_its_own_key_and_is_parked_in_the_end() throws Exception {
        say(5, 1);
        say(5, 2);
        var poison =
                db.tx(tx ->
                        tx.one("SELECT id FROM outbox ORDER BY position", row -> row.uuid("id")));
        reader.answer(
                "POST",
                "/events",
                200,
                "{\"failed\":[{\"id\":\"%s\",\"why\":\"FAILED\",\"error\":\"boom\"}]}"
                        .formatted(poison));
        startRelay();
        await(() -> attempts() >= 1);
        say(9, 1);
        await(() -> waiting() == 1 || waiting() == 2);
        // only the poison and what stands behind it are left
        await(() ->
                db.tx(tx -> tx.list("SELECT key FROM outbox", row -> row.text("key"))).stream()
                        .allMatch("5"::equals));
        db.run(tx ->
                tx.update(
                        "UPDATE outbox SET attempts = 9, next_try_at = now() WHERE id = ?",
                        poison));
        await(() -> parked() == 1);
        String error =
                db.tx(tx ->
                        tx.one(
                                "SELECT error FROM outbox WHERE parked_at IS NOT NULL",
                                row -> row.text("error")));
        assertThat(error).isEqualTo("boom");
        say(5, 3);
        Thread.sleep(1_200);
        assertThat(waiting())
                .as("later events of the key wait behind the parked one")
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_subscriber_that_is_not_ready_for_an_event_never_has_it_parked() throws Exception {
        say(5, 1);
        var early = db.tx(tx -> tx.one("SELECT id FROM outbox", row -> row.uuid("id")));
        reader.answer(
                "POST",
                "/events",
                200,
                "{\"failed\":[{\"id\":\"%s\",\"why\":\"NOT_NOW\",\"error\":\"\"}]}"
                        .formatted(early));
        db.run(tx -> tx.update("UPDATE outbox SET attempts = 9"));
        startRelay();
        await(() -> reader.requests().size() >= 2);
        assertThat(parked()).isZero();
        assertThat(attempts()).isEqualTo(9);
    }

    @Test
    void a_batch_that_is_refused_as_a_whole_is_halved_until_the_event_is_found() throws Exception {
        for (int key = 1; key <= 4; key++) say(key, key);
        reader.answerEventsWith(500);
        startRelay();
        await(() -> attempts() >= 1);
        reader.answerEventsWith(200);
        await(() -> waiting() == 0);
        assertThat(reader.events()).hasSize(4);
    }

    @Test
    void a_subscriber_that_hears_nobody_now_has_nothing_parked() throws Exception {
        say(5, 1);
        db.run(tx -> tx.update("UPDATE outbox SET attempts = 9"));
        reader.answerEventsWith(429);
        startRelay();
        await(() -> reader.requests().size() >= 2);
        assertThat(parked()).isZero();
        reader.answerEventsWith(200);
        await(() -> waiting() == 0);
        assertThat(heard(5)).containsOnly(1);
    }

    private long attempts() {
        return db.tx(tx ->
                tx.one(
                        "SELECT coalesce(max(attempts), 0) AS n FROM outbox",
                        row -> row.number("n")));
    }

    private long parked() {
        return db.tx(
                tx -> tx.one("SELECT count(parked_at) AS n FROM outbox", row -> row.number("n")));
    }
}
