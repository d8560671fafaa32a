package gofood.order.life;

import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.Settlement;
import gofood.order.life.Order.Event;
import gofood.order.life.Order.State;
import gofood.order.settlement.CalledOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an event makes of an order, before anything of it is stored.
///
/// @param order as it is then
/// @param off the order as it was, seen as one that comes to nothing
/// @param settled what it costs whom, of one that came to nothing by this
record Turn(Order order, CalledOff off, @Nullable Settlement settled) {
    /// @param cancelGrace from the kitchen's yes, how long the customer may cancel for nothing
    /// @return nothing where the event has no place in the order's state
    static Optional<Turn> of(Order order, Event event, Instant now, Duration cancelGrace) {
        return Steps.next(order.state(), event)
                .map(next -> {
                    var off = calledOff(order, now, cancelGrace);
                    var isSettled =
                            next instanceof State.Rejected || next instanceof State.Cancelled;
                    return new Turn(
                            order.moved(next, now),
                            off,
                            isSettled ? off.settle(event.liable()) : null);
                });
    }

    static CalledOff calledOff(Order order, Instant now, Duration cancelGrace) {
        var bought = order.purchase();
        var status = order.state().status();
        var grace = status == OrderStatus.RECEIVED && !now.isAfter(order.since().plus(cancelGrace));
        return new CalledOff(status, grace, bought.payBy(), bought.price());
    }
}
