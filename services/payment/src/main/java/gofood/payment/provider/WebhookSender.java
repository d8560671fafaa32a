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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The simulated provider's news, over real HTTP, signed, and repeated until they are taken.
final class WebhookSender {
    static final String SEND = "payment.provider_webhook";
    static final String SETTLE = "payment.provider_settle";

    /// Like a real provider's, webhooks mostly come after the answer.
    private static final Duration AFTER_THE_ANSWER = Duration.ofMillis(200);

    /// How many are under way at the same moment.
    private static final int AT_ONCE = 8;

    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(5);

    /// For those that go out together; with the last of them less than what a timer may take.
    private static final Duration TIME = Duration.ofSeconds(10);

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

    /// News that are to be told.
    ///
    /// @param deliveries how often
    record Letter(long paymentId, Report report, int deliveries) {
        static Letter of(ProviderCharge charge, Report report) {
            return new Letter(charge.paymentId(), report, charge.card() == TestCard.TWICE ? 2 : 1);
        }
    }

    private record Waiting(long id, News news, int deliveries, Instant createdAt) {}

    /// Those of one transaction go out together.
    void send(Tx tx, List<Letter> letters) {
        var together = UUID.randomUUID();
        for (var letter : letters) {
            var late = shuffled();
            var sending = late.isZero() ? together : UUID.randomUUID();
            tx.gather(
                    """
                    INSERT INTO provider_webhook (payment_id, type, deliveries, sending)
                    SELECT * FROM unnest(?::bigint[], ?::text[], ?::int[], ?::uuid[])
                    """,
                    letter.paymentId,
                    News.typeOf(letter.report),
                    isDoubled() ? 2 : letter.deliveries,
                    sending);
            if (late.isPositive()) setTimer(tx, sending, late);
        }
        if (!letters.isEmpty()) setTimer(tx, together, Duration.ZERO);
    }

    private void setTimer(Tx tx, UUID sending, Duration late) {
        var at = clock.instant().plus(AFTER_THE_ANSWER).plus(late);
        timers.set(tx, SEND, sending.toString(), at);
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

    /// When the timer rings. What isn't taken, or not within the time, is left for the next time,
    /// which comes ever more slowly.
    void deliver(String sending) {
        var waiting = new ConcurrentLinkedQueue<>(db.read(tx -> waiting(tx, sending)));
        var taken = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicReference<@Nullable RuntimeException>();
        var until = System.nanoTime() + TIME.toNanos();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(AT_ONCE, waiting.size()); i++)
                senders.execute(() -> {
                    while (System.nanoTime() < until) {
                        var next = waiting.poll();
                        if (next == null) return;
                        try {
                            deliver(next);
                            taken.add(next.id);
                        } catch (RuntimeException e) {
                            failed.set(e);
                        }
                    }
                });
        }
        db.run(tx -> {
            // then they are brought twice
            tx.mayBeLost();
            for (var id : taken)
                tx.gather("DELETE FROM provider_webhook WHERE webhook_id = ANY (?::bigint[])", id);
        });
        var failure = failed.get();
        if (failure != null) throw failure;
        if (!waiting.isEmpty()) throw new IllegalStateException("there were too many for the time");
    }

    /// @param sending their common key, or the number of one from the release before
    private static List<Waiting> waiting(Tx tx, String sending) {
        var isOne = sending.indexOf('-') < 0;
        var which = isOne ? "webhook_id = ?::bigint" : "sending = ?::uuid";
        return tx.list(
                "SELECT * FROM provider_webhook WHERE " + which + " ORDER BY webhook_id",
                row ->
                        new Waiting(
                                row.number("webhook_id"),
                                new News(row.text("type"), row.number("payment_id")),
                                row.integer("deliveries"),
                                row.instant("created_at")),
                sending);
    }

    private void deliver(Waiting letter) {
        if (letter.createdAt.plus(GIVE_UP_AFTER).isBefore(clock.instant())) return;
        for (int i = 0; i < letter.deliveries; i++) post(letter.id, letter.news);
    }

    private void post(long id, News news) {
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
