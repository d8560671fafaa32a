package gofood.simulator;

import gofood.contracts.CityApi.EatingPlace;
import gofood.contracts.CityApi.PlaceList;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.contracts.RestaurantApi.RestaurantList;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;

/// Fills an empty platform with a city: every place to eat that the map knows, with a menu, and the
/// people of the demo. Loading again, also after an interruption, adds only what is missing.
public final class DemoCity {
    /// One after another, so that a place has the same number on every laptop.
    private static final int AT_ONCE = 1;

    private static final int MOST_PAGES = 1000;

    /// Two restaurants of one name nearer than this are the same.
    private static final double SAME_PLACE_METRES = 1;

    private final Api operator;
    private final Restaurateur restaurateur;
    private final DemoPeople people;

    private DemoCity(Api operator, Restaurateur restaurateur, DemoPeople people) {
        this.operator = operator;
        this.restaurateur = restaurateur;
        this.people = people;
    }

    /// What is there now.
    public record Loaded(int restaurants, int dishes, int people) {}

    /// @param operatorEmail an account with the role operator
    /// @throws ApiFailure when the gateway can't be reached, or refuses
    public static Loaded load(URI gateway, String operatorEmail, String operatorPassword) {
        var visitor = new Api(gateway);
        var operator = visitor.signIn(operatorEmail, operatorPassword);
        var people = new DemoPeople(visitor, operator, Clock.systemUTC());
        return new DemoCity(operator, new Restaurateur(MenuBook.read()), people).load();
    }

    private Loaded load() {
        var places = operator.get("/places").as(PlaceList.class).places();
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
        var arrived = people.arrive(menus.stream().map(Menu::restaurantId).toList());
        return new Loaded(menus.size(), dishes, arrived);
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
