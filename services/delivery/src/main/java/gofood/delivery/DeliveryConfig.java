package gofood.delivery;

import gofood.contracts.Currency;
import gofood.platform.run.Env;
import java.math.BigDecimal;
import java.time.Duration;

/// The limits of the delivery service, read at start.
///
/// @param round how often waiting deliveries and couriers are matched at least; seconds, may have
///   decimals
/// @param flush how often positions go from memory to the database
/// @param pinTries how many wrong PINs the door takes
/// @param troublesPerHour of how many problems of one ride operators are told within an hour
/// @param currency of a ride that is ordered without one
public record DeliveryConfig(
        Duration round,
        Duration flush,
        int pinTries,
        int troublesPerHour,
        Currency currency,
        Search search,
        Waiting waiting,
        Pay pay,
        Keeping keeping) {
    private static final BigDecimal MOST_PAY = BigDecimal.valueOf(10_000);

    /// How couriers are searched for and asked.
    ///
    /// @param offer how long a courier may think about an offer
    /// @param again how long somebody who did not answer, or gave a ride back, isn't asked again
    ///   for that ride; who declined never is
    /// @param missed after how many unanswered offers in a row a courier goes offline
    /// @param fresh how old the position of somebody who is asked may be, unless they look for
    ///   offers
    /// @param reach from how many seconds away couriers are asked at first
    /// @param widen after so much waiting the reach is twice as far, after as much again three
    ///   times
    /// @param silent after how long without a sign somebody who has a ride counts as lost
    public record Search(
            Duration offer,
            Duration again,
            int missed,
            Duration fresh,
            Duration reach,
            Duration widen,
            Duration silent) {}

    /// How long a ride may wait.
    ///
    /// @param margin how much earlier than the food a courier should arrive
    /// @param assumedTravel the way to the kitchen as long as nobody is free to measure it from
    /// @param noCourier after how long without a courier the operator is told
    /// @param giveUp after how long without a courier the ride fails
    /// @param moveOn how much later than planned an assigned courier may come to the restaurant, or
    ///   than the food if that is later
    /// @param moveOnLeast how long after their yes they have at least
    public record Waiting(
            Duration margin,
            Duration assumedTravel,
            Duration noCourier,
            Duration giveUp,
            Duration moveOn,
            Duration moveOnLeast) {}

    /// What a ride pays; amounts in the currency's main unit.
    ///
    /// @param base each ride
    /// @param perKm what each kilometre along streets adds
    /// @param raiseAfter after so much waiting, and again after as much, three times at most, the
    ///   pay rises
    /// @param raisePercent by so much
    public record Pay(
            BigDecimal base,
            BigDecimal perKm,
            Duration raiseAfter,
            int raisePercent,
            Shares shares) {}

    /// What is left of the pay when the order is called off before the pick-up, in percent.
    ///
    /// @param onTheWay while the courier rides to the restaurant
    /// @param atRestaurant once they are there
    public record Shares(int onTheWay, int atRestaurant) {}

    /// How long things are kept.
    ///
    /// @param positions the last position of a courier who went silent
    /// @param photos of the door
    /// @param decisions why somebody was asked
    public record Keeping(Duration positions, Duration photos, Duration decisions) {}

    public static DeliveryConfig from(Env env) {
        return new DeliveryConfig(
                decimalSeconds(env, "DELIVERY_ROUND_SECONDS", "3"),
                decimalSeconds(env, "DELIVERY_FLUSH_SECONDS", "2"),
                env.number("DELIVERY_PIN_TRIES", 5),
                env.number("DELIVERY_TROUBLES_PER_HOUR", 10),
                new Currency(env.text("CURRENCY", "EUR")),
                new Search(
                        env.seconds("DELIVERY_OFFER_SECONDS", 45),
                        env.seconds("DELIVERY_ASK_AGAIN_SECONDS", 60),
                        env.number("DELIVERY_MISSED_OFFERS", 3),
                        env.seconds("DELIVERY_FRESH_POSITION_SECONDS", 600),
                        env.seconds("DELIVERY_REACH_SECONDS", 1200),
                        env.seconds("DELIVERY_WIDEN_SECONDS", 120),
                        env.seconds("DELIVERY_SILENT_SECONDS", 300)),
                new Waiting(
                        env.seconds("DELIVERY_MARGIN_SECONDS", 60),
                        env.seconds("DELIVERY_ASSUMED_TRAVEL_SECONDS", 600),
                        env.seconds("DELIVERY_NO_COURIER_SECONDS", 300),
                        env.seconds("DELIVERY_GIVE_UP_SECONDS", 1200),
                        env.seconds("DELIVERY_MOVE_ON_SECONDS", 600),
                        env.seconds("DELIVERY_MOVE_ON_LEAST_SECONDS", 300)),
                new Pay(
                        amount(env, "DELIVERY_PAY_BASE", "3.00"),
                        amount(env, "DELIVERY_PAY_PER_KM", "0.80"),
                        env.seconds("DELIVERY_RAISE_SECONDS", 180),
                        env.number("DELIVERY_PAY_RAISE_PERCENT", 25),
                        new Shares(
                                percent(env, "DELIVERY_CANCELLED_ON_THE_WAY_PERCENT", 30),
                                percent(env, "DELIVERY_CANCELLED_AT_RESTAURANT_PERCENT", 60))),
                new Keeping(
                        Duration.ofHours(env.number("DELIVERY_KEEP_POSITIONS_HOURS", 12)),
                        Duration.ofDays(env.number("DELIVERY_KEEP_PHOTOS_DAYS", 30)),
                        Duration.ofDays(env.number("DELIVERY_KEEP_DECISIONS_DAYS", 30))));
    }

    private static BigDecimal amount(Env env, String name, String otherwise) {
        var value = env.decimal(name, otherwise);
        if (value.signum() >= 0 && value.compareTo(MOST_PAY) <= 0) return value;
        throw new IllegalStateException(
                "The setting %s must be 0 to %s, not %s.".formatted(name, MOST_PAY, value));
    }

    private static int percent(Env env, String name, int otherwise) {
        var value = env.number(name, otherwise);
        if (value >= 0 && value <= 100) return value;
        throw new IllegalStateException(
                "The setting %s must be 0 to 100, not %d.".formatted(name, value));
    }

    private static Duration decimalSeconds(Env env, String name, String otherwise) {
        var value = env.text(name, otherwise);
        try {
            var millis = Math.round(Double.parseDouble(value) * 1000);
            if (millis >= 50) return Duration.ofMillis(millis);
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalStateException(
                "The setting " + name + " must be 0.05 seconds or more, not " + value + ".");
    }
}
