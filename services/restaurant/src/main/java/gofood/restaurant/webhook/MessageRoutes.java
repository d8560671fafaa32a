package gofood.restaurant.webhook;

import static gofood.restaurant.webhook.WebhookRoutes.ONE;
import static gofood.restaurant.webhook.WebhookRoutes.OWNERS;
import static gofood.restaurant.webhook.WebhookRoutes.ofOwn;

import gofood.contracts.WebhookApi.ReplaySince;
import gofood.contracts.WebhookApi.Replayed;
import gofood.contracts.WebhookApi.WebhookDeliveryList;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import gofood.restaurant.webhook.WebhookMessages.Listed;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongConsumer;

/// What a webhook was told, and telling it again.
final class MessageRoutes {
    private static final int USUAL_PAGE = 50;
    private static final String DELIVERIES = ONE + "/deliveries";

    private final Db db;
    private final Clock clock;
    private final Webhooks webhooks;
    private final WebhookMessages messages;
    private final Announcements announcements;
    private final LongConsumer wake;

    /// @param wake told of a webhook that has something to send
    MessageRoutes(
            Db db,
            Clock clock,
            Webhooks webhooks,
            WebhookMessages messages,
            Announcements announcements,
            LongConsumer wake) {
        this.db = db;
        this.clock = clock;
        this.webhooks = webhooks;
        this.messages = messages;
        this.announcements = announcements;
        this.wake = wake;
    }

    Routes table() {
        return new Routes()
                .create(ONE + "/test", OWNERS, this::test)
                .get(DELIVERIES, OWNERS, this::list)
                .create(DELIVERIES + "/replay", OWNERS, this::replaySince)
                .create(DELIVERIES + "/{message_id}/replay", OWNERS, this::replay);
    }

    private Creation test(Call call) {
        ofOwn(call);
        return tx -> {
            announcements.test(tx, enabled(tx, call));
            return replayed(1);
        };
    }

    private Reply list(Call call) {
        var restaurantId = ofOwn(call);
        var webhookId = call.id("webhook_id");
        var before = call.cursor(Long.MAX_VALUE);
        db.run(tx -> webhooks.get(tx, restaurantId, webhookId, clock.instant()));
        var page =
                Page.of(
                        call.limit(USUAL_PAGE),
                        most -> db.tx(tx -> messages.page(tx, webhookId, before, most)),
                        Listed::position);
        return Reply.ok(
                new WebhookDeliveryList(
                        page.entries().stream().map(Listed::delivery).toList(), page.nextCursor()));
    }

    private Creation replaySince(Call call) {
        ofOwn(call);
        var since = call.body(ReplaySince.class).since();
        return tx -> {
            var webhookId = enabled(tx, call);
            var count = messages.replaySince(tx, webhookId, since, clock.instant());
            tx.afterCommit(() -> wake.accept(webhookId));
            return replayed(count);
        };
    }

    private Creation replay(Call call) {
        ofOwn(call);
        return tx -> {
            var webhookId = enabled(tx, call);
            var can = messages.replay(tx, webhookId, call.path("message_id"), clock.instant());
            if (can == null) throw Refused.notFound("message");
            if (!can)
                throw Refused.conflict(
                        "forgotten", "What was in this message had to be forgotten.");
            tx.afterCommit(() -> wake.accept(webhookId));
            return replayed(1);
        };
    }

    private static Reply replayed(int count) {
        return new Reply(202, new Replayed(count), Map.of());
    }

    private long enabled(Tx tx, Call call) {
        var webhook = webhooks.get(tx, ofOwn(call), call.id("webhook_id"), clock.instant());
        webhooks.lock(tx, webhook.webhookId());
        if (webhook.enabled()) return webhook.webhookId();
        throw Refused.conflict("webhook_disabled", "The webhook is switched off. Enable it first.");
    }
}
