package gofood.restaurant;

import gofood.platform.run.Env;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/// The restaurant service's settings.
///
/// @param zone the time zone in which opening hours are meant
/// @param currency ISO 4217, of every price
/// @param preparationMinutes how long a kitchen takes that doesn't say
/// @param ticketPatience how long a kitchen's word waits for a ticket that is still on its way
record RestaurantConfig(
        ZoneId zone, String currency, int preparationMinutes, Duration ticketPatience) {
    static RestaurantConfig from(Env env) {
        return new RestaurantConfig(
                zone(env.text("TIME_ZONE", "Europe/Monaco")),
                env.text("CURRENCY", "EUR"),
                env.number("RESTAURANT_PREPARATION_MINUTES", 20),
                env.seconds("RESTAURANT_TICKET_PATIENCE_SECONDS", 3));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "The setting TIME_ZONE must be a zone such as Europe/Monaco, not " + name + ".",
                    e);
        }
    }
}
