package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.payment.Payment.Fact;
import gofood.payment.Payment.State;
import gofood.payment.Payment.Todo;
import gofood.payment.Payment.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every state with every fact, and every state with everything that can be wanted.
class PaymentStateTest {
    private static final Money ALL = new Money(1000);
    private static final Money PART = new Money(300);
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
                    new Fact.ReleaseWanted("late"));

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
                            VOIDED),
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
                            AUTHORIZED),
                    CAPTURED,
                    List.of(
                            CAPTURED, CAPTURED, CAPTURED, CAPTURED, CAPTURED, CAPTURED, CAPTURED,
                            PARTLY, REFUNDED, CAPTURED, CAPTURED, CAPTURED),
                    PARTLY,
                    List.of(
                            PARTLY, PARTLY, PARTLY, PARTLY, PARTLY, PARTLY, PARTLY, PARTLY,
                            REFUNDED, PARTLY, PARTLY, PARTLY),
                    REFUNDED,
                    List.of(
                            REFUNDED, REFUNDED, REFUNDED, REFUNDED, REFUNDED, REFUNDED, REFUNDED,
                            REFUNDED, REFUNDED, REFUNDED, REFUNDED, REFUNDED),
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
                            DECLINED));

    @Test
    void every_state_goes_on_as_the_table_says_with_every_fact() {
        for (var row : TABLE.entrySet())
            for (int i = 0; i < FACTS.size(); i++)
                assertThat(Payment.next(row.getKey(), FACTS.get(i)))
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
        assertThat(Payment.todo(state, Wanted.AUTHORIZED)).as("%s", state).isEqualTo(hold);
        assertThat(Payment.todo(state, Wanted.CAPTURED)).as("%s", state).isEqualTo(capture);
        assertThat(Payment.todo(state, Wanted.RELEASED)).as("%s", state).isEqualTo(release);
    }

    @Test
    void a_capture_is_never_wanted_after_a_release() {
        var released = payment().on(new Fact.Asked(), NOW).on(new Fact.ReleaseWanted("late"), NOW);
        var asked = released.on(new Fact.CaptureWanted(), NOW).on(new Fact.Authorized("r"), NOW);
        assertThat(asked.wanted()).isEqualTo(Wanted.RELEASED);
        assertThat(asked.todo()).isEqualTo(Todo.VOID);
        assertThat(asked.releaseReason()).isEqualTo("late");
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
        var later = Payment.next(CAPTURED, new Fact.Refunded(new Money(800)));
        assertThat(Payment.next(later, new Fact.Refunded(PART))).isEqualTo(later);
        assertThat(Payment.next(later, new Fact.Refunded(ALL))).isEqualTo(REFUNDED);
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
        return new Payment(
                1, 2, 3, ALL, "EUR", NOW, 1, PENDING, Wanted.AUTHORIZED, null, null, Silence.NONE);
    }
}
