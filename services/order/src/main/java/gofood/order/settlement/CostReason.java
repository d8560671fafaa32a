package gofood.order.settlement;

import java.util.Locale;

/// Why cancelling costs what it costs, for a program, and in a sentence for everyone else. What
/// they mean to screens stands in the service's description. On the wire they are written in small
/// letters.
enum CostReason {
    NOT_BEGUN("The restaurant has not begun; cancelling costs nothing."),
    JUST_CONFIRMED("The restaurant has only just confirmed; cancelling costs nothing."),
    CONFIRMED("The restaurant has confirmed; cancelling costs half of the dishes."),
    COOKING("The restaurant has begun to cook; cancelling costs the dishes."),
    DISH_MISSING("The restaurant doesn't have all of it; cancelling costs nothing."),
    OVER("This order can't be cancelled any more.");

    private final String sentence;

    CostReason(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
