package gofood.order.settlement;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.CancellationCost;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.contracts.OrderApi.Settlement;

/// An order at the moment at which it comes to nothing, and how that is settled.
///
/// What the dishes are worth is their price less a discount on them. To the customer every discount
/// counts; to the restaurant only one that it pays for itself, since what the platform gives away
/// is not the restaurant's loss. Service fee, small-order fee and tip always go back; the delivery
/// fee too unless the courier had the food already. Who pays cash has paid nothing yet and is
/// charged nothing: the platform bears what the restaurant is due.
///
/// @param status where the order was
/// @param grace whether the kitchen had said yes only a moment before
public record CalledOff(OrderStatus status, boolean grace, PayBy payBy, Price price) {
    public Settlement settle(Liable liable) {
        var shares = Shares.of(liable, status, grace);
        var currency = new Currency(price.currency());
        var charged =
                currency.share(worthToCustomer(), shares.customer(), 100)
                        .plus(shares.ride() ? ride() : Money.ZERO)
                        .atMost(price.total());
        return new Settlement(
                liable,
                payBy == PayBy.CASH ? Money.ZERO : charged,
                currency.share(worthToRestaurant(), shares.restaurant(), 100));
    }

    /// Whether nobody is paid for it, so that it is as if it had not been ordered.
    public boolean isForNothing(Liable liable) {
        return Shares.of(liable, status, grace).restaurant() == 0;
    }

    /// Whether the customer may cancel: who pays cash only while nobody is paid for it, since they
    /// have nothing to pay it with.
    public boolean isOpenTo(Liable liable) {
        return payBy != PayBy.CASH || isForNothing(liable);
    }

    /// What it costs the customer to cancel now.
    ///
    /// @param liable the restaurant instead of the customer when it doesn't have what was ordered
    public CancellationCost cost(Liable liable) {
        var charged = settle(liable).charged();
        var returned = price.total().minus(charged);
        var reason = reason(liable);
        return new CancellationCost(
                charged, returned, price.currency(), reason.sentence(), reason.code());
    }

    /// What it costs the customer, in a sentence for the timeline.
    public String told(Settlement settled) {
        if (settled.charged().isZero()) return "Nothing is charged.";
        var currency = new Currency(price.currency());
        return "It costs %s of %s."
                .formatted(currency.text(settled.charged()), currency.text(price.total()));
    }

    private CostReason reason(Liable liable) {
        if (liable == Liable.RESTAURANT) return CostReason.DISH_MISSING;
        return switch (status) {
            case PLACED, SCHEDULED, PAID -> CostReason.NOT_BEGUN;
            case RECEIVED -> grace ? CostReason.JUST_CONFIRMED : CostReason.CONFIRMED;
            case PREPARING, COMPLETE -> CostReason.COOKING;
            case PICKED_UP, DECLINED, DELIVERED, REJECTED, CANCELLED -> CostReason.OVER;
        };
    }

    private Money worthToCustomer() {
        return price.itemsTotal().minus(onDishes() ? price.discount() : Money.ZERO);
    }

    private Money worthToRestaurant() {
        var promotion = price.promotion();
        var own = promotion != null && promotion.fundedBy() == Liable.RESTAURANT;
        return own ? worthToCustomer() : price.itemsTotal();
    }

    private Money ride() {
        return onDishes() ? price.deliveryFee() : price.deliveryFee().minus(price.discount());
    }

    private boolean onDishes() {
        var promotion = price.promotion();
        return promotion == null || promotion.kind() != PromotionKind.FREE_DELIVERY;
    }
}
