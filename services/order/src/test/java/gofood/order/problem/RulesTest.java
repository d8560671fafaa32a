package gofood.order.problem;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.ProblemKind;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.order.problem.Rules.Facts;
import gofood.order.problem.Rules.Verdict;
import gofood.platform.run.Env;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is given back at once. The order was 22.59 with the ride for 2.59.
class RulesTest {
    private static final Rules RULES = new Rules(ProblemConfig.from(new Env(Map.of())));
    private static final Duration IN_TIME = Duration.ofMinutes(-5);

    private static Price price(Money discount, @Nullable Applied promotion) {
        return new Price(
                Money.cents(2000),
                Money.cents(259),
                Money.ZERO,
                Money.ZERO,
                discount,
                Money.ZERO,
                Money.cents(2259).minus(discount),
                "EUR",
                promotion,
                List.of());
    }

    private static Facts facts(long worthCents, Duration late, long givenCents, int times) {
        var given = Money.cents(givenCents);
        return new Facts(
                price(Money.ZERO, null), Money.cents(worthCents), late, given, false, given, times);
    }

    private static Verdict granted(long cents, Liable liable, boolean counts) {
        var code = counts ? AnswerCode.DISHES_REFUNDED : AnswerCode.RIDE_REFUNDED;
        return new Verdict.Granted(Money.cents(cents), liable, counts, code);
    }

    private static final Verdict LOOK = new Verdict.ForOperator();

    @Test
    void guests_who_are_new_each_time_are_not_believed() {
        var facts =
                new Facts(
                        price(Money.ZERO, null),
                        Money.cents(500),
                        IN_TIME,
                        Money.ZERO,
                        true,
                        Money.ZERO,
                        0);
        assertThat(RULES.judge(ProblemKind.MISSING, facts)).isEqualTo(LOOK);
    }

    @Test
    void dishes_are_believed_up_to_half_of_the_order() {
        assertThat(RULES.judge(ProblemKind.MISSING, facts(1130, IN_TIME, 0, 0)))
                .isEqualTo(granted(1130, Liable.RESTAURANT, true));
        assertThat(RULES.judge(ProblemKind.MISSING, facts(1131, IN_TIME, 0, 0))).isEqualTo(LOOK);
        assertThat(RULES.judge(ProblemKind.WRONG, facts(500, IN_TIME, 700, 1)))
                .as("in parts it is not more")
                .isEqualTo(LOOK);
    }

    @Test
    void what_was_damaged_is_on_nobodys_account_unheard() {
        assertThat(RULES.judge(ProblemKind.DAMAGED, facts(500, IN_TIME, 0, 0)))
                .isEqualTo(granted(500, Liable.PLATFORM, true));
    }

    @Test
    void who_was_believed_three_times_is_looked_at() {
        assertThat(RULES.judge(ProblemKind.QUALITY, facts(500, IN_TIME, 0, 2)))
                .isEqualTo(granted(500, Liable.RESTAURANT, true));
        assertThat(RULES.judge(ProblemKind.QUALITY, facts(500, IN_TIME, 0, 3))).isEqualTo(LOOK);
    }

    @Test
    void who_waited_more_than_a_quarter_of_an_hour_longer_gets_the_ride_back() {
        var late = Duration.ofMinutes(15);
        assertThat(RULES.judge(ProblemKind.LATE, facts(0, late, 0, 9))).isEqualTo(LOOK);
        assertThat(RULES.judge(ProblemKind.LATE, facts(0, late.plusSeconds(1), 0, 9)))
                .isEqualTo(granted(259, Liable.PLATFORM, false));
        assertThat(RULES.judge(ProblemKind.LATE, facts(0, late.plusSeconds(1), 2100, 0)))
                .as("never more than was paid")
                .isEqualTo(LOOK);
    }

    @Test
    void a_ride_that_was_free_is_not_given_back() {
        var free = new Applied("FREE", PromotionKind.FREE_DELIVERY, Liable.PLATFORM);
        var price = price(Money.cents(259), free);
        var hour = Duration.ofHours(1);
        var facts = new Facts(price, Money.ZERO, hour, Money.ZERO, true, Money.ZERO, 0);
        assertThat(RULES.judge(ProblemKind.LATE, facts)).isEqualTo(LOOK);
    }

    @Test
    void everything_else_is_looked_at() {
        for (var kind : List.of(ProblemKind.NOT_ARRIVED, ProblemKind.OTHER))
            assertThat(RULES.judge(kind, facts(0, Duration.ofHours(2), 0, 0))).isEqualTo(LOOK);
        var strict =
                new Rules(
                        ProblemConfig.from(
                                new Env(Map.of("ORDER_INSTANT_REFUND_KINDS", "missing"))));
        assertThat(strict.judge(ProblemKind.QUALITY, facts(500, IN_TIME, 0, 0))).isEqualTo(LOOK);
    }
}
