package gofood.payment;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.payment.desk.CashDesk;
import gofood.payment.desk.Desks;
import gofood.payment.desk.WalletDesk;
import gofood.payment.desk.WalletRoutes;
import gofood.payment.ledger.BookCheck;
import gofood.payment.ledger.Ledger;
import gofood.payment.ledger.LedgerRoutes;
import gofood.payment.payout.PayoutConfig;
import gofood.payment.payout.PayoutRoutes;
import gofood.payment.provider.Provider;
import gofood.payment.provider.ProviderConfig;
import gofood.payment.provider.SimulatedProvider;
import gofood.payment.provider.stripe.StripeProvider;
import gofood.payment.receipt.ReceiptRoutes;
import gofood.payment.statement.StatementRoutes;
import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.util.function.UnaryOperator;

/// The payment service, put together.
public final class PaymentService implements Service {
    private final UnaryOperator<Provider> line;

    public PaymentService() {
        this(provider -> provider);
    }

    /// @param line what lies between us and the provider; a test puts a bad one there
    PaymentService(UnaryOperator<Provider> line) {
        this.line = line;
    }

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public Running start(Env env) {
        // before anything is opened, so that a wrong setting leaves nothing behind
        var config = PaymentConfig.from(env);
        var payouts = PayoutConfig.from(env);
        var base = Foundation.of(env, name());
        var clock = base.clock();
        var provider = line.apply(providerOf(config.provider(), base));
        var desks =
                new Desks(
                        provider,
                        new CashDesk(base.db(), config.cashMost()),
                        new WalletDesk(base.db()));
        var payments = new Payments();
        var refunds = new Refunds();
        var ledger = new Ledger(clock);
        var journal = new Journal(ledger, config.rates());
        var returns =
                new Returns(
                        config.refundsMost(),
                        refunds,
                        journal,
                        base.outbox(),
                        base.timers(),
                        clock);
        var books =
                new Bookkeeping(
                        config,
                        payments,
                        refunds,
                        returns,
                        journal,
                        base.outbox(),
                        base.timers(),
                        clock,
                        new PaymentMeters(base.meters(), config.currency().code()));
        var steps = new PaymentSteps(base.db(), payments);
        var cashier = new Cashier(config, base.db(), payments, steps, refunds, books, desks, clock);
        var check =
                new BookCheck(
                        base.db(),
                        base.outbox(),
                        base.timers(),
                        provider,
                        clock,
                        config.checkEvery(),
                        config.checkPatience());
        base.meters().gauge("payment.ledger.differences", check, BookCheck::differences);
        base.figure("ledger_differences", check::differences)
                .figure("stuck_payments", () -> base.db().tx(payments::stuck));
        base.outbox()
                .to(
                        "order",
                        PaymentEvent.Authorized.class,
                        PaymentEvent.Declined.class,
                        PaymentEvent.Refunded.class,
                        PaymentEvent.RefundFailed.class,
                        PaymentEvent.HoldLost.class)
                .to(
                        "notification",
                        PaymentEvent.Refunded.class,
                        PaymentEvent.RefundFailed.class,
                        PaymentEvent.HoldLost.class,
                        PaymentEvent.Stuck.class,
                        PaymentEvent.LedgerDiffers.class);
        var inbox = new PaymentInbox(payments, books);
        base.inbox()
                .together(OrderEvent.class, inbox::orders)
                .together(DeliveryEvent.class, inbox::rides);
        base.timers()
                .on(Bookkeeping.ADVANCE, cashier::advance)
                .on(Bookkeeping.LOOK, cashier::look)
                .on(Returns.REFUND, cashier::refund);
        base.personal(new PersonalPayments());
        check.start();
        var routes =
                new PaymentRoutes(base.db(), payments, returns, books)
                        .table()
                        .addAll(new ProviderNews(base.db(), payments, books, provider).table())
                        .addAll(
                                new WalletRoutes(base.db(), ledger, config.currency(), clock)
                                        .table())
                        .addAll(new LedgerRoutes(base.db(), check).table())
                        .addAll(new ReceiptRoutes(base.db(), clock).table())
                        .addAll(new StatementRoutes(base.db(), config.currency()).table())
                        .addAll(new PayoutRoutes(payouts, base.db(), ledger, clock).table());
        return base.serve(routes);
    }

    private static Provider providerOf(ProviderConfig config, Foundation base) {
        return switch (config) {
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
    }
}
