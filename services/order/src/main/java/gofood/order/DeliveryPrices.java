package gofood.order;

import static java.util.Objects.requireNonNull;

import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.EstimateWish;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.OrderApi.DeliveryPrice;
import gofood.contracts.OrderApi.DeliveryPriceList;
import gofood.contracts.Point;
import gofood.contracts.RestaurantApi.Card;
import gofood.order.price.Tariff;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What bringing it to a door costs and how long it takes, for a whole list of restaurants. Each
/// neighbour is asked one question about all of them, and what it says is what a quote to the same
/// door would be told.
final class DeliveryPrices {
    private static final int MOST = 50;

    private final Clock clock;
    private final Kitchens kitchens;
    private final DoorVerdicts verdicts;
    private final ArrivalTimes times;
    private final Tariff tariff;
    private final Currency currency;

    DeliveryPrices(
            Clock clock,
            Kitchens kitchens,
            DoorVerdicts verdicts,
            ArrivalTimes times,
            OrderConfig config) {
        this.clock = clock;
        this.kitchens = kitchens;
        this.verdicts = verdicts;
        this.times = times;
        this.tariff = config.tariff();
        this.currency = config.currency();
    }

    Routes table() {
        return new Routes().get("/delivery-prices", Access.ANYONE, this::list);
    }

    private Reply list(Call call) {
        var door = LastMile.door(degrees(call, "lat", 90), degrees(call, "lon", 180));
        var asked = restaurants(call);
        var rides = rides(door, asked);
        times.learn(
                rides.values().stream()
                        .filter(ride -> ride.card.openNow())
                        .map(ride -> ride.wish(door))
                        .toList());
        return Reply.ok(
                new DeliveryPriceList(
                        asked.stream().map(id -> price(id, door, rides.get(id))).toList()));
    }

    /// A restaurant that delivers to the door.
    private record Ride(Card card, ZoneVerdict verdict) {
        EstimateWish wish(Point door) {
            return LastMile.wish(kitchen(card), door, card.preparationMinutes());
        }

        int metres() {
            return requireNonNull(verdict.metres());
        }

        int seconds() {
            return requireNonNull(verdict.seconds());
        }
    }

    private Map<Long, Ride> rides(Point door, List<Long> asked) {
        var cards = kitchens.all();
        var known = asked.stream().filter(cards::containsKey).map(cards::get).toList();
        if (known.isEmpty()) return Map.of();
        var told = verdicts.of(door, known.stream().map(DeliveryPrices::kitchen).toList());
        var rides = new LinkedHashMap<Long, Ride>();
        for (var card : known) {
            var verdict = requireNonNull(told.get(card.restaurantId()));
            if (verdict.verdict() == Verdict.DELIVERS)
                rides.put(card.restaurantId(), new Ride(card, verdict));
        }
        return rides;
    }

    private static Kitchen kitchen(Card card) {
        return LastMile.kitchen(card.restaurantId(), card.address());
    }

    private DeliveryPrice price(long id, Point door, @Nullable Ride ride) {
        if (ride == null) return new DeliveryPrice(id, false, null, currency.code(), null);
        var card = ride.card;
        var local = new Currency(card.currency());
        var time = clock.instant().atZone(ZoneId.of(card.timeZone())).toLocalTime();
        var fee = tariff.delivery(local, ride.metres(), time);
        return new DeliveryPrice(
                id, true, fee, local.code(), card.openNow() ? eta(ride, door) : null);
    }

    private Eta eta(Ride ride, Point door) {
        return times.known(ride.wish(door))
                .orElseGet(() -> times.reckoned(ride.card.preparationMinutes(), ride.seconds()));
    }

    private static double degrees(Call call, String name, int most) {
        return call.queryDecimal(name)
                .filter(value -> Math.abs(value) <= most)
                .orElseThrow(() ->
                        Refused.invalid(name, "must be -%d to %d degrees".formatted(most, most)));
    }

    private static List<Long> restaurants(Call call) {
        var text = call.query("restaurants").orElse("");
        var ids =
                text.matches("\\d{1,18}(,\\d{1,18})*")
                        ? Arrays.stream(text.split(",")).map(Long::valueOf).distinct().toList()
                        : List.<Long>of();
        if (ids.isEmpty() || ids.size() > MOST)
            throw Refused.invalid(
                    "restaurants", "must be 1 to %d numbers with commas between".formatted(MOST));
        return ids;
    }
}
