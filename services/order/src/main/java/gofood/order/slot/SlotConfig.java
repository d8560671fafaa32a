package gofood.order.slot;

import gofood.platform.run.Env;
import java.time.Duration;

/// The limits of orders for later.
///
/// @param lead between ordering and the earliest slot, beside the preparation
/// @param margin how much earlier than need be a kitchen begins
/// @param horizon how far ahead one can order; a card's hold lasts about seven days
/// @param metresPerMinute how fast a courier is taken to be when it is planned when to cook
public record SlotConfig(Duration lead, Duration margin, Duration horizon, int metresPerMinute) {
    public static SlotConfig from(Env env) {
        return new SlotConfig(
                env.seconds("ORDER_SLOT_LEAD_SECONDS", 1800),
                env.seconds("ORDER_SLOT_MARGIN_SECONDS", 600),
                Duration.ofDays(env.number("ORDER_SLOT_HORIZON_DAYS", 6)),
                env.number("ORDER_SLOT_METRES_PER_MINUTE", 220));
    }
}
