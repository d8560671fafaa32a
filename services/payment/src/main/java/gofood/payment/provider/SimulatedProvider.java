package gofood.payment.provider;

import gofood.contracts.GatewayApi.ProviderFault;
import gofood.contracts.Money;
import gofood.payment.provider.ProviderBooks.Asked;
import gofood.payment.provider.ProviderCharge.Change;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Timers;
import gofood.platform.http.Batching;
import gofood.platform.http.FaultSwitch;
import gofood.platform.run.Running;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// A provider that lives in our process and behaves as if it didn't: what was asked goes on when we
/// no longer wait, its books are written apart from ours, and its news come over HTTP. Its test
/// cards are in [TestCard].
public final class SimulatedProvider implements Provider, Running {
    private static final int TURNS = 1;
    private static final System.Logger LOG = System.getLogger(SimulatedProvider.class.getName());

    private final ProviderConfig.Simulated config;
    private final Db db;
    private final Supplier<Optional<ProviderFault>> fault;
    private final Batching<Asked, Authorization> authorizations;
    private final Batching<Change, Answer> changes;
    private final Batching<Long, Standing> lookups;
    private final ExecutorService remote = Executors.newVirtualThreadPerTaskExecutor();

    /// @param fault how it misbehaves at the moment, on purpose
    public SimulatedProvider(
            ProviderConfig.Simulated config,
            Db db,
            Timers timers,
            Clock clock,
            Supplier<Optional<ProviderFault>> fault) {
        this.config = config;
        this.db = db;
        this.fault = fault;
        var webhooks = new WebhookSender(config, db, timers, clock, fault);
        var books = new ProviderBooks(webhooks);
        authorizations = together(books::authorize);
        changes = together(books::change);
        lookups = Batching.whole(TURNS, calls -> db.read(tx -> books.standings(tx, calls)));
        timers.on(WebhookSender.SEND, webhooks::deliver)
                .on(WebhookSender.SETTLE, reference -> db.run(tx -> books.settle(tx, reference)));
    }

    /// Those who call at the same moment share a transaction.
    private <T, R> Batching<T, R> together(BiFunction<Tx, List<T>, List<R>> work) {
        return Batching.inHalves(TURNS, calls -> db.tx(tx -> work.apply(tx, calls)));
    }

    @Override
    public Authorization authorize(Charge charge, String key) {
        var declines = fault.get().filter(now -> FaultSwitch.isHit(now.declinePercent()));
        var card = declines.isPresent() ? TestCard.DECLINED : TestCard.of(charge.token());
        var silent = fault.get().filter(now -> FaultSwitch.isHit(now.timeoutPercent()));
        var hangs = card == TestCard.TIMEOUT_AFTER_CHARGE || silent.isPresent();
        return call(
                new Authorization.Unknown(),
                hangs ? config.timeout().multipliedBy(2) : Duration.ZERO,
                () -> authorizations.await(new Asked(charge, card, key)));
    }

    @Override
    public Answer capture(String reference, Money amount, String key) {
        return call(new Change.Capture(reference, amount, key));
    }

    @Override
    public Answer voidAuthorization(String reference, String key) {
        return call(new Change.Release(reference, key));
    }

    @Override
    public Answer refund(String reference, Money amount, String key) {
        return call(new Change.GiveBack(reference, amount, key));
    }

    @Override
    public Standing lookup(long paymentId) {
        return call(new Standing.Silent(), Duration.ZERO, () -> lookups.await(paymentId));
    }

    @Override
    public Optional<Map<String, Long>> takings() {
        return Optional.of(db.tx(ProviderCharges::takings));
    }

    @Override
    public Optional<Notice> read(byte[] body, Function<String, Optional<String>> header) {
        config.signature().check(body, header);
        try {
            return Json.read(body, WebhookSender.News.class).notice();
        } catch (UncheckedIOException e) {
            throw new Refused(400, "malformed_json", "The webhook is not JSON that we can read.");
        }
    }

    private Answer call(Change change) {
        return call(new Answer.Unknown(), Duration.ZERO, () -> changes.await(change));
    }

    /// @param unknown what is known when no answer came in time
    /// @param hang how long the answer is held back once the work is done
    private <T> T call(T unknown, Duration hang, Supplier<T> work) {
        var answer =
                remote.submit(() -> {
                    // on the way there
                    Thread.sleep(latency().dividedBy(2));
                    var result = work.get();
                    // and back
                    Thread.sleep(latency().dividedBy(2).plus(hang));
                    return result;
                });
        try {
            return answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return unknown;
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "the simulated provider failed", e.getCause());
            return unknown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown;
        }
    }

    private Duration latency() {
        var fastest = config.fastest().toMillis();
        var slowest = config.slowest().toMillis();
        var usual = ThreadLocalRandom.current().nextLong(fastest, slowest + 1);
        return Duration.ofMillis(usual + fault.get().map(ProviderFault::delayMs).orElse(0));
    }

    @Override
    public void close() {
        remote.shutdownNow();
    }
}
