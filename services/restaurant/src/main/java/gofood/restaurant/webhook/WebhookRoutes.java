package gofood.restaurant.webhook;

import static gofood.contracts.UserApi.Role.OPERATOR;
import static gofood.contracts.UserApi.Role.STAFF;
import static java.util.Objects.requireNonNullElse;

import gofood.contracts.WebhookApi.NewWebhook;
import gofood.contracts.WebhookApi.Topic;
import gofood.contracts.WebhookApi.Webhook;
import gofood.contracts.WebhookApi.WebhookChange;
import gofood.contracts.WebhookApi.WebhookList;
import gofood.contracts.WebhookApi.WebhookSecret;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A restaurant's webhooks, for those who work there and for operators.
final class WebhookRoutes {
    static final String ALL = "/restaurants/{restaurant_id}/webhooks";
    static final String ONE = ALL + "/{webhook_id}";
    static final Access OWNERS = Access.only(STAFF, OPERATOR);
    private static final int SECRET_BYTES = 32;
    private static final List<Topic> EVERYTHING =
            Arrays.stream(Topic.values()).filter(it -> it != Topic.WEBHOOK_TEST).toList();

    private final Db db;
    private final Clock clock;
    private final Webhooks webhooks;
    private final WebhookMessages messages;
    private final WebhookConfig config;
    private final LongConsumer known;
    private final SecureRandom random = new SecureRandom();

    /// @param known throws when there is no such restaurant
    WebhookRoutes(
            Db db,
            Clock clock,
            Webhooks webhooks,
            WebhookMessages messages,
            WebhookConfig config,
            LongConsumer known) {
        this.db = db;
        this.clock = clock;
        this.webhooks = webhooks;
        this.messages = messages;
        this.config = config;
        this.known = known;
    }

    Routes table() {
        return new Routes()
                .create(ALL, OWNERS, this::add)
                .get(ALL, OWNERS, this::list)
                .get(ONE, OWNERS, this::show)
                .put(ONE, OWNERS, this::change)
                .delete(ONE, OWNERS, this::remove)
                .create(ONE + "/secret", OWNERS, this::rotate);
    }

    private Creation add(Call call) {
        var restaurantId = ofOwn(call);
        known.accept(restaurantId);
        var asked = call.body(NewWebhook.class);
        var secret = secret();
        var wanted =
                new Webhooks.New(
                        restaurantId,
                        CallbackUrl.checked(asked.url(), config),
                        requireNonNullElse(checked(asked.events()), EVERYTHING),
                        requireNonNullElse(asked.enabled(), true),
                        secret);
        return tx -> {
            if (webhooks.count(tx, restaurantId) >= config.most())
                throw Refused.conflict(
                                "enough_webhooks",
                                "The restaurant has as many webhooks as it may. Remove one first.")
                        .with("most", config.most());
            var now = clock.instant();
            var webhookId = webhooks.add(tx, wanted, now);
            var made = webhooks.get(tx, restaurantId, webhookId, now);
            var at = "/restaurants/%d/webhooks/%d".formatted(restaurantId, webhookId);
            return Reply.created(at, new WebhookSecret(made, secret));
        };
    }

    private Reply list(Call call) {
        var restaurantId = ofOwn(call);
        known.accept(restaurantId);
        return Reply.ok(
                new WebhookList(db.tx(tx -> webhooks.of(tx, restaurantId, clock.instant()))));
    }

    private Reply show(Call call) {
        return Reply.ok(db.tx(tx -> own(tx, call)));
    }

    private Reply change(Call call) {
        ofOwn(call);
        var asked = call.body(WebhookChange.class);
        var url = asked.url() == null ? null : CallbackUrl.checked(asked.url(), config);
        var wanted = new WebhookChange(url, checked(asked.events()), asked.enabled());
        return Reply.ok(
                db.tx(tx -> {
                    var webhookId = own(tx, call).webhookId();
                    webhooks.lock(tx, webhookId);
                    webhooks.change(tx, webhookId, wanted);
                    if (Boolean.FALSE.equals(wanted.enabled())) messages.giveUp(tx, webhookId);
                    return own(tx, call);
                }));
    }

    private Reply remove(Call call) {
        db.run(tx -> webhooks.remove(tx, own(tx, call).webhookId()));
        return Reply.none();
    }

    private Creation rotate(Call call) {
        ofOwn(call);
        var secret = secret();
        return tx -> {
            var until = clock.instant().plus(config.overlap());
            webhooks.rotate(tx, own(tx, call).webhookId(), secret, until);
            return Reply.ok(new WebhookSecret(own(tx, call), secret));
        };
    }

    private Webhook own(Tx tx, Call call) {
        return webhooks.get(tx, ofOwn(call), call.id("webhook_id"), clock.instant());
    }

    static long ofOwn(Call call) {
        var restaurantId = call.id("restaurant_id");
        call.onlyForStaffOf(restaurantId);
        return restaurantId;
    }

    private static @Nullable List<Topic> checked(@Nullable List<Topic> events) {
        if (events != null && events.contains(Topic.WEBHOOK_TEST))
            throw Refused.invalid("events", "must not have webhook.test, which is only asked for");
        return events;
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
