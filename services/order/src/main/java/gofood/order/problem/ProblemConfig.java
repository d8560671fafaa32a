package gofood.order.problem;

import gofood.contracts.InvalidField;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.ProblemKind;
import gofood.platform.run.Env;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The limits of what is given back without anybody looking at it.
///
/// @param within how long after the delivery a problem can be reported
/// @param instant kinds of problems with dishes that are believed at once
/// @param most at most so much for one order, and never more than half of it
/// @param times so often within the period, for one customer
/// @param lateAfter later than promised by more than this is late
public record ProblemConfig(
        Duration within,
        Set<ProblemKind> instant,
        Money most,
        int times,
        Duration period,
        Duration lateAfter) {

    public static ProblemConfig from(Env env) {
        return new ProblemConfig(
                env.seconds("ORDER_PROBLEM_SECONDS", 48 * 3600),
                kinds(env.text("ORDER_INSTANT_REFUND_KINDS", "missing,wrong,damaged,quality")),
                most(env),
                env.number("ORDER_INSTANT_REFUND_TIMES", 3),
                Duration.ofDays(env.number("ORDER_INSTANT_REFUND_DAYS", 90)),
                env.seconds("ORDER_LATE_SECONDS", 900));
    }

    private static Money most(Env env) {
        try {
            return Money.of(env.decimal("ORDER_INSTANT_REFUND_MOST", "15.00"));
        } catch (InvalidField e) {
            throw new IllegalStateException(
                    "The setting ORDER_INSTANT_REFUND_MOST " + e.rule() + ".", e);
        }
    }

    private static Set<ProblemKind> kinds(String text) {
        var kinds = EnumSet.noneOf(ProblemKind.class);
        try {
            Arrays.stream(text.split(","))
                    .map(word -> word.strip().toUpperCase(Locale.ROOT))
                    .filter(word -> !word.equals("NONE"))
                    .forEach(word -> kinds.add(ProblemKind.valueOf(word)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The setting ORDER_INSTANT_REFUND_KINDS must be kinds like missing,wrong, or"
                            + " none.",
                    e);
        }
        return kinds;
    }
}
