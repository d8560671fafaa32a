package gofood.delivery;

import gofood.platform.run.Env;
import java.time.Duration;

/// The limits of dispatch, read at start.
///
/// @param offer how long a courier may think about an offer
/// @param retry how often a ride without a courier looks again
/// @param askAgain how long somebody who said no, or nothing, isn't asked again for that ride
/// @param noCourier after how long without a courier the operator is told
/// @param giveUp after how long without a courier the ride fails
/// @param moveOn how long an assigned courier may take to the restaurant
/// @param freshPosition how old the position of somebody who is asked may be
/// @param margin how much earlier than the food a courier should arrive
/// @param assumedTravel the way to the kitchen as long as nobody is free to measure it from
/// @param reachMetres how far from the kitchen couriers are asked
/// @param missedOffers after how many unanswered offers in a row a courier goes offline
/// @param pinTries how many wrong PINs the door takes
/// @param payBaseMinor what each ride pays, in minor units of the currency
/// @param payPerKmMinor what each kilometre adds
/// @param currency ISO 4217
record DeliveryConfig(
        Duration offer,
        Duration retry,
        Duration askAgain,
        Duration noCourier,
        Duration giveUp,
        Duration moveOn,
        Duration freshPosition,
        Duration margin,
        Duration assumedTravel,
        int reachMetres,
        int missedOffers,
        int pinTries,
        long payBaseMinor,
        long payPerKmMinor,
        String currency) {
    static DeliveryConfig from(Env env) {
        return new DeliveryConfig(
                env.seconds("DELIVERY_OFFER_SECONDS", 45),
                env.seconds("DELIVERY_RETRY_SECONDS", 5),
                env.seconds("DELIVERY_ASK_AGAIN_SECONDS", 60),
                env.seconds("DELIVERY_NO_COURIER_SECONDS", 300),
                env.seconds("DELIVERY_GIVE_UP_SECONDS", 1200),
                env.seconds("DELIVERY_MOVE_ON_SECONDS", 1200),
                env.seconds("DELIVERY_FRESH_POSITION_SECONDS", 600),
                env.seconds("DELIVERY_MARGIN_SECONDS", 120),
                env.seconds("DELIVERY_ASSUMED_TRAVEL_SECONDS", 600),
                env.number("DELIVERY_REACH_METRES", 20_000),
                env.number("DELIVERY_MISSED_OFFERS", 3),
                env.number("DELIVERY_PIN_TRIES", 5),
                env.number("DELIVERY_PAY_BASE_MINOR", 300),
                env.number("DELIVERY_PAY_PER_KM_MINOR", 80),
                env.text("CURRENCY", "EUR"));
    }
}
