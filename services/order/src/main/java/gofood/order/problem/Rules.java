package gofood.order.problem;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.ProblemKind;
import gofood.contracts.OrderApi.PromotionKind;
import java.time.Duration;

/// What is given back at once, and what somebody must look at first. Pure.
record Rules(ProblemConfig config) {
    /// What is known when a problem is reported.
    ///
    /// @param worth of the dishes that it is about
    /// @param late how much later than promised it came; negative when earlier
    /// @param given what was given back for this order before
    /// @param guest whether the customer has no account; guests are new each time
    /// @param givenAtOnce what of that nobody had looked at
    /// @param times how often the customer got something at once lately
    record Facts(
            Price price,
            Money worth,
            Duration late,
            Money given,
            boolean guest,
            Money givenAtOnce,
            int times) {}

    sealed interface Verdict {
        /// @param counts among what the customer may get at once
        record Granted(Money refund, Liable liable, boolean counts, AnswerCode code)
                implements Verdict {}

        record ForOperator() implements Verdict {}
    }

    Verdict judge(ProblemKind kind, Facts facts) {
        return switch (kind) {
            case MISSING, WRONG, QUALITY -> dishes(kind, facts, Liable.RESTAURANT);
            // packed badly or carried badly, nobody knows: not on anyone's account unheard
            case DAMAGED -> dishes(kind, facts, Liable.PLATFORM);
            case LATE -> late(facts);
            case NOT_ARRIVED, OTHER -> new Verdict.ForOperator();
        };
    }

    private Verdict dishes(ProblemKind kind, Facts facts, Liable liable) {
        // reported in parts it is not more than at once
        var atOnce = facts.givenAtOnce.plus(facts.worth);
        var half = new Currency(facts.price.currency()).share(facts.price.total(), 1, 2);
        var isBelieved =
                config.instant().contains(kind)
                        && !facts.guest
                        && !atOnce.isMoreThan(config.most())
                        && !atOnce.isMoreThan(half)
                        && facts.times < config.times();
        return isBelieved
                ? granted(facts, facts.worth, liable, true, AnswerCode.DISHES_REFUNDED)
                : new Verdict.ForOperator();
    }

    /// The clock is believed more than three times.
    private Verdict late(Facts facts) {
        var isLate = facts.late.compareTo(config.lateAfter()) > 0;
        return isLate
                ? granted(
                        facts, ride(facts.price), Liable.PLATFORM, false, AnswerCode.RIDE_REFUNDED)
                : new Verdict.ForOperator();
    }

    private static Verdict granted(
            Facts facts, Money refund, Liable liable, boolean counts, AnswerCode code) {
        var isTooMuch = facts.given.plus(refund).isMoreThan(facts.price.total());
        return refund.isPositive() && !isTooMuch
                ? new Verdict.Granted(refund, liable, counts, code)
                : new Verdict.ForOperator();
    }

    private static Money ride(Price price) {
        var promotion = price.promotion();
        var isFree = promotion != null && promotion.kind() == PromotionKind.FREE_DELIVERY;
        return isFree ? price.deliveryFee().minus(price.discount()) : price.deliveryFee();
    }
}
