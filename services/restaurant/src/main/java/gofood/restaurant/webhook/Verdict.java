package gofood.restaurant.webhook;

import gofood.contracts.WebhookApi.Topic;
import gofood.contracts.WebhookApi.WebhookOff;
import gofood.platform.db.Tx;
import gofood.restaurant.webhook.Receiver.Outcome;
import gofood.restaurant.webhook.Turns.Turn;
import gofood.restaurant.webhook.WebhookMessages.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/// What an attempt means for its message and for its webhook.
final class Verdict {
    private final Webhooks webhooks;
    private final WebhookMessages messages;
    private final Retries retries;
    private final Duration givesUpAfter;

    Verdict(Webhooks webhooks, WebhookMessages messages, WebhookConfig config) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.retries = Retries.of(config);
        this.givesUpAfter = config.givesUpAfter();
    }

    void settle(Tx tx, Turn turn, Due due, Outcome outcome, Instant now) {
        webhooks.lock(tx, turn.webhookId());
        switch (outcome) {
            case Outcome.Taken it -> {
                if (messages.taken(tx, due, it.status(), now)) recover(tx, turn, now);
            }
            case Outcome.Gone it -> {
                var why = "Answered with %d: nothing more is wanted.".formatted(it.status());
                if (messages.notTaken(tx, due, it.status(), why, null))
                    disable(tx, turn.webhookId(), WebhookOff.GONE);
            }
            case Outcome.NotTaken it -> {
                if (due.topic() == Topic.WEBHOOK_TEST)
                    messages.notTaken(tx, due, it.status(), it.why(), null);
                else tryAgain(tx, turn, due, it, now);
            }
        }
    }

    private void recover(Tx tx, Turn turn, Instant now) {
        webhooks.well(tx, turn.webhookId());
        var hasRested = turn.restsUntil() != null;
        if (hasRested || Retries.isIll(turn.failures())) messages.hurry(tx, turn.webhookId(), now);
    }

    private void tryAgain(Tx tx, Turn turn, Due due, Outcome.NotTaken how, Instant now) {
        var jitter = ThreadLocalRandom.current().nextDouble();
        var next = retries.next(due.attempts() + 1, how, jitter).map(now::plus).orElse(null);
        if (!messages.notTaken(tx, due, how.status(), how.why(), next)) return;
        if (next != null) messages.hold(tx, turn.webhookId(), due.lane(), next);
        var rest = retries.rest(turn.failures() + 1, how);
        var since = webhooks.ill(tx, turn.webhookId(), now, rest == null ? null : now.plus(rest));
        if (since.plus(givesUpAfter).isBefore(now))
            disable(tx, turn.webhookId(), WebhookOff.FAILING);
    }

    private void disable(Tx tx, long webhookId, WebhookOff because) {
        webhooks.disable(tx, webhookId, because);
        messages.giveUp(tx, webhookId);
    }
}
