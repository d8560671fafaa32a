package gofood.restaurant;

import gofood.contracts.Currency;
import gofood.contracts.InvalidField;
import gofood.platform.run.Env;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/// The restaurant service's settings.
///
/// @param zone the time zone in which opening hours are meant
/// @param currency of every price
/// @param preparationMinutes how long a kitchen takes that doesn't say
/// @param slotCapacity how many orders for later a kitchen takes in half an hour that doesn't say
/// @param ticketPatience how long a kitchen's word waits for a ticket that is still on its way
/// @param delayMinutes how much longer an order may take in all than its kitchen said first
/// @param ratingsShown how many must have rated before a restaurant's average is shown: the word of
///   one is none
/// @param starSeconds how much nearer a restaurant counts in a list for each star above four of its
///   shown average, and farther for each below; 0: ratings move nobody
public record RestaurantConfig(
        ZoneId zone,
        Currency currency,
        int preparationMinutes,
        int slotCapacity,
        Duration ticketPatience,
        int delayMinutes,
        int ratingsShown,
        int starSeconds) {
    static RestaurantConfig from(Env env) {
        return new RestaurantConfig(
                zone(env.text("TIME_ZONE", "Europe/Monaco")),
                currency(env.text("CURRENCY", "EUR")),
                env.number("RESTAURANT_PREPARATION_MINUTES", 20),
                env.number("RESTAURANT_SLOT_CAPACITY", 8),
                env.seconds("RESTAURANT_TICKET_PATIENCE_SECONDS", 3),
                env.number("RESTAURANT_DELAY_MINUTES", 60),
                env.number("RESTAURANT_RATINGS_SHOWN", 3),
                env.number("RESTAURANT_STAR_SECONDS", 60));
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

    private static Currency currency(String code) {
        try {
            return new Currency(code);
        } catch (InvalidField e) {
            throw new IllegalStateException(
                    "The setting CURRENCY %s, not %s.".formatted(e.rule(), code), e);
        }
    }
}
