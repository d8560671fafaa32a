package gofood.payment;

import gofood.payment.Payment.Wanted;
import gofood.payment.PaymentLife.Fact;
import gofood.payment.PaymentLife.State;
import gofood.payment.desk.Desks;
import gofood.payment.provider.Provider;
import gofood.payment.provider.Provider.Answer;
import gofood.payment.provider.Provider.Authorization;
import gofood.payment.provider.Provider.Charge;
import gofood.payment.provider.Provider.Standing;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import java.time.Clock;
import java.util.Optional;

/// Does at the provider what is wanted. Every call happens between two transactions: one that reads
/// what is to be done, one that writes what came of it. A crash in between only means that the same
/// is asked again with the same key.
final class Cashier {
    private final PaymentConfig config;
    private final Db db;
    private final Payments payments;
    private final PaymentSteps steps;
    private final Refunds refunds;
    private final Bookkeeping books;
    private final Desks desks;
    private final Clock clock;

    Cashier(
            PaymentConfig config,
            Db db,
            Payments payments,
            PaymentSteps steps,
            Refunds refunds,
            Bookkeeping books,
            Desks desks,
            Clock clock) {
        this.config = config;
        this.db = db;
        this.payments = payments;
        this.steps = steps;
        this.refunds = refunds;
        this.books = books;
        this.desks = desks;
        this.clock = clock;
    }

    /// Takes the next step towards what is wanted. Whoever is to be asked about is noted as asked
    /// in the same transaction that looks what is to be done: that is written before it is true.
    void advance(String paymentId) {
        var taken = steps.take(Long.parseLong(paymentId), this::asked);
        if (taken.isEmpty()) return;
        var payment = taken.get().after();
        switch (taken.get().before().todo()) {
            case ASK -> authorize(payment);
            case FIND_OUT -> findOut(payment);
            case CAPTURE -> capture(payment);
            case VOID -> release(payment);
            // refunds have timers of their own
            case REFUND_THE_REST, NOTHING -> {}
        }
    }

    private Payment asked(Tx tx, Payment payment) {
        return switch (payment.todo()) {
            case ASK -> books.learn(tx, payment, new Fact.Asked());
            case FIND_OUT, CAPTURE, VOID, REFUND_THE_REST, NOTHING -> payment;
        };
    }

    /// Looks whether the provider knows more than we do, because a webhook says so.
    void look(String paymentId) {
        find(paymentId)
                .ifPresent(payment -> {
                    var standing = provider(payment).lookup(payment.id());
                    switch (standing) {
                        case Standing.Silent _ -> db.run(tx -> books.lookLater(tx, payment));
                        case Standing.NotFound _, Standing.Processing _ -> {}
                        case Standing.Authorized _,
                                Standing.Declined _,
                                Standing.Captured _,
                                Standing.Voided _ ->
                                learn(payment, factOf(standing));
                    }
                });
    }

    private Provider provider(Payment payment) {
        return desks.of(payment.payBy());
    }

    private Optional<Payment> find(String paymentId) {
        return steps.take(Long.parseLong(paymentId), (_, payment) -> payment)
                .map(PaymentSteps.Taken::after);
    }

    private void authorize(Payment payment) {
        var agreed = payment.agreed();
        // it became known meanwhile
        if (agreed.token() == null) return;
        var charge = new Charge(payment.id(), agreed.amount(), agreed.currency(), agreed.token());
        var fact =
                switch (provider(payment).authorize(charge, key(payment, "authorize"))) {
                    case Authorization.Authorized(var reference) -> new Fact.Authorized(reference);
                    case Authorization.Declined(var reason) -> new Fact.Declined(reason);
                    case Authorization.Unknown _ -> new Fact.NoAnswer();
                };
        learn(payment, fact);
    }

    private void findOut(Payment payment) {
        var standing = provider(payment).lookup(payment.id());
        if (!(standing instanceof Standing.NotFound)) learn(payment, factOf(standing));
        // a question that is still on its way could arrive after this look
        else if (isJustAsked(payment)) learn(payment, new Fact.NoAnswer());
        else if (payment.aim().wanted() == Wanted.RELEASED) learn(payment, new Fact.NothingThere());
        else
            find(Long.toString(payment.id()))
                    .filter(Cashier::isStillWanted)
                    .ifPresent(this::authorize);
    }

    private static boolean isStillWanted(Payment payment) {
        return payment.state() instanceof State.Open && payment.aim().wanted() != Wanted.RELEASED;
    }

    private boolean isJustAsked(Payment payment) {
        var askedAt = payment.askedAt();
        return askedAt != null
                && clock.instant().isBefore(askedAt.plus(config.provider().timeout()));
    }

    private void capture(Payment payment) {
        if (!(payment.state() instanceof State.Authorized(var reference, _))) return;
        var due = payment.aim().due();
        // what is due may have become less since it was asked for, and that is another question
        var key = key(payment, "capture-" + due);
        var answer = provider(payment).capture(reference, due, key);
        settle(payment, answer, new Fact.Captured(reference, due), "capture");
    }

    private void release(Payment payment) {
        if (!(payment.state() instanceof State.Authorized(var reference, _))) return;
        var answer = provider(payment).voidAuthorization(reference, key(payment, "void"));
        settle(payment, answer, new Fact.Voided(), "void");
    }

    private void settle(Payment payment, Answer answer, Fact done, String operation) {
        switch (answer) {
            case Answer.Done _ -> learn(payment, done);
            case Answer.Unknown _ -> learn(payment, new Fact.NoAnswer());
            case Answer.Refused(var why) -> refused(payment, operation, why);
        }
    }

    /// A refusal may only mean that something else has happened already, such as the capture that
    /// was under way when the cancel came.
    private void refused(Payment payment, String operation, String why) {
        var standing = provider(payment).lookup(payment.id());
        if (standing instanceof Standing.Authorized)
            learn(
                    payment,
                    new Fact.Refused("The provider refused to %s: %s".formatted(operation, why)));
        else learn(payment, factOf(standing));
    }

    /// Gets one refund from the provider.
    void refund(String refundId) {
        var id = Long.parseLong(refundId);
        var found = db.tx(tx -> refunds.find(tx, id));
        if (found.isEmpty() || found.get().status() != Refund.Status.WANTED) return;
        var payment = find(Long.toString(found.get().paymentId())).orElseThrow();
        if (!(payment.state() instanceof State.Captured(var reference, _, _))) return;
        var key = key(payment, "refund-" + id);
        switch (provider(payment).refund(reference, found.get().amount(), key)) {
            case Answer.Done _ -> withRefund(id, books::refunded);
            case Answer.Refused(var why) ->
                    withRefund(id, (tx, p, refund) -> books.refundRefused(tx, p, refund, why));
            case Answer.Unknown _ -> withRefund(id, books::refundUnanswered);
        }
    }

    private interface RefundEffect {
        void apply(Tx tx, Payment payment, Refund refund);
    }

    /// Unless it is settled already: two timers may have asked at once.
    private void withRefund(long id, RefundEffect effect) {
        db.run(tx -> {
            var paymentId = refunds.find(tx, id).orElseThrow().paymentId();
            var payment = payments.lock(tx, paymentId).orElseThrow();
            refunds.find(tx, id)
                    .filter(refund -> refund.status() == Refund.Status.WANTED)
                    .ifPresent(refund -> effect.apply(tx, payment, refund));
        });
    }

    private void learn(Payment read, Fact fact) {
        steps.take(read.id(), (tx, payment) -> books.learn(tx, payment, fact));
    }

    private static Fact factOf(Standing standing) {
        return switch (standing) {
            case Standing.Authorized(var reference) -> new Fact.Authorized(reference);
            case Standing.Declined(var reason) -> new Fact.Declined(reason);
            case Standing.Captured(var reference, var amount) ->
                    new Fact.Captured(reference, amount);
            case Standing.Voided _ -> new Fact.Voided();
            case Standing.NotFound _, Standing.Processing _, Standing.Silent _ ->
                    new Fact.NoAnswer();
        };
    }

    /// One key per thing that may happen once, however often it is tried.
    static String key(Payment payment, String operation) {
        return "payment-%d-%s".formatted(payment.id(), operation);
    }
}
