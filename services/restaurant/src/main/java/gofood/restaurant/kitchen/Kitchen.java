package gofood.restaurant.kitchen;

import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketCallback;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import gofood.platform.http.RequestScope;
import gofood.platform.http.Signals;
import gofood.platform.wire.Refused;
import gofood.restaurant.RestaurantConfig;
import gofood.restaurant.kitchen.Tickets.Move;
import gofood.restaurant.webhook.Announcements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the kitchen does with its tickets, and who is told of what happens to them.
public final class Kitchen {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final String NO_REASON = "The restaurant cannot take this order.";

    private final Db db;
    private final Clock clock;
    private final Outbox outbox;
    private final Signals signals;
    private final Tickets tickets;
    private final Announcements announcements;
    private final RestaurantConfig config;

    public Kitchen(
            Db db,
            Clock clock,
            Outbox outbox,
            Signals signals,
            Tickets tickets,
            Announcements announcements,
            RestaurantConfig config) {
        this.db = db;
        this.clock = clock;
        this.outbox = outbox;
        this.signals = signals;
        this.tickets = tickets;
        this.announcements = announcements;
        this.config = config;
    }

    /// The [Signals] key of a restaurant's board.
    record Board(long restaurantId) {}

    private record Arrival(long orderId) {}

    /// The kitchen moves a ticket. Whoever has just paid an order may speak of it before its ticket
    /// has come here, so one that is missing, or for later yet, is waited for a little.
    ///
    /// @param by who says so: "staff 12"
    void moved(TicketCallback asked, String by) {
        var until = System.nanoTime() + patience().toNanos();
        try (var arrival = signals.listen(new Arrival(asked.orderId()))) {
            while (true) {
                var left = Duration.ofNanos(until - System.nanoTime());
                var patient = left.isPositive();
                if (db.tx(tx -> moves(tx, asked, by, patient))) return;
                if (!patient) throw Refused.notFound("order");
                arrival.await(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("The kitchen");
        }
    }

    /// Ends while the client still listens.
    private Duration patience() {
        var left = RequestScope.current().left().minus(LOOK_AGAIN);
        return left.compareTo(config.ticketPatience()) < 0 ? left : config.ticketPatience();
    }

    /// @param patient whether a word that is ahead of its ticket can be said again later
    /// @return false when it must be
    private boolean moves(Tx tx, TicketCallback asked, String by, boolean patient) {
        var ticket = tickets.lock(tx, asked.orderId());
        if (ticket.isEmpty()) return false;
        if (patient && TicketLife.isAhead(ticket.get().status(), asked.status())) return false;
        move(tx, ticket.get(), asked, by);
        return true;
    }

    /// Said twice is said once.
    private void move(Tx tx, Ticket ticket, TicketCallback asked, String by) {
        if (ticket.restaurantId() != asked.restaurantId()) throw Refused.notFound("order");
        if (ticket.status() == asked.status()) return;
        TicketLife.check(ticket.status(), asked.status());
        var event = event(tx, asked);
        store(tx, ticket, event, new Move(asked.status(), clock.instant(), by, reason(event)));
    }

    private RestaurantEvent event(Tx tx, TicketCallback it) {
        return switch (it.status()) {
            case RECEIVED ->
                    new RestaurantEvent.Received(it.orderId(), it.restaurantId(), readyAt(tx, it));
            case PREPARING -> new RestaurantEvent.Preparing(it.orderId(), it.restaurantId());
            case COMPLETE -> new RestaurantEvent.Complete(it.orderId(), it.restaurantId());
            case REJECTED ->
                    new RestaurantEvent.Rejected(
                            it.orderId(),
                            it.restaurantId(),
                            it.reason() == null ? NO_REASON : it.reason().strip());
            case SCHEDULED, NEW, COLLECTED, CANCELLED ->
                    throw new IllegalStateException("no kitchen may say " + it.status());
        };
    }

    private Instant readyAt(Tx tx, TicketCallback asked) {
        var minutes = asked.preparationMinutes();
        if (minutes == null) minutes = tickets.preparationMinutes(tx, asked.orderId());
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    private static @Nullable String reason(RestaurantEvent event) {
        return event instanceof RestaurantEvent.Rejected rejected ? rejected.reason() : null;
    }

    private void store(Tx tx, Ticket before, RestaurantEvent event, Move move) {
        var readyAt = event instanceof RestaurantEvent.Received it ? it.readyAt() : null;
        tickets.move(tx, event.orderId(), move, readyAt);
        outbox.send(tx, event.orderId(), (Record) event);
        changed(tx, before.restaurantId(), event.orderId(), before);
    }

    /// It takes longer than the kitchen said.
    ///
    /// @param by who says so: "staff 12"
    Ticket delayed(Tx tx, long restaurantId, long orderId, int minutes, String by) {
        var ticket =
                tickets.lock(tx, orderId)
                        .filter(it -> it.restaurantId() == restaurantId)
                        .orElseThrow(() -> Refused.notFound("order"));
        TicketLife.checkDelay(ticket.status());
        var left = config.delayMinutes() - tickets.delayedMinutes(tx, orderId);
        if (minutes > left)
            throw Refused.conflict("delayed_enough", "The order can't be put off so far again.")
                    .with("left_minutes", left);
        var now = clock.instant();
        var readyAt = TicketLife.later(ticket.readyAt(), now, Duration.ofMinutes(minutes));
        var move = new Move(ticket.status(), now, by, "%d minutes longer".formatted(minutes));
        tickets.delay(tx, orderId, minutes, readyAt, move);
        outbox.send(tx, orderId, new RestaurantEvent.Delayed(orderId, restaurantId, readyAt));
        changed(tx, restaurantId, orderId, ticket);
        return tickets.lock(tx, orderId).orElseThrow();
    }

    /// Of these restaurants, whose own systems are told.
    Set<Long> heard(Tx tx, Collection<Long> restaurants) {
        return announcements.heard(tx, restaurants);
    }

    /// @param before null for a ticket that is new
    void changed(Tx tx, long restaurantId, long orderId, @Nullable Ticket before) {
        announcements.ticket(tx, restaurantId, before, () -> written(tx, orderId));
        wake(tx, restaurantId, orderId);
    }

    private Ticket written(Tx tx, long orderId) {
        tx.flush();
        return tickets.lock(tx, orderId).orElseThrow();
    }

    /// Whoever looks at the board looks again.
    void wake(Tx tx, long restaurantId, long orderId) {
        tx.afterCommit(() -> signals.wake(new Board(restaurantId)));
        tx.afterCommit(() -> signals.wake(new Arrival(orderId)));
    }
}
