package gofood.delivery.ride;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.delivery.DeliveryConfig.Shares;
import gofood.delivery.ride.RideEvent.Cancel;
import gofood.delivery.ride.RideState.Assigned;
import gofood.delivery.ride.RideState.AtDoor;
import gofood.delivery.ride.RideState.AtRestaurant;
import gofood.delivery.ride.RideState.Cancelled;
import gofood.delivery.ride.RideState.Delivered;
import gofood.delivery.ride.RideState.Offered;
import gofood.delivery.ride.RideState.PickedUp;
import gofood.delivery.ride.RideState.Returned;
import gofood.delivery.ride.RideState.Waiting;

/// What a courier has earned with a step of their ride.
///
/// @param percent of the pay that was agreed
/// @param why in a sentence
record Earning(int percent, String why) {
    private static final Earning NOTHING = new Earning(0, "");

    private record Step(RideState before, RideState now) {}

    /// A ride that its courier gave back, or that was taken from them by an operator or for their
    /// silence, earns nothing, however far they had come to the restaurant. With the food in their
    /// bag a ride can't be taken away any more (see [Ride#next]), and earns all of it, unless the
    /// order came to nothing by their own fault, such as by their never arriving.
    static Earning of(RideState before, RideState now, RideEvent event, Shares shares) {
        if (event instanceof Cancel(var liable) && liable == Liable.COURIER) return NOTHING;
        return switch (new Step(before, now)) {
            case Step(_, Delivered _) -> new Earning(100, "Delivered.");
            case Step(_, Returned _) ->
                    new Earning(100, "Cancelled after the pick-up, and brought back.");
            case Step(AtRestaurant _, Cancelled _) ->
                    new Earning(
                            shares.atRestaurant(),
                            "Cancelled at the restaurant: %d %% of the pay."
                                    .formatted(shares.atRestaurant()));
            case Step(Assigned _, Cancelled _) ->
                    new Earning(
                            shares.onTheWay(),
                            "Cancelled on the way to the restaurant: %d %% of the pay."
                                    .formatted(shares.onTheWay()));
            // nobody had it yet
            case Step(Waiting _, Cancelled _), Step(Offered _, Cancelled _) -> NOTHING;
            // doesn't happen: who has the food brings it back, and what is over stays so
            case Step(PickedUp _, Cancelled _), Step(AtDoor _, Cancelled _) -> NOTHING;
            case Step(Delivered _, Cancelled _), Step(Returned _, Cancelled _) -> NOTHING;
            case Step(Cancelled _, Cancelled _) -> NOTHING;
            // given back or taken away
            case Step(_, Waiting _), Step(_, Offered _) -> NOTHING;
            // not over yet
            case Step(_, Assigned _), Step(_, AtRestaurant _) -> NOTHING;
            case Step(_, PickedUp _), Step(_, AtDoor _) -> NOTHING;
        };
    }

    /// Rounded up to a coin.
    Money of(Money agreed, Currency currency) {
        return currency.ofCoins(Math.ceilDiv(currency.coins(agreed) * percent, 100L));
    }
}
