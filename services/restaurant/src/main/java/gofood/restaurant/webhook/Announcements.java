package gofood.restaurant.webhook;

import gofood.contracts.RestaurantApi.Pace;
import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.WebhookApi.RestaurantPace;
import gofood.contracts.WebhookApi.Topic;
import gofood.contracts.WebhookApi.WebhookMessage;
import gofood.platform.db.Tx;
import gofood.platform.wire.Json;
import gofood.restaurant.webhook.WebhookMessages.News;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the restaurant's own systems are told: in the transaction that makes it true. A restaurant
/// without a webhook costs one look into an index.
public final class Announcements {
    private final Clock clock;
    private final WebhookMessages messages;
    private final LongConsumer wake;

    /// @param wake told of each webhook that has something to send, after the commit
    Announcements(Clock clock, WebhookMessages messages, LongConsumer wake) {
        this.clock = clock;
        this.messages = messages;
        this.wake = wake;
    }

    /// A ticket has come or changed; whoever says so has locked it, which keeps the order.
    ///
    /// @param before null for a new one
    /// @param after read only when somebody wants to know
    public void ticket(Tx tx, long restaurantId, @Nullable Ticket before, Supplier<Ticket> after) {
        if (!isHeard(tx, restaurantId)) return;
        var ticket = after.get();
        TicketChange.between(before, ticket)
                .ifPresent(topic -> {
                    var lane = "order " + ticket.orderId();
                    tell(tx, restaurantId, topic, lane, ticket.orderId(), ticket);
                });
    }

    /// A kitchen may have paused or gone on. The end of a pause was told with its beginning.
    ///
    /// @param after as it is stored by now, which is less exact than as it was asked for
    public void pace(Tx tx, long restaurantId, Pace before, Supplier<Pace> after) {
        if (!isHeard(tx, restaurantId)) return;
        var now = clock.instant();
        var until = pause(after.get(), now);
        if (Objects.equals(until, pause(before, now))) return;
        var topic = until == null ? Topic.RESTAURANT_RESUMED : Topic.RESTAURANT_PAUSED;
        var data = new RestaurantPace(restaurantId, until);
        tell(tx, restaurantId, topic, "restaurant", null, data);
    }

    private static @Nullable Instant pause(Pace pace, Instant now) {
        var until = pace.pausedUntil();
        return until == null || !until.isAfter(now) ? null : until;
    }

    /// Waits for no other message, and none waits for it.
    void test(Tx tx, long webhookId) {
        var now = clock.instant();
        var body = Json.write(new WebhookMessage(Topic.WEBHOOK_TEST, now, Map.of()));
        messages.addFor(
                tx, webhookId, new News(Topic.WEBHOOK_TEST, "test " + now, null, body), now);
        tx.afterCommit(() -> wake.accept(webhookId));
    }

    private void tell(
            Tx tx,
            long restaurantId,
            Topic topic,
            String lane,
            @Nullable Long orderId,
            Object data) {
        var now = clock.instant();
        var body = Json.write(new WebhookMessage(topic, now, data));
        messages.add(tx, restaurantId, new News(topic, lane, orderId, body), now)
                .forEach(webhookId -> tx.afterCommit(() -> wake.accept(webhookId)));
    }

    private static boolean isHeard(Tx tx, long restaurantId) {
        return !hearing(tx, List.of(restaurantId)).isEmpty();
    }

    /// Of these restaurants, those with a webhook.
    public Set<Long> heard(Tx tx, Collection<Long> restaurants) {
        return restaurants.isEmpty() ? Set.of() : hearing(tx, restaurants);
    }

    private static Set<Long> hearing(Tx tx, Collection<Long> restaurants) {
        return Set.copyOf(
                tx.list(
                        """
                        SELECT DISTINCT restaurant_id FROM webhook
                         WHERE restaurant_id = ANY (?) AND enabled
                        """,
                        row -> row.number("restaurant_id"),
                        (Object) restaurants.toArray(Long[]::new)));
    }
}
