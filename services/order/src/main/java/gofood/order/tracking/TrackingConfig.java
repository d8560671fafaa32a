package gofood.order.tracking;

import gofood.platform.run.Env;
import java.time.Duration;

/// The limits of links.
///
/// @param afterEnd how long after an order's end one still works
/// @param longest and how long after the order was placed, at most
/// @param afterSlot with an order for later: how long after its slot, at most
/// @param courierEvery how often we ask where a courier is, for each order
/// @param courierWait how long we wait for the answer
/// @param doorMetres so near to the door nobody sees where the courier is
/// @param spotMetres and farther away about so exactly
public record TrackingConfig(
        Duration afterEnd,
        Duration longest,
        Duration afterSlot,
        Duration courierEvery,
        Duration courierWait,
        int doorMetres,
        int spotMetres) {
    public static TrackingConfig from(Env env) {
        return new TrackingConfig(
                env.seconds("ORDER_LINK_AFTER_END_SECONDS", 2 * 3600),
                env.seconds("ORDER_LINK_LONGEST_SECONDS", 24 * 3600),
                env.seconds("ORDER_LINK_AFTER_SLOT_SECONDS", 4 * 3600),
                env.seconds("ORDER_COURIER_EVERY_SECONDS", 5),
                env.seconds("ORDER_COURIER_WAIT_SECONDS", 1),
                env.number("ORDER_LINK_DOOR_METRES", 150),
                env.number("ORDER_LINK_SPOT_METRES", 50));
    }
}
