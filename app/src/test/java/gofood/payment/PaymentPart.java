package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.payment.Payment.Wanted;
import gofood.payment.PaymentLife.Fact;
import gofood.payment.PaymentLife.State;
import gofood.payment.settlement.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The payment service's part in [gofood.app.OneLife]: its own rules, without its store, and a
/// provider whose answers get lost, or are heard again much later.
public final class PaymentPart {
    /// What the order is told.
    public enum Word {
        AUTHORIZED,
        DECLINED,
        HOLD_LOST
    }

    private final Random random;
    private final List<Word> words = new ArrayList<>();
    private final List<Fact> echoes = new ArrayList<>();
    private Payment payment;

    // the provider's own book
    private @Nullable Fact standing;
    private boolean held;
    private Money taken = Money.ZERO;
    private Money returned = Money.ZERO;

    public PaymentPart(Price price, Instant now, Random random) {
        this.random = random;
        payment =
                new Payment(
                        9,
                        1,
                        new Payment.Agreed(1, 2, PayBy.CARD, price.total(), "EUR", "tok_visa", now),
                        new Sale(7, "Da Gino", List.of(), price),
                        new State.Pending(),
                        new Payment.Aim(Wanted.AUTHORIZED, price.total(), null),
                        null,
                        Silence.NONE,
                        null,
                        false,
                        false);
    }

    public void capture(Instant now) {
        learn(new Fact.CaptureWanted(), now);
    }

    public void release(Money keep, Instant now) {
        learn(new Fact.ReleaseWanted("called off", keep), now);
    }

    /// What the order has to be told since.
    public List<Word> words() {
        var told = List.copyOf(words);
        words.clear();
        return told;
    }

    /// Whether there is nothing left to be done at the provider.
    public boolean isQuiet() {
        return switch (payment.todo()) {
            case NOTHING -> true;
            case REFUND_THE_REST -> refundable().isZero();
            case ASK, FIND_OUT, CAPTURE, VOID -> false;
        };
    }

    public boolean isHeld() {
        return held;
    }

    /// What the provider has of the customer's money.
    public Money kept() {
        return taken.minus(returned);
    }

    /// A look at the provider that was slow: it may be of long ago.
    public void echo(Instant now) {
        if (!echoes.isEmpty()) learn(echoes.get(random.nextInt(echoes.size())), now);
    }

    /// Takes the next step towards what is wanted, as the cashier does.
    public void advance(Instant now, boolean lossy) {
        switch (payment.todo()) {
            case ASK -> {
                learn(new Fact.Asked(), now);
                // or we crash in between
                if (!lossy || random.nextInt(5) != 0) authorize(now, lossy);
            }
            case FIND_OUT -> {
                if (standing != null) answer(standing, now, lossy);
                else if (payment.aim().wanted() == Wanted.RELEASED)
                    learn(new Fact.NothingThere(), now);
                else authorize(now, lossy);
            }
            case CAPTURE -> {
                var due = payment.aim().due();
                if (held) {
                    held = false;
                    taken = due;
                    standing = new Fact.Captured("r", due);
                }
                answer(standing(), now, lossy);
            }
            case VOID -> {
                if (held) {
                    held = false;
                    standing = new Fact.Voided();
                }
                answer(standing(), now, lossy);
            }
            case REFUND_THE_REST -> {
                returned = returned.plus(refundable());
                if (!lossy || random.nextInt(3) != 0) learn(new Fact.Refunded(returned), now);
            }
            case NOTHING -> {}
        }
    }

    private void authorize(Instant now, boolean lossy) {
        if (standing == null) {
            held = random.nextInt(8) != 0;
            standing = held ? new Fact.Authorized("r") : new Fact.Declined("no funds");
        }
        answer(standing, now, lossy);
    }

    private Fact standing() {
        if (standing == null) throw new IllegalStateException("the provider was never asked");
        return standing;
    }

    private void answer(Fact fact, Instant now, boolean lossy) {
        echoes.add(fact);
        learn(lossy && random.nextInt(3) == 0 ? new Fact.NoAnswer() : fact, now);
    }

    private Money refundable() {
        var keep = payment.aim().due();
        var more = taken.minus(keep.atMost(taken)).minus(returned);
        return more.isPositive() ? more : Money.ZERO;
    }

    private void learn(Fact fact, Instant now) {
        var before = payment;
        payment = before.on(fact, now);
        if (before.state().equals(payment.state())) return;
        var released = payment.aim().wanted() == Wanted.RELEASED;
        switch (payment.state()) {
            case State.Authorized _ -> {
                if (before.state() instanceof State.Open && !released) words.add(Word.AUTHORIZED);
            }
            case State.Declined _ -> words.add(Word.DECLINED);
            case State.Voided _ -> {
                if (fact instanceof Fact.Voided && before.aim().wanted() != Wanted.RELEASED)
                    words.add(Word.HOLD_LOST);
            }
            case State.Captured _, State.Refunded _, State.Open _ -> {}
        }
    }
}
