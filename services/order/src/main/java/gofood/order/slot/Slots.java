package gofood.order.slot;

import gofood.contracts.OrderApi.FreeSlot;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.OrderApi.SlotList;
import gofood.contracts.RestaurantApi.Menu;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many orders for later each half hour of a restaurant has. No half hour ever has more than
/// its restaurant takes, however many people want the last place at once: they wait for each other
/// at its row. Whoever also touches a promotion takes and gives back the slot first, so that nobody
/// waits in a circle.
public final class Slots {
    private final SlotConfig config;
    private final Clock clock;

    public Slots(SlotConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /// What can still be had there, earliest first.
    public SlotList list(Tx tx, Menu menu) {
        var now = clock.instant();
        var slots = SlotTimes.of(menu).between(earliest(menu), now.plus(config.horizon()));
        return new SlotList(menu.restaurantId(), menu.timeZone(), free(tx, menu, slots));
    }

    /// The slot that begins at this moment, when it can be had now; for a quote.
    ///
    /// @throws Refused 422 when no slot of this restaurant begins then, 409 when it can't be had
    ///   any more
    public Slot check(Tx tx, Menu menu, Instant from) {
        var slot = wanted(menu, from);
        if (from.isBefore(earliest(menu)) || free(tx, menu, List.of(slot)).isEmpty())
            throw gone(tx, menu, slot);
        return slot;
    }

    /// Takes a place in a slot for the order that this transaction creates.
    ///
    /// @throws Refused as [#check]
    public Slot take(Tx tx, Menu menu, Instant from) {
        var slot = wanted(menu, from);
        if (from.isBefore(earliest(menu)) || menu.slotCapacity() == 0) throw gone(tx, menu, slot);
        var taken =
                tx.update(
                        """
                        INSERT INTO slot AS had (restaurant_id, begins_at, taken) VALUES (?, ?, 1)
                        ON CONFLICT (restaurant_id, begins_at)
                        DO UPDATE SET taken = had.taken + 1 WHERE had.taken < ?
                        """,
                        menu.restaurantId(),
                        from,
                        menu.slotCapacity());
        if (taken == 0) throw gone(tx, menu, slot);
        return slot;
    }

    /// Gives back the place of an order that came to nothing. The caller sees to it that this
    /// happens once: in the transaction of the one step that ends the order.
    public void giveBack(Tx tx, long restaurantId, Slot slot) {
        tx.update(
                """
                UPDATE slot SET taken = taken - 1
                 WHERE restaurant_id = ? AND begins_at = ? AND taken > 0
                """,
                restaurantId,
                slot.from());
    }

    /// When the kitchen must begin so that the food is there as the slot begins: not before it
    /// opens.
    public Instant kitchenAt(Menu menu, Slot slot, long distanceMetres) {
        var ride = Duration.ofMinutes(Math.ceilDiv(distanceMetres, config.metresPerMinute()));
        var wanted =
                slot.from()
                        .minus(ride)
                        .minus(Duration.ofMinutes(menu.preparationMinutes()))
                        .minus(config.margin());
        var opens = SlotTimes.of(menu).opens(slot);
        return wanted.isBefore(opens) ? opens : wanted;
    }

    /// A kitchen that is closed or pauses until later begins then.
    private Instant earliest(Menu menu) {
        var preparation = Duration.ofMinutes(menu.preparationMinutes());
        var soon = clock.instant().plus(config.lead()).plus(preparation);
        var opensAt = menu.openNow() ? null : menu.opensAt();
        if (opensAt == null) return soon;
        var afterOpening = opensAt.plus(preparation);
        return afterOpening.isAfter(soon) ? afterOpening : soon;
    }

    private Slot wanted(Menu menu, Instant from) {
        var latest = clock.instant().plus(config.horizon());
        if (!from.isBefore(latest))
            throw Refused.invalid(
                    "slot_from", "must be within the next " + config.horizon().toDays() + " days");
        return SlotTimes.of(menu)
                .at(from)
                .orElseThrow(() ->
                        Refused.invalid(
                                "slot_from", "must be when one of the restaurant's slots begins"));
    }

    private List<FreeSlot> free(Tx tx, Menu menu, List<Slot> slots) {
        if (slots.isEmpty()) return List.of();
        var taken = taken(tx, menu.restaurantId(), slots);
        return slots.stream()
                .map(slot -> {
                    var left = menu.slotCapacity() - taken.getOrDefault(slot.from(), 0);
                    return new FreeSlot(slot.from(), slot.to(), left);
                })
                .filter(slot -> slot.left() > 0)
                .toList();
    }

    private static Map<Instant, Integer> taken(Tx tx, long restaurantId, List<Slot> slots) {
        var taken = new HashMap<Instant, Integer>();
        tx.list(
                """
                SELECT begins_at, taken FROM slot
                 WHERE restaurant_id = ? AND begins_at BETWEEN ? AND ?
                """,
                row -> taken.put(row.instant("begins_at"), row.integer("taken")),
                restaurantId,
                slots.getFirst().from(),
                slots.getLast().from());
        return taken;
    }

    /// Says what else there is on that day; another day would be another order.
    private Refused gone(Tx tx, Menu menu, Slot slot) {
        var earliest = earliest(menu);
        var day =
                SlotTimes.of(menu).sameDay(slot).stream()
                        .filter(other -> !other.from().isBefore(earliest))
                        .filter(other -> !other.equals(slot))
                        .toList();
        var others = free(tx, menu, day);
        var what = menu.name() + " takes no more orders for this time";
        return Refused.conflict(
                        "slot_gone",
                        others.isEmpty()
                                ? what + ", nor for any other on that day."
                                : what + "; on the same day there are others.")
                .with("slots", others);
    }
}
