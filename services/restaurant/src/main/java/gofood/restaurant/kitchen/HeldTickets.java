package gofood.restaurant.kitchen;

import gofood.contracts.RestaurantApi.Ticket;
import gofood.platform.db.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tickets that are locked together because something was told of them. One of which more than one
/// thing was told is read again for each.
final class HeldTickets {
    private final Tx tx;
    private final Tickets tickets;
    private final Kitchen kitchen;
    private final Map<Long, Ticket> asLocked;
    private final Set<Long> toldOften = new HashSet<>();
    private final Set<Long> heard;

    /// @param told the order of each event
    HeldTickets(Tx tx, Tickets tickets, Kitchen kitchen, List<Long> told) {
        this.tx = tx;
        this.tickets = tickets;
        this.kitchen = kitchen;
        var orders = new HashSet<Long>();
        for (var order : told) if (!orders.add(order)) toldOften.add(order);
        this.asLocked = tickets.lock(tx, orders);
        this.heard = kitchen.heard(tx, restaurants(asLocked.values()));
    }

    private static Set<Long> restaurants(Collection<Ticket> of) {
        return of.stream().map(Ticket::restaurantId).collect(Collectors.toSet());
    }

    /// A ticket as it is now, if there is one.
    Optional<Held> take(long orderId) {
        var ticket = asLocked.get(orderId);
        if (ticket == null || !toldOften.contains(orderId))
            return Optional.ofNullable(ticket).map(Held::new);
        tx.flush();
        return tickets.lock(tx, orderId).map(Held::new);
    }

    final class Held {
        private final Ticket before;
        private boolean isChanged;

        Held(Ticket before) {
            this.before = before;
        }

        Ticket before() {
            return before;
        }

        void change(Runnable write) {
            write.run();
            isChanged = true;
        }

        /// Tells whoever looks at the board.
        void tell(boolean isNew) {
            if (!isChanged && !isNew) return;
            if (heard.contains(before.restaurantId()))
                kitchen.changed(tx, before.restaurantId(), before.orderId(), isNew ? null : before);
            else kitchen.wake(tx, before.restaurantId(), before.orderId());
        }
    }
}
