package gofood.order;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.RestaurantApi.Menu;
import gofood.order.LastMile.Way;
import gofood.order.price.Discount;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known about an order before it is placed: what can be had, and what stands against
/// it.
///
/// @param asked when it was
/// @param way to the door; null when the kitchen doesn't deliver there
/// @param slot when it is to come, if it is for later
/// @param items what the dishes that can be had cost
/// @param discount what the promotion takes off, if it can be used
/// @param closed what nothing in the basket can help: the kitchen, the zone, the slot
/// @param promotionGone why the promotion can't be used
record Prospect(
        NewOrder wanted,
        Menu menu,
        Instant asked,
        @Nullable Way way,
        @Nullable Slot slot,
        Basket basket,
        Money items,
        @Nullable Discount discount,
        List<Refused> closed,
        @Nullable Refused promotionGone) {

    /// Everything that stands against it, the most important first.
    List<Refused> against() {
        var all = new ArrayList<>(closed);
        all.addAll(basket.missing());
        if (promotionGone != null) all.add(promotionGone);
        return all;
    }

    /// The same without the promotion, which somebody else has used up meanwhile.
    Prospect withoutPromotion(Refused why) {
        return new Prospect(wanted, menu, asked, way, slot, basket, items, null, closed, why);
    }

    /// The same with the slot gone.
    Prospect withoutSlot(Refused why) {
        return new Prospect(
                wanted,
                menu,
                asked,
                way,
                slot,
                basket,
                items,
                discount,
                List.of(why),
                promotionGone);
    }

    /// When it is to come: now, or with its slot.
    Instant at() {
        return slot == null ? asked : slot.from();
    }

    Money tip() {
        var tip = wanted.tip();
        return tip == null ? Money.ZERO : tip;
    }

    /// What was wanted without what can't be had.
    NewOrder possible() {
        var items =
                basket.lines().stream().map(line -> wanted.items().get(line.line() - 1)).toList();
        return new NewOrder(
                wanted.restaurantId(),
                items,
                wanted.address(),
                wanted.note(),
                wanted.payment(),
                wanted.tip(),
                promotionGone == null ? wanted.promotion() : null,
                wanted.slotFrom(),
                wanted.ifUnavailable(),
                null);
    }
}
