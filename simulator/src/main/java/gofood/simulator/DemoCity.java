package gofood.simulator;

import gofood.contracts.CityApi.CityInfo;
import gofood.contracts.CityApi.EatingPlace;
import gofood.contracts.CityApi.PlaceList;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.NewPromotion;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.contracts.Point;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.contracts.RestaurantApi.RestaurantList;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/// Fills an empty platform with a city: every place to eat that the map knows, with a menu, and the
/// people of the demo. Loading again, also after an interruption, adds only what is missing.
public final class DemoCity {
    /// One after another, so that a place has the same number on every laptop.
    private static final int AT_ONCE = 1;

    private static final int MOST_PAGES = 1000;

    /// A large city has thousands of places to eat; a demo needs no more than the middle of it.
    private static final int MOST_PLACES = 300;

    /// Two restaurants of one name nearer than this are the same.
    private static final double SAME_PLACE_METRES = 1;

    private final Api operator;
    private final Restaurateur restaurateur;
    private final DemoPeople people;
    private final int most;

    private DemoCity(Api operator, Restaurateur restaurateur, DemoPeople people, int most) {
        this.operator = operator;
        this.restaurateur = restaurateur;
        this.people = people;
        this.most = most;
    }

    /// What is there now.
    public record Loaded(int restaurants, int dishes, int people) {}

    /// @param operatorEmail an account with the role operator
    /// @throws ApiFailure when the gateway can't be reached, or refuses
    public static Loaded load(URI gateway, String operatorEmail, String operatorPassword) {
        return load(gateway, operatorEmail, operatorPassword, MOST_PLACES);
    }

    /// @param most restaurants, those nearest to the city's centre
    public static Loaded load(
            URI gateway, String operatorEmail, String operatorPassword, int most) {
        var visitor = new Api(gateway);
        var operator = visitor.signIn(operatorEmail, operatorPassword);
        var people = new DemoPeople(visitor, operator, Clock.systemUTC());
        return new DemoCity(operator, new Restaurateur(MenuBook.read()), people, most).load();
    }

    private Loaded load() {
        var city = operator.get("/map").as(CityInfo.class);
        var places = central(operator.get("/places").as(PlaceList.class).places(), city.centre());
        var known = restaurants();
        var menus =
                places.stream()
                        .gather(Gatherers.mapConcurrent(AT_ONCE, place -> menu(place, known)))
                        .toList();
        var dishes =
                menus.stream()
                        .flatMap(menu -> menu.sections().stream())
                        .mapToInt(section -> section.items().size())
                        .sum();
        promotions().forEach(this::promote);
        var arrived = people.arrive(city, menus.stream().map(Menu::restaurantId).toList());
        return new Loaded(menus.size(), dishes, arrived);
    }

    /// A fifth off the first order, and free delivery of large ones.
    private static List<NewPromotion> promotions() {
        return List.of(
                new NewPromotion(
                        "BONJOUR",
                        PromotionKind.PERCENT,
                        20,
                        null,
                        Money.cents(800),
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        Liable.PLATFORM),
                new NewPromotion(
                        "LIVRAISON",
                        PromotionKind.FREE_DELIVERY,
                        null,
                        null,
                        null,
                        Money.cents(2500),
                        null,
                        null,
                        null,
                        null,
                        null,
                        Liable.PLATFORM));
    }

    private void promote(NewPromotion promotion) {
        DemoPeople.unlessThere(() ->
                operator.post("/promotions", promotion, "demo-promotion-" + promotion.code()));
    }

    /// In the map's order, so that numbers stay where nothing has to be left out.
    private List<EatingPlace> central(List<EatingPlace> places, Point centre) {
        if (places.size() <= most) return places;
        var chosen =
                places.stream()
                        .sorted(
                                Comparator.comparingDouble(place ->
                                        place.address().metresTo(centre.lat(), centre.lon())))
                        .limit(most)
                        .collect(Collectors.toSet());
        return places.stream().filter(chosen::contains).toList();
    }

    private List<Card> restaurants() {
        var cards = new ArrayList<Card>();
        var path = "/restaurants";
        for (int page = 0; page < MOST_PAGES; page++) {
            var list = operator.get(path).as(RestaurantList.class);
            cards.addAll(list.restaurants());
            var next = list.nextCursor();
            if (next == null) break;
            path = "/restaurants?cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        return cards;
    }

    private Menu menu(EatingPlace place, List<Card> known) {
        var restaurant = restaurateur.open(place);
        return known.stream()
                .filter(card -> isAt(card, restaurant))
                .findFirst()
                .map(card -> operator.get("/restaurants/" + card.restaurantId()))
                .orElseGet(() -> operator.post("/restaurants", restaurant, key(place)))
                .as(Menu.class);
    }

    private static boolean isAt(Card card, NewRestaurant restaurant) {
        var there = restaurant.address();
        return card.name().equals(restaurant.name())
                && card.address().metresTo(there.lat(), there.lon()) < SAME_PLACE_METRES;
    }

    /// The list above may be a moment old; with this key the platform itself creates only once.
    private static String key(EatingPlace place) {
        return "demo-" + place.osmId().replace('/', '-');
    }
}
