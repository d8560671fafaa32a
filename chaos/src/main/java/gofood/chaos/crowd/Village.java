package gofood.chaos.crowd;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Day;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.NewItem;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.contracts.RestaurantApi.NewSection;
import gofood.contracts.RestaurantApi.Opening;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.Vehicle;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The people of a run and their kitchens, which never close.
public final class Village {
    private static final String PASSWORD = "chaos-people-1";
    private static final Address KITCHEN = new Address(43.7308, 7.4226, "3 Rue Basse");

    private final Phone operator;
    private final String tag = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final Set<Long> cooked = ConcurrentHashMap.newKeySet();
    private final List<Menu> menus = new ArrayList<>();
    private final List<Diner> diners = new ArrayList<>();
    private final List<Cook> cooks = new ArrayList<>();
    private final List<Bringer> couriers = new ArrayList<>();

    private Village(Phone operator) {
        this.operator = operator;
    }

    /// @param size how many kitchens; there are three times as many customers and couriers
    public static Village settle(Phone operator, int size) {
        var village = new Village(operator);
        for (var i = 0; i < size; i++) {
            var menu = village.open(i);
            village.menus.add(menu);
            var staff = village.join("cook" + i, Role.STAFF, menu.restaurantId());
            village.cooks.add(new Cook(staff, menu, village.cooked));
        }
        for (var i = 0; i < 3 * size; i++) {
            village.diners.add(new Diner(village.join("diner" + i, Role.CUSTOMER, null)));
            village.couriers.add(village.signUp(i));
        }
        return village;
    }

    private Menu open(int number) {
        var dishes =
                List.of(
                        dish("Margherita", Money.cents(1399)),
                        dish("Socca", Money.cents(990)),
                        dish("Pan bagnat", Money.cents(875)));
        var kitchen =
                new NewRestaurant(
                        "Chez Chaos " + number,
                        "Never closed",
                        "italian",
                        KITCHEN,
                        null,
                        1,
                        Money.cents(500),
                        roundTheClock(),
                        null,
                        List.of(new NewSection("Dishes", dishes)));
        var menu = must(operator.post("settle", "/restaurants", kitchen)).json();
        var ids = new ArrayList<String>();
        for (var item : menu.at("/sections/0/items")) ids.add(item.path("item_id").asText());
        return new Menu(menu.path("restaurant_id").asLong(), List.copyOf(ids));
    }

    private static NewItem dish(String name, Money price) {
        return new NewItem(null, name, "Fresh", price, null, null, null, null, null, null);
    }

    private static Hours roundTheClock() {
        var always =
                Arrays.stream(Day.values())
                        .map(day -> new Opening(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                        .toList();
        return new Hours(always, List.of());
    }

    private Phone join(String name, Role role, @Nullable Long restaurant) {
        var email = name + tag + "@example.test";
        var works = restaurant == null ? null : Set.of(restaurant);
        must(
                operator.post(
                        "settle",
                        "/users",
                        new NewUser(name, email, PASSWORD, null, Set.of(role), works)));
        return operator.of(email, PASSWORD, operator);
    }

    private Bringer signUp(int number) {
        var phone = join("courier" + number, Role.COURIER, null);
        var ride = new NewCourier(null, "Max " + number, Vehicle.BICYCLE, null);
        var signedUp = must(phone.post("settle", "/couriers", ride));
        return new Bringer(phone, signedUp.json().path("courier_id").asLong(), cooked);
    }

    private static Phone.Answered must(Phone.Answered answer) {
        if (answer.isGood()) return answer;
        throw new IllegalStateException(
                "the village cannot be settled: %d %s".formatted(answer.status(), answer.text()));
    }

    public Phone operator() {
        return operator;
    }

    /// Whether kitchens say no to whatever comes: of what comes in an overload, nobody could cook a
    /// tenth.
    public void closeEarly(boolean early) {
        for (var cook : cooks) cook.closeEarly(early);
    }

    List<Menu> menus() {
        return menus;
    }

    List<Diner> diners() {
        return diners;
    }

    List<Cook> cooks() {
        return cooks;
    }

    List<Bringer> couriers() {
        return couriers;
    }
}
