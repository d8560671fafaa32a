package gofood.order.problem;

import java.util.Locale;

/// What a rule answers to a reported problem, for a program. What they mean to screens stands in
/// the service's description. On the wire they are written in small letters.
enum AnswerCode {
    DISHES_REFUNDED,
    RIDE_REFUNDED,
    LOOKED_INTO,
    REFUND_FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
