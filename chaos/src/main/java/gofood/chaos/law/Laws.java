package gofood.chaos.law;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// I1 to I8.
public final class Laws {
    private static final List<Function<Facts, List<Violation>>> ALL =
            List.of(
                    OrderLaws::everyAnswerIsKept,
                    MoneyLaws::keptIsOwed,
                    OrderLaws::oneKeyOneOrder,
                    MoneyLaws::oneOrderOneCharge,
                    RideLaws::oneCourierEach,
                    OrderLaws::nobodyWaits,
                    EventLaws::onceAndInOrder,
                    OrderLaws::kitchensAgree,
                    OrderLaws::onlyLegalSteps,
                    MoneyLaws::ledgerIsEven,
                    Laws::somethingWasLookedAt);

    private Laws() {}

    public static List<Violation> broken(Facts facts) {
        return ALL.stream().map(law -> law.apply(facts)).flatMap(List::stream).toList();
    }

    /// A check of nothing finds nothing: that is no success.
    private static List<Violation> somethingWasLookedAt(Facts facts) {
        return Stream.of(
                        missing("orders", facts.orders()),
                        missing("payments", facts.payments()),
                        missing("events that were sent", facts.traffic().sent()),
                        missing("events that were applied", facts.traffic().applied()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Violation> missing(String what, List<?> all) {
        return all.isEmpty()
                ? List.of(new Violation("I1", what, "some, after all that was done", "none"))
                : List.of();
    }
}
