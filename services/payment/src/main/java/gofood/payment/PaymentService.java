package gofood.payment;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.payment.provider.Provider;
import gofood.payment.provider.SimulatedProvider;
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
        var base = Foundation.of(env, name());
        var clock = base.clock();
        // another provider stands beside this one; PAYMENT_PROVIDER chooses
        var simulated =
                base.with(
                        new SimulatedProvider(config.provider(), base.db(), base.timers(), clock));
        var provider = line.apply(simulated);
        var payments = new Payments();
        var refunds = new Refunds();
        var books = new Bookkeeping(config, payments, refunds, base.outbox(), base.timers(), clock);
        var cashier = new Cashier(config, base.db(), payments, refunds, books, provider, clock);
        base.outbox()
                .to("order", PaymentEvent.Authorized.class, PaymentEvent.Declined.class)
                .to("notification", PaymentEvent.Refunded.class, PaymentEvent.Stuck.class);
        base.inbox().on(OrderEvent.class, new PaymentInbox(payments, books)::apply);
        base.timers()
                .on(Bookkeeping.ADVANCE, cashier::advance)
                .on(Bookkeeping.LOOK, cashier::look)
                .on(Bookkeeping.REFUND, cashier::refund);
        var routes = new PaymentRoutes(base.db(), payments, books, provider);
        return base.serve(routes.table());
    }
}
