package gofood.gateway.monitor;

import gofood.contracts.GatewayApi.Alert;
import gofood.platform.http.Outgoing;
import gofood.platform.wire.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webclient.http1.Http1Client;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Somebody outside who is told of alerts, such as a pager. Each message is signed as [Standard
/// Webhooks](https://www.standardwebhooks.com) says, and has the same id however often it is sent.
final class AlertWebhook implements Outlet.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MonitorConfig.Hook hook;
    private final Clock clock;
    private final Http1Client client = Outgoing.client(PATIENCE).readTimeout(PATIENCE).build();

    /// What is sent.
    ///
    /// @param type `alert.raised` or `alert.cleared`
    record Message(String type, Instant timestamp, Alert data) {}

    AlertWebhook(MonitorConfig.Hook hook, Clock clock) {
        this.hook = hook;
        this.clock = clock;
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
        var request = client.post().uri(hook.url()).header(HeaderValues.CONTENT_TYPE_JSON);
        hook.signature()
                .sign("msg_" + change.id(), clock.instant(), body)
                .forEach((name, value) -> request.header(HeaderNames.create(name), value));
        try (var response = request.submit(body)) {
            var status = response.status().code();
            if (status < 200 || status > 299)
                throw new IllegalStateException("the webhook was answered with " + status);
        }
    }
}
