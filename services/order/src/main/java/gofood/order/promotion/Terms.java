package gofood.order.promotion;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Promotion;
import gofood.contracts.RestaurantApi.Menu;
import gofood.order.promotion.Promotions.Customer;
import gofood.platform.wire.Refused;
import java.time.Instant;

/// Why a promotion isn't for somebody, each in a sentence. What has changed with time or may yet is
/// 409; what the customer can mend is 422.
final class Terms {
    private Terms() {}

    /// Everything but the limits, which need counting.
    static void check(Promotion promotion, Customer customer, Menu menu, Money items, Instant now) {
        var startsAt = promotion.startsAt();
        var endsAt = promotion.endsAt();
        var only = promotion.restaurantId();
        if (!promotion.active() || (endsAt != null && !now.isBefore(endsAt))) throw over(promotion);
        if (startsAt != null && now.isBefore(startsAt))
            throw Refused.conflict(
                            "promotion_not_yet",
                            promotion.code() + " can be used from " + startsAt + ".")
                    .with("starts_at", startsAt);
        if (only != null && only != menu.restaurantId())
            throw new Refused(
                            422,
                            "promotion_elsewhere",
                            promotion.code() + " is for another restaurant.")
                    .with("restaurant_id", only);
        if (promotion.minimumItems().isMoreThan(items))
            throw belowMinimum(promotion, new Currency(menu.currency()), items);
        if (promotion.limitPerCustomer() != null && !customer.account())
            throw new Refused(
                    422,
                    "promotion_needs_account",
                    promotion.code() + " is for customers with an account. Sign in to use it.");
    }

    static Refused unknown(String code) {
        return new Refused(422, "promotion_unknown", "There is no promotion " + code + ".");
    }

    static Refused over(Promotion promotion) {
        return Refused.conflict("promotion_over", promotion.code() + " is over.");
    }

    static Refused usedUp(Promotion promotion) {
        return Refused.conflict("promotion_used_up", promotion.code() + " is used up.");
    }

    static Refused usedByThem(Promotion promotion) {
        return Refused.conflict(
                "promotion_used",
                "You have used %s as often as one may.".formatted(promotion.code()));
    }

    private static Refused belowMinimum(Promotion promotion, Currency currency, Money items) {
        var missing = promotion.minimumItems().minus(items);
        return new Refused(
                        422,
                        "promotion_below_minimum",
                        "%s is for dishes from %s. %s is missing."
                                .formatted(
                                        promotion.code(),
                                        currency.text(promotion.minimumItems()),
                                        currency.text(missing)))
                .with("minimum", promotion.minimumItems())
                .with("missing", missing);
    }
}
