package gofood.restaurant.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.WebhookApi.Topic;
import gofood.platform.db.Db;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import gofood.restaurant.webhook.PlayedReceiver.Taken;
import gofood.restaurant.webhook.WebhookMessages.News;
import io.helidon.common.tls.Tls;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several replicas on one database.
class TwoSendersTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private final Env env = TestBed.emptyDatabase("restaurant");
    private final Db db = Db.open(env, "restaurant", new SimpleMeterRegistry());
    private final Webhooks webhooks = new Webhooks();
    private final WebhookMessages messages = new WebhookMessages();
    private final List<WebhookRounds> replicas = new ArrayList<>();
    private final PlayedReceiver till = new PlayedReceiver();
    private long restaurantId;

    @BeforeEach
    void open() {
        restaurantId =
                db.tx(tx ->
                        tx.one(
                                """
                                INSERT INTO restaurant (name, cuisine, cuisines, lat, lon, address,
                                       preparation_minutes, minimum_order, hours, slot_capacity,
                                       sections)
                                VALUES ('House', 'french', '{french}', 43, 7, '', 20, 0, '{}', 8,
                                        '{}') RETURNING restaurant_id
                                """,
                                row -> row.number("restaurant_id")));
    }

    @AfterEach
    void close() {
        replicas.forEach(WebhookRounds::close);
        till.close();
        db.close();
    }

    private WebhookRounds replica() {
        var config = WebhookConfig.from(new Env(Map.of("RESTAURANT_WEBHOOK_PRIVATE", "on")));
        var receiver =
                new Receiver(
                        new CheckedNames(InetAddress::getAllByName, _ -> true),
                        Tls.builder().build(),
                        config.patience(),
                        CLOCK);
        var verdict = new Verdict(webhooks, messages, config);
        var replica = new WebhookRounds(db, CLOCK, messages, verdict, receiver, config);
        replicas.add(replica);
        return replica;
    }

    private long hook() {
        var secret = "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldCE=";
        var made =
                new Webhooks.New(restaurantId, till.url(), List.of(Topic.values()), true, secret);
        return db.tx(tx -> webhooks.add(tx, made, Instant.now()));
    }

    private void tell(int order, int step) {
        var body = "{\"type\":\"ticket.changed\",\"data\":{\"order_id\":%d,\"step\":%d}}";
        var bytes = body.formatted(order, step).getBytes(StandardCharsets.UTF_8);
        var news = new News(Topic.TICKET_CHANGED, "order " + order, (long) order, bytes);
        db.run(tx -> messages.add(tx, restaurantId, news, Instant.now()));
    }

    /// Each replica is woken for all, as after its own commits.
    @Test
    void replicas_share_the_work_and_nothing_comes_twice_or_out_of_order() {
        var hooks = List.of(hook(), hook(), hook());
        replica();
        replica();
        for (int step = 0; step < 5; step++)
            for (int order = 1; order <= 8; order++) {
                tell(order, step);
                for (var replica : replicas) hooks.forEach(replica::wake);
            }
        till.await(3 * 5 * 8, _ -> true);
        assertThat(till.taken().stream().map(Taken::id).distinct()).hasSize(3 * 5 * 8);
        assertThat(till.taken()).hasSize(3 * 5 * 8);
        var steps = new HashMap<Long, List<Integer>>();
        for (var it : till.taken())
            steps.computeIfAbsent(it.orderId(), _ -> new ArrayList<>())
                    .add(it.body().path("data").path("step").asInt());
        assertThat(steps).hasSize(8);
        // three webhooks each in order: each step's first comes no sooner than that of the one
        // before
        for (var seen : steps.values())
            for (int step = 1; step < 5; step++)
                assertThat(seen.indexOf(step)).isGreaterThan(seen.indexOf(step - 1));
    }

    /// It died with the turn, or was killed before it was woken: the other finds what is left.
    @Test
    void what_a_replica_has_left_is_sent_by_another() {
        var webhookId = hook();
        tell(1, 0);
        var now = Instant.now();
        var turn = db.tx(tx -> new Turns().take(tx, webhookId, now, now.plusSeconds(2)));
        var again = db.tx(tx -> new Turns().take(tx, webhookId, now, now.plusSeconds(2)));
        assertThat(turn).isPresent();
        assertThat(again).isEmpty();
        replica();
        till.await(1, _ -> true);
        assertThat(Instant.now()).isAfter(now.plusSeconds(2));
        assertThat(till.taken()).hasSize(1);
    }

    /// What an attempt comes to after somebody else has settled its message changes nothing.
    @Test
    void a_late_answer_settles_nothing() {
        var webhookId = hook();
        tell(1, 0);
        var now = Instant.now();
        var due = db.tx(tx -> messages.due(tx, webhookId, now.plusSeconds(1), false, 1)).getFirst();
        assertThat(db.<Boolean>tx(tx -> messages.taken(tx, due, 200, now))).isTrue();
        assertThat(db.<Boolean>tx(tx -> messages.notTaken(tx, due, 500, "late", now))).isFalse();
        assertThat(db.<Boolean>tx(tx -> messages.taken(tx, due, 200, now))).isFalse();
    }

    @Test
    void messages_are_kept_for_a_week() {
        var webhookId = hook();
        tell(1, 0);
        tell(2, 0);
        db.run(tx ->
                tx.update(
                        "UPDATE webhook_message SET created_at = ? WHERE order_id = 1",
                        Instant.now().minusSeconds(8 * 24 * 60 * 60)));
        replica();
        Eventually.holds(
                () -> db.tx(tx -> messages.page(tx, webhookId, Long.MAX_VALUE, 9)).size() == 1,
                () -> "not pruned");
        till.await(1, it -> it.orderId() == 2);
    }
}
