package gofood.payment.provider;

import gofood.contracts.GatewayApi.ProviderFault;
import gofood.payment.provider.Provider.Notice;
import gofood.payment.provider.Provider.Report;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Timers;
import gofood.platform.http.FaultSwitch;
import gofood.platform.http.Outgoing;
import gofood.platform.wire.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webclient.http1.Http1Client;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The simulated provider's news, over real HTTP, signed, and repeated until they are taken.
final class WebhookSender {
    static final String SEND = "payment.provider_webhook";
    static final String SETTLE = "payment.provider_settle";

    /// Like a real provider's, webhooks mostly come after the answer.
    private static final Duration AFTER_THE_ANSWER = Duration.ofMillis(200);

    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(5);

    private final ProviderConfig.Simulated config;
    private final Db db;
    private final Timers timers;
    private final Clock clock;
    private final Supplier<Optional<ProviderFault>> fault;
    private final Http1Client client;

    WebhookSender(
            ProviderConfig.Simulated config,
            Db db,
            Timers timers,
            Clock clock,
            Supplier<Optional<ProviderFault>> fault) {
        this.config = config;
        this.db = db;
        this.timers = timers;
        this.clock = clock;
        this.fault = fault;
        client = Outgoing.client(CONNECT).baseUri(config.webhooks()).build();
    }

    /// A webhook's body.
    record News(@Nullable String type, @Nullable Long paymentId) {
        static String typeOf(Report report) {
            return "payment." + report.name().toLowerCase(Locale.ROOT);
        }

        /// Nothing when it isn't about a payment.
        Optional<Notice> notice() {
            if (paymentId == null) return Optional.empty();
            return Arrays.stream(Report.values())
                    .filter(report -> typeOf(report).equals(type))
                    .findFirst()
                    .map(report -> new Notice(paymentId, report));
        }
    }

    private record Waiting(News news, int deliveries, Instant createdAt) {}

    void send(Tx tx, long paymentId, Report report, int deliveries) {
        var id =
                tx.one(
                        """
                        INSERT INTO provider_webhook (payment_id, type, deliveries)
                        VALUES (?, ?, ?) RETURNING webhook_id
                        """,
                        row -> row.number("webhook_id"),
                        paymentId,
                        News.typeOf(report),
                        isDoubled() ? 2 : deliveries);
        timers.set(tx, SEND, id, clock.instant().plus(AFTER_THE_ANSWER).plus(shuffled()));
    }

    private boolean isDoubled() {
        return fault.get()
                .map(ProviderFault::webhooksDoubledPercent)
                .filter(FaultSwitch::isHit)
                .isPresent();
    }

    /// By how much later than usual it comes: what is sent afterwards may overtake it.
    private Duration shuffled() {
        var most = fault.get().map(ProviderFault::webhooksShuffledMs).orElse(0);
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(most + 1));
    }

    void settleLater(Tx tx, String reference) {
        timers.set(tx, SETTLE, reference, clock.instant().plus(config.late()));
    }

    /// When the timer rings. If it fails, the timer rings again, ever more slowly.
    void deliver(String webhookId) {
        var id = Long.parseLong(webhookId);
        var found =
                db.tx(tx ->
                        tx.find(
                                "SELECT * FROM provider_webhook WHERE webhook_id = ?",
                                row ->
                                        new Waiting(
                                                new News(
                                                        row.text("type"), row.number("payment_id")),
                                                row.integer("deliveries"),
                                                row.instant("created_at")),
                                id));
        if (found.isEmpty()) return;
        var waiting = found.get();
        var tooOld = waiting.createdAt.plus(GIVE_UP_AFTER).isBefore(clock.instant());
        for (int i = 0; i < waiting.deliveries && !tooOld; i++) post(webhookId, waiting.news);
        db.run(tx -> tx.update("DELETE FROM provider_webhook WHERE webhook_id = ?", id));
    }

    private void post(String id, News news) {
        var body = Json.write(news);
        var request =
                client.post("/webhooks/provider")
                        .readTimeout(READ)
                        .header(HeaderValues.CONTENT_TYPE_JSON);
        config.signature()
                .sign("msg_" + id, clock.instant(), body)
                .forEach((name, value) -> request.header(HeaderNames.create(name), value));
        try (var response = request.submit(body)) {
            var status = response.status().code();
            if (status < 200 || status > 299)
                throw new IllegalStateException("the webhook was answered with " + status);
        }
    }
}
