package gofood.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.payment.provider.Provider.Answer;
import gofood.payment.provider.Provider.Authorization;
import gofood.payment.provider.Provider.Charge;
import gofood.payment.provider.Provider.Notice;
import gofood.payment.provider.stripe.StripeProvider;
import gofood.platform.Foundation;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.testing.TestBed;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Nothing but a provider, and a route that takes its webhooks.
public final class ProviderDesk implements Service, AutoCloseable {
    public static final Money TOTAL = Money.cents(3440);
    private static final AtomicLong PAYMENTS = new AtomicLong(100);

    private final TestBed bed;
    private Optional<Foundation> base = Optional.empty();
    private Optional<Provider> provider = Optional.empty();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();

    public ProviderDesk(String... settings) {
        bed = new TestBed(this, settings);
    }

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public Running start(Env env) {
        var base = Foundation.of(env, name());
        this.base = Optional.of(base);
        var opened =
                switch (ProviderConfig.from(env)) {
                    case ProviderConfig.Simulated simulated ->
                            base.with(
                                    new SimulatedProvider(
                                            simulated,
                                            base.db(),
                                            base.timers(),
                                            base.clock(),
                                            base.faults()::provider));
                    case ProviderConfig.Stripe stripe ->
                            base.with(new StripeProvider(stripe, base.db(), base.clock()));
                };
        provider = Optional.of(opened);
        return base.serve(
                new Routes()
                        .post(
                                "/webhooks/provider",
                                Access.ANYONE,
                                call -> {
                                    opened.read(call.bytes(), call::header).ifPresent(notices::add);
                                    return Reply.none();
                                }));
    }

    public Provider provider() {
        return provider.orElseThrow();
    }

    /// Stripe with other settings, on the same database.
    public StripeProvider stripe(String... settings) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) values.put(settings[i], settings[i + 1]);
        var config = (ProviderConfig.Stripe) ProviderConfig.from(new Env(values));
        return new StripeProvider(config, base.orElseThrow().db(), base.orElseThrow().clock());
    }

    public List<Notice> notices() {
        return notices;
    }

    Db db() {
        return base.orElseThrow().db();
    }

    public TestBed bed() {
        return bed;
    }

    public static long newPayment() {
        return PAYMENTS.incrementAndGet();
    }

    public Authorization authorize(long payment, String token) {
        return authorize(new Charge(payment, TOTAL, "EUR", token));
    }

    public Authorization authorize(Charge charge) {
        return provider().authorize(charge, "payment-" + charge.paymentId() + "-authorize");
    }

    /// @return the provider's reference
    public static String reference(Authorization authorization) {
        assertThat(authorization).isInstanceOf(Authorization.Authorized.class);
        return ((Authorization.Authorized) authorization).reference();
    }

    public void capture(String reference) {
        assertThat(provider().capture(reference, TOTAL, reference + "-c"))
                .isEqualTo(new Answer.Done());
    }

    public static void refuses(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
    }

    public static void await(String what, BooleanSupplier condition) {
        var until = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("never came: " + what);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        bed.close();
    }
}
