package gofood.order.life;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Why an order took a step, or what is noted about it, for a program: screens say it in their own
/// language. What they mean stands in the service's description. On the wire they are written in
/// small letters.
public enum StepReason {
    CARD_DECLINED,
    INSUFFICIENT_FUNDS,
    INSUFFICIENT_CREDIT,
    EXPIRED_CARD,
    AUTHENTICATION_REQUIRED,
    PAYMENT_SILENT,
    HOLD_LOST,
    RESTAURANT_SILENT,
    RESTAURANT_DELAYED,
    FOOD_NEVER_READY,
    FOOD_NOT_COLLECTED,
    NO_COURIER,
    COURIER_NEVER_ARRIVED,
    COURIER_ASSIGNED,
    COURIER_GONE,
    HANDED_OVER,
    CUSTOMER_CANCELLED,
    OPERATOR_CANCELLED,
    DISH_MISSING,
    DISH_SWAPPED,
    DISH_LEFT_OUT,
    ALL_OR_NOTHING,
    NOTHING_LEFT;

    private static final Set<StepReason> DECLINES =
            EnumSet.range(CARD_DECLINED, AUTHENTICATION_REQUIRED);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param said the provider's own code; what isn't told apart here is a declined card
    static StepReason ofDecline(String said) {
        return DECLINES.stream()
                .filter(known -> known.code().equals(said))
                .findFirst()
                .orElse(CARD_DECLINED);
    }
}
