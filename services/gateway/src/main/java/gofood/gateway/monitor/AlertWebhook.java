package gofood.gateway.monitor;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import gofood.contracts.GatewayApi.Alert;
import gofood.platform.http.Outgoing;
import gofood.platform.wire.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webclient.http1.Http1Client;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Somebody outside who is told of alerts, such as a pager. Each message is signed as [Standard
/// Webhooks](https://www.standardwebhooks.com) says, and has the same id however often it is sent.
final class AlertWebhook implements Outlet.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MonitorConfig.Hook hook;
    private final Webhook signature;
    private final Clock clock;
    private final Http1Client client = Outgoing.client(PATIENCE).readTimeout(PATIENCE).build();

    /// What is sent.
    ///
    /// @param type `alert.raised` or `alert.cleared`
    record Message(String type, Instant timestamp, Alert data) {}

    AlertWebhook(MonitorConfig.Hook hook, Clock clock) {
        this.hook = hook;
        this.clock = clock;
        try {
            signature = new Webhook(hook.secret());
        } catch (EmptyWebhookSecretException | IllegalArgumentException e) {
            // without the secret
            throw new IllegalStateException(
                    "The setting GATEWAY_ALERTS_WEBHOOK_SECRET must be base64, such as whsec_….");
        }
    }

    @Override
    public void tell(Alarms.Change change) {
        var alert = change.alert();
        var cleared = alert.clearedAt();
        var message =
                cleared == null
                        ? new Message("alert.raised", alert.since(), alert)
                        : new Message("alert.cleared", cleared, alert);
        var body = Json.write(message);
        var id = "msg_" + change.id();
        var seconds = clock.instant().getEpochSecond();
        var request =
                client.post()
                        .uri(hook.url())
                        .header(HeaderValues.CONTENT_TYPE_JSON)
                        .header(HeaderNames.create("webhook-id"), id)
                        .header(HeaderNames.create("webhook-timestamp"), Long.toString(seconds))
                        .header(
                                HeaderNames.create("webhook-signature"),
                                sign(id, seconds, new String(body, StandardCharsets.UTF_8)));
        try (var response = request.submit(body)) {
            var status = response.status().code();
            if (status < 200 || status > 299)
                throw new IllegalStateException("the webhook was answered with " + status);
        }
    }

    private String sign(String id, long seconds, String body) {
        try {
            return signature.sign(id, seconds, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }
}
