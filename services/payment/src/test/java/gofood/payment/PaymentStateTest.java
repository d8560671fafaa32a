package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.PayBy;
import gofood.payment.Payment.Todo;
import gofood.payment.Payment.Wanted;
import gofood.payment.PaymentLife.Fact;
import gofood.payment.PaymentLife.State;
import gofood.payment.settlement.Sale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every state with every fact, and every state with everything that can be wanted.
class PaymentStateTest {
    private static final Money ALL = Money.cents(1000);
    private static final Money PART = Money.cents(300);
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private static final State PENDING = new State.Pending();
    private static final State ASKED = new State.Asked();
    private static final State UNKNOWN = new State.Unknown();
    private static final State AUTHORIZED = new State.Authorized("r", null);
    private static final State REFUSED = new State.Authorized("r", "no");
    private static final State CAPTURED = new State.Captured("r", ALL, Money.ZERO);
    private static final State PARTLY = new State.Captured("r", ALL, PART);
    private static final State REFUNDED = new State.Refunded("r", ALL);
    private static final State VOIDED = new State.Voided();
    private static final State DECLINED = new State.Declined("why");

    private static final List<Fact> FACTS =
            List.of(
                    new Fact.Asked(),
                    new Fact.Authorized("r"),
                    new Fact.Declined("why"),
                    new Fact.NoAnswer(),
                    new Fact.NothingThere(),
                    new Fact.Captured("r", ALL),
                    new Fact.Voided(),
                    new Fact.Refunded(PART),
                    new Fact.Refunded(ALL),
                    new Fact.Refused("no"),
                    new Fact.CaptureWanted(),
                    new Fact.ReleaseWanted("late", Money.ZERO),
                    new Fact.Changed(PART));

    private static final Map<State, List<State>> TABLE =
            Map.of(
                    PENDING,
                    List.of(
                            ASKED,
                            AUTHORIZED,
                            DECLINED,
                            PENDING,
                            PENDING,
                            CAPTURED,
                            VOIDED,
                            PENDING,
                            PENDING,
                            PENDING,
                            PENDING,
                            VOIDED,
                            PENDING),
                    ASKED,
                    List.of(
                            ASKED,
                            AUTHORIZED,
                            DECLINED,
                            UNKNOWN,
                            VOIDED,
                            CAPTURED,
                            VOIDED,
                            ASKED,
                            ASKED,
                            ASKED,
                            ASKED,
                            ASKED,
                            ASKED),
                    UNKNOWN,
                    List.of(
                            UNKNOWN,
                            AUTHORIZED,
                            DECLINED,
                            UNKNOWN,
                            VOIDED,
                            CAPTURED,
                            VOIDED,
                            UNKNOWN,
                            UNKNOWN,
                            UNKNOWN,
                            UNKNOWN,
                            UNKNOWN,
                            UNKNOWN),
                    AUTHORIZED,
                    List.of(
                            AUTHORIZED,
                            AUTHORIZED,
                            AUTHORIZED,
                            AUTHORIZED,
                            AUTHORIZED,
                            CAPTURED,
                            VOIDED,
                            AUTHORIZED,
                            AUTHORIZED,
                            REFUSED,
                            AUTHORIZED,
                            AUTHORIZED,
                            AUTHORIZED),
                    REFUSED,
                    List.of(
                            REFUSED,
                            REFUSED,
                            REFUSED,
                            REFUSED,
                            REFUSED,
                            CAPTURED,
                            VOIDED,
                            REFUSED,
                            REFUSED,
                            REFUSED,
                            REFUSED,
                            AUTHORIZED,
                            REFUSED),
                    CAPTURED,
                    List.of(
                            CAPTURED, CAPTURED, CAPTURED, CAPTURED, CAPTURED, CAPTURED, CAPTURED,
                            PARTLY, REFUNDED, CAPTURED, CAPTURED, CAPTURED, CAPTURED),
                    PARTLY,
                    List.of(
                            PARTLY, PARTLY, PARTLY, PARTLY, PARTLY, PARTLY, PARTLY, PARTLY,
                            REFUNDED, PARTLY, PARTLY, PARTLY, PARTLY),
                    REFUNDED,
                    List.of(
                            REFUNDED, REFUNDED, REFUNDED, REFUNDED, REFUNDED, REFUNDED, REFUNDED,
                            REFUNDED, REFUNDED, REFUNDED, REFUNDED, REFUNDED, REFUNDED),
                    VOIDED,
                    List.of(
                            VOIDED,
                            AUTHORIZED,
                            VOIDED,
                            VOIDED,
                            VOIDED,
                            CAPTURED,
                            VOIDED,
                            VOIDED,
                            VOIDED,
                            VOIDED,
                            VOIDED,
                            VOIDED,
                            VOIDED),
                    DECLINED,
                    List.of(
                            DECLINED,
                            AUTHORIZED,
                            DECLINED,
                            DECLINED,
                            DECLINED,
                            CAPTURED,
                            DECLINED,
                            DECLINED,
                            DECLINED,
                            DECLINED,
                            DECLINED,
                            DECLINED,
                            DECLINED));

    @Test
    void every_state_goes_on_as_the_table_says_with_every_fact() {
        for (var row : TABLE.entrySet())
            for (int i = 0; i < FACTS.size(); i++)
                assertThat(PaymentLife.next(row.getKey(), FACTS.get(i)))
                        .as("%s on %s", row.getKey(), FACTS.get(i))
                        .isEqualTo(row.getValue().get(i));
    }

    @Test
    void the_table_has_every_state_and_every_fact() {
        var states = TABLE.keySet().stream().map(Object::getClass).distinct().toList();
        assertThat(states).hasSize(8);
        var facts = FACTS.stream().map(Object::getClass).distinct().toList();
        assertThat(facts).hasSize(Fact.class.getPermittedSubclasses().length);
    }

    @Test
    void what_is_to_be_done_lies_between_what_is_confirmed_and_what_is_wanted() {
        todo(PENDING, Todo.ASK, Todo.ASK, Todo.ASK);
        todo(ASKED, Todo.FIND_OUT, Todo.FIND_OUT, Todo.FIND_OUT);
        todo(UNKNOWN, Todo.FIND_OUT, Todo.FIND_OUT, Todo.FIND_OUT);
        todo(AUTHORIZED, Todo.NOTHING, Todo.CAPTURE, Todo.VOID);
        todo(REFUSED, Todo.NOTHING, Todo.NOTHING, Todo.NOTHING);
        todo(CAPTURED, Todo.NOTHING, Todo.NOTHING, Todo.REFUND_THE_REST);
        todo(PARTLY, Todo.NOTHING, Todo.NOTHING, Todo.REFUND_THE_REST);
        todo(REFUNDED, Todo.NOTHING, Todo.NOTHING, Todo.NOTHING);
        todo(VOIDED, Todo.NOTHING, Todo.NOTHING, Todo.NOTHING);
        todo(DECLINED, Todo.NOTHING, Todo.NOTHING, Todo.NOTHING);
    }

    private static void todo(State state, Todo hold, Todo capture, Todo release) {
        assertThat(todo(state, Wanted.AUTHORIZED, ALL)).as("%s", state).isEqualTo(hold);
        assertThat(todo(state, Wanted.CAPTURED, ALL)).as("%s", state).isEqualTo(capture);
        assertThat(todo(state, Wanted.RELEASED, Money.ZERO)).as("%s", state).isEqualTo(release);
    }

    private static Todo todo(State state, Wanted wanted, Money due) {
        return Payment.todo(state, new Payment.Aim(wanted, due, null));
    }

    @Test
    void what_is_due_of_a_cancelled_order_is_captured_and_no_more() {
        assertThat(todo(AUTHORIZED, Wanted.RELEASED, PART)).isEqualTo(Todo.CAPTURE);
        var late = new Fact.ReleaseWanted("late", PART);
        var asked = payment().on(new Fact.Asked(), NOW).on(new Fact.Authorized("r"), NOW);
        assertThat(asked.on(late, NOW).aim().due()).isEqualTo(PART);
        assertThat(asked.on(late, NOW).todo()).isEqualTo(Todo.CAPTURE);
        // what can't be captured is let go
        assertThat(asked.on(late, NOW).on(new Fact.Refused("no"), NOW).todo()).isEqualTo(Todo.VOID);
        assertThat(asked.on(new Fact.Refused("no"), NOW).on(late, NOW).todo()).isEqualTo(Todo.VOID);
    }

    @Test
    void what_is_left_out_is_not_captured_or_goes_back() {
        var asked = payment().on(new Fact.Asked(), NOW).on(new Fact.Authorized("r"), NOW);
        var wanted = asked.on(new Fact.CaptureWanted(), NOW);
        assertThat(wanted.on(new Fact.Changed(PART), NOW).aim().due()).isEqualTo(PART);
        var taken = wanted.on(new Fact.Captured("r", ALL), NOW);
        assertThat(taken.on(new Fact.Changed(PART), NOW).todo()).isEqualTo(Todo.REFUND_THE_REST);
    }

    @Test
    void cash_that_nobody_brought_is_not_kept() {
        var cash = payment(PayBy.CASH).on(new Fact.Asked(), NOW).on(new Fact.Authorized("r"), NOW);
        var cancelled = cash.on(new Fact.ReleaseWanted("late", PART), NOW);
        assertThat(cancelled.todo()).isEqualTo(Todo.VOID);
    }

    @Test
    void a_capture_is_never_wanted_after_a_release() {
        var released =
                payment()
                        .on(new Fact.Asked(), NOW)
                        .on(new Fact.ReleaseWanted("late", Money.ZERO), NOW);
        var asked = released.on(new Fact.CaptureWanted(), NOW).on(new Fact.Authorized("r"), NOW);
        assertThat(asked.aim().wanted()).isEqualTo(Wanted.RELEASED);
        assertThat(asked.todo()).isEqualTo(Todo.VOID);
        assertThat(asked.aim().reason()).isEqualTo("late");
    }

    @Test
    void money_that_turns_up_when_all_is_over_is_given_back() {
        var declined = payment().on(new Fact.Asked(), NOW).on(new Fact.Declined("no"), NOW);
        assertThat(declined.on(new Fact.Authorized("r"), NOW).todo()).isEqualTo(Todo.VOID);
        assertThat(declined.on(new Fact.Captured("r", ALL), NOW).todo())
                .isEqualTo(Todo.REFUND_THE_REST);
    }

    @Test
    void refunds_are_heard_in_any_order() {
        var later = PaymentLife.next(CAPTURED, new Fact.Refunded(Money.cents(800)));
        assertThat(PaymentLife.next(later, new Fact.Refunded(PART))).isEqualTo(later);
        assertThat(PaymentLife.next(later, new Fact.Refunded(ALL))).isEqualTo(REFUNDED);
    }

    @Test
    void silence_is_counted_from_its_first_moment_until_an_answer_comes() {
        var asked = payment().on(new Fact.Asked(), NOW);
        var silent = asked.on(new Fact.NoAnswer(), NOW).on(new Fact.NoAnswer(), NOW.plusSeconds(9));
        assertThat(silent.silence()).isEqualTo(new Silence(2, NOW, false));
        assertThat(silent.on(new Fact.Authorized("r"), NOW).silence()).isEqualTo(Silence.NONE);
        var idle = asked.on(new Fact.Authorized("r"), NOW).on(new Fact.NoAnswer(), NOW);
        assertThat(idle.silence()).isEqualTo(Silence.NONE);
    }

    @Test
    void pauses_double_up_to_a_limit_and_one_news_is_enough() {
        var first = Duration.ofSeconds(1);
        var longest = Duration.ofSeconds(15);
        var silence = Silence.NONE;
        for (var seconds : new int[] {1, 2, 4, 8, 15, 15}) {
            silence = silence.again(NOW);
            assertThat(silence.pause(first, longest)).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(new Silence(1_000_000, NOW, false).pause(first, longest)).isEqualTo(longest);
        var minute = Duration.ofMinutes(1);
        assertThat(silence.isNews(NOW.plusSeconds(59), minute)).isFalse();
        assertThat(silence.isNews(NOW.plusSeconds(60), minute)).isTrue();
        assertThat(silence.toldOf().isNews(NOW.plusSeconds(60), minute)).isFalse();
        assertThat(Silence.NONE.isNews(NOW, Duration.ZERO)).isFalse();
    }

    private static Payment payment() {
        return payment(PayBy.CARD);
    }

    private static Payment payment(PayBy payBy) {
        return new Payment(
                1,
                1,
                new Payment.Agreed(2, 3, payBy, ALL, "EUR", "tok_visa", NOW),
                new Sale(7, "Chez Test", PaymentBed.ITEMS, PaymentBed.PRICE),
                PENDING,
                new Payment.Aim(Wanted.AUTHORIZED, ALL, null),
                null,
                Silence.NONE,
                null,
                false,
                false);
    }
}
