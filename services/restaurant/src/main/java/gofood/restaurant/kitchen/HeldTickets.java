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

/// Tickets that are locked together because something was told of them. What is changed of one is
/// written with the commit, unless it must be read again before: since more was told of it, or a
/// system of the restaurant's own wants to know.
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
        return tickets.lock(tx, orderId).map(Held::new);
    }

    /// How something of a ticket is changed.
    interface Change {
        void write(Tickets.Writing write, long orderId);
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

        void change(Change change) {
            var id = before.orderId();
            var isRead = toldOften.contains(id) || heard.contains(before.restaurantId());
            change.write(isRead ? tx::update : tx::later, id);
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
