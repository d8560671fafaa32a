package gofood.order;

import static java.util.Objects.requireNonNull;

import gofood.contracts.Address;
import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.DeliveryApi.EstimateWish;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Point;
import gofood.contracts.RestaurantApi.Menu;
import gofood.platform.wire.Refused;

/// The way from a kitchen to a door. The city says whether the kitchen delivers there and how far
/// that is along streets, and without it nothing is sold; the delivery service says when an order
/// would come, and without it we reckon ourselves. Both are asked side by side.
///
/// Doors count as the same within about ten metres, so that what is answered for a quote does for
/// the order after it.
final class LastMile {
    private static final double DOORS_PER_DEGREE = 10_000;

    private final DoorVerdicts verdicts;
    private final ArrivalTimes times;

    LastMile(DoorVerdicts verdicts, ArrivalTimes times) {
        this.verdicts = verdicts;
        this.times = times;
    }

    /// @param metres along streets
    record Way(long metres, Eta eta) {}

    /// @throws Refused 422 when this kitchen never delivers there, 409 when it doesn't now, 503
    ///   when nobody can say
    Way between(Menu menu, Address address) {
        var kitchen = kitchen(menu.restaurantId(), menu.address());
        var door = door(address);
        var estimate = times.ask(wish(kitchen, door, menu.preparationMinutes()));
        var verdict = verdicts.of(door, kitchen);
        return switch (verdict.verdict()) {
            case DELIVERS -> {
                var seconds = requireNonNull(verdict.seconds());
                var eta =
                        estimate.join()
                                .orElseGet(
                                        () -> times.reckoned(menu.preparationMinutes(), seconds));
                yield new Way(requireNonNull(verdict.metres()), eta);
            }
            case TOO_FAR -> throw tooFar(menu, verdict);
            case RESTRICTED ->
                    throw notNow("zone_restricted", menu.name() + " delivers only nearby", verdict);
            case PAUSED -> throw notNow("zone_paused", menu.name() + " does not deliver", verdict);
            case UNREACHABLE ->
                    throw new Refused(
                            422,
                            "unreachable",
                            "No street leads from " + menu.name() + " to this address.");
            case OUTSIDE_CITY ->
                    throw new Refused(
                            422, "outside_city", "This address is outside of the city we serve.");
        };
    }

    static Kitchen kitchen(long restaurantId, Address address) {
        return new Kitchen(restaurantId, address.lat(), address.lon());
    }

    static EstimateWish wish(Kitchen kitchen, Point door, int preparationMinutes) {
        var from = new Point(kitchen.lat(), kitchen.lon());
        return new EstimateWish(kitchen.restaurantId(), from, door, preparationMinutes);
    }

    /// A door, as exact as is told apart here.
    static Point door(Address address) {
        return door(address.lat(), address.lon());
    }

    static Point door(double lat, double lon) {
        return new Point(rounded(lat), rounded(lon));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DOORS_PER_DEGREE) / DOORS_PER_DEGREE;
    }

    /// The city need not say how far it is when it is farther than anybody delivers.
    private static Refused tooFar(Menu menu, ZoneVerdict verdict) {
        var seconds = verdict.seconds();
        var metres = verdict.metres();
        if (seconds == null || metres == null)
            return new Refused(422, "too_far", menu.name() + " does not deliver that far.");
        return new Refused(
                        422,
                        "too_far",
                        "This address is %d minutes' ride away; %s does not deliver that far."
                                .formatted(Math.ceilDiv(seconds, 60), menu.name()))
                .with("travel_seconds", seconds)
                .with("distance_metres", metres);
    }

    private static Refused notNow(String code, String what, ZoneVerdict verdict) {
        var until = verdict.until();
        var reason = verdict.reason();
        var refused =
                Refused.conflict(
                        code,
                        what
                                + (until == null ? " for now" : " until " + until)
                                + (reason == null ? "." : ": " + reason));
        if (until != null) refused = refused.with("until", until);
        return reason == null ? refused : refused.with("reason", reason);
    }
}
