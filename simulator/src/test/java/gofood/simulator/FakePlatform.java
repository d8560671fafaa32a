package gofood.simulator;

import gofood.contracts.Address;
import gofood.contracts.CityApi.AddressHit;
import gofood.contracts.CityApi.CityInfo;
import gofood.contracts.CityApi.EatingPlace;
import gofood.contracts.CityApi.PlaceList;
import gofood.contracts.DeliveryApi.Courier;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Shift;
import gofood.contracts.OrderApi.NewPromotion;
import gofood.contracts.Point;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.NewItem;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.contracts.RestaurantApi.Section;
import gofood.contracts.RestaurantApi.TaxClass;
import gofood.contracts.UserApi.AddressBook;
import gofood.contracts.UserApi.NewAddress;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.SavedAddress;
import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.SignIn;
import gofood.contracts.UserApi.User;
import gofood.contracts.Vehicle;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import gofood.simulator.FakeGateway.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A platform small enough to see through: it keeps what it is told and refuses what the real one
/// would refuse.
final class FakePlatform {
    private static final int PAGE = 3;

    final List<EatingPlace> places = new ArrayList<>();
    final Map<Long, NewRestaurant> restaurants = new HashMap<>();
    final Map<String, NewUser> users = new HashMap<>();
    final Map<String, NewAddress> addresses = new HashMap<>();
    final Map<String, NewCourier> couriers = new HashMap<>();
    final Map<String, Positions> positions = new HashMap<>();
    final Set<String> onShift = new HashSet<>();
    private final Map<String, Request> byKey = new HashMap<>();
    private final List<String> accounts = new ArrayList<>();
    boolean listIsStale;
    final Set<String> promotions = new TreeSet<>();
    CityInfo city = city(43.7384, 7.4246);

    FakePlatform() {
        users.put(
                "operator@gofood.test",
                new NewUser(
                        "Op",
                        "operator@gofood.test",
                        "gofood-demo",
                        null,
                        Set.of(Role.OPERATOR),
                        null));
        accounts.add("operator@gofood.test");
    }

    static CityInfo city(double lat, double lon) {
        var bounds = List.of(lon - 0.03, lat - 0.03, lon + 0.03, lat + 0.03);
        return new CityInfo("City", new Point(lat, lon), bounds, List.of(Vehicle.BICYCLE), "©");
    }

    EatingPlace place(String id, String name, @Nullable String hours) {
        var at = new Address(43.73 + places.size() * 0.001, 7.42, "Rue " + id);
        var place = new EatingPlace("node/" + id, name, "restaurant", null, at, hours, null);
        places.add(place);
        return place;
    }

    synchronized Object answer(Request request) {
        var line = request.line().split("[ /?=]+", -1);
        var method = line[0];
        if (method.equals("POST") && line[1].equals("sessions")) return session(request);
        if (request.who().equals("nobody")) throw new Refused(401, "unauthorized", "Sign in.");
        return switch (method + " " + line[1]) {
            case "GET map" -> city;
            case "GET addresses" ->
                    new AddressHit(new Address(50.1, 8.6, "Am Markt 1"), true, false, 0L);
            case "GET places" -> new PlaceList(places);
            case "GET restaurants" ->
                    line.length > 2 && !line[2].equals("cursor")
                            ? menu(Long.parseLong(line[2]))
                            : page(line.length > 2 ? Integer.parseInt(line[3]) : 0);
            case "POST restaurants" -> restaurant(request);
            case "POST promotions" -> promotion(request);
            case "POST users" -> line.length > 2 ? address(request) : user(request);
            case "GET users" -> addressBook(request.who());
            case "POST couriers" -> line.length > 2 ? ping(request) : courier(request);
            case "PUT couriers" -> shift(request);
            default -> throw new Refused(404, "not_found", "Nothing here: " + request.line());
        };
    }

    private Object promotion(Request request) {
        operatorOnly(request);
        if (!promotions.add(Json.readRequest(request.body(), NewPromotion.class).code()))
            throw Refused.conflict("promotion_exists", "There is one with this code.");
        return Map.of();
    }

    private Session session(Request request) {
        var signIn = Json.readRequest(request.body(), SignIn.class);
        var user = users.get(signIn.email());
        if (user == null || !user.password().equals(signIn.password()))
            throw new Refused(401, "wrong_credentials", "E-mail or password is wrong.");
        return new Session("token-of-" + user.email(), "r", 600, view(user));
    }

    private User view(NewUser user) {
        return new User(
                accounts.indexOf(user.email()) + 1L,
                user.name(),
                user.email(),
                user.phone(),
                Objects.requireNonNull(user.roles()),
                Objects.requireNonNullElse(user.restaurants(), Set.of()),
                Instant.EPOCH,
                1);
    }

    private RestaurantList page(int from) {
        if (listIsStale) return new RestaurantList(List.of(), null);
        var cards =
                restaurants.keySet().stream()
                        .sorted()
                        .skip(from)
                        .limit(PAGE)
                        .map(this::card)
                        .toList();
        var next = from + PAGE;
        return new RestaurantList(cards, next < restaurants.size() ? "" + next : null);
    }

    private Card card(long id) {
        var it = Objects.requireNonNull(restaurants.get(id));
        return new Card(
                id,
                it.name(),
                null,
                it.cuisine(),
                it.address(),
                true,
                null,
                1,
                Objects.requireNonNull(it.minimumOrder()),
                "EUR",
                null,
                null,
                null,
                "Europe/Monaco",
                null);
    }

    private Menu menu(long id) {
        var it = Objects.requireNonNull(restaurants.get(id));
        var sections =
                Objects.requireNonNull(it.sections()).stream()
                        .map(section ->
                                new Section(
                                        section.name(),
                                        section.items().stream().map(FakePlatform::item).toList()))
                        .toList();
        return new Menu(
                id,
                it.name(),
                null,
                it.cuisine(),
                it.address(),
                null,
                true,
                null,
                new Hours(List.of(), List.of()),
                "Europe/Monaco",
                1,
                Objects.requireNonNull(it.minimumOrder()),
                8,
                "EUR",
                null,
                1,
                sections);
    }

    private static Item item(NewItem item) {
        return new Item(
                "1",
                Objects.requireNonNull(item.name()),
                "",
                Objects.requireNonNull(item.price()),
                TaxClass.PREPARED,
                true,
                null,
                List.of(),
                List.of());
    }

    private Menu restaurant(Request request) {
        operatorOnly(request);
        var wanted = Json.readRequest(request.body(), NewRestaurant.class);
        var before = byKey.putIfAbsent(Objects.requireNonNull(request.key()), request);
        if (before != null && !Arrays.equals(before.body(), request.body()))
            throw new Refused(422, "key_reused", "This key was used with another body.");
        if (before == null) restaurants.put(restaurants.size() + 1L, wanted);
        return restaurants.entrySet().stream()
                .filter(entry -> entry.getValue().equals(wanted))
                .findFirst()
                .map(entry -> menu(entry.getKey()))
                .orElseThrow();
    }

    private User user(Request request) {
        operatorOnly(request);
        var user = Json.readRequest(request.body(), NewUser.class);
        if (users.putIfAbsent(user.email(), user) != null)
            throw new Refused(409, "email_taken", "There is an account with this e-mail.");
        accounts.add(user.email());
        return view(user);
    }

    private AddressBook addressBook(String who) {
        var address = addresses.get(who);
        return new AddressBook(
                address == null
                        ? List.of()
                        : List.of(new SavedAddress(1, address.label(), address.address())));
    }

    private SavedAddress address(Request request) {
        var address = Json.readRequest(request.body(), NewAddress.class);
        addresses.put(request.who(), address);
        return new SavedAddress(1, address.label(), address.address());
    }

    private Courier courier(Request request) {
        var courier = Json.readRequest(request.body(), NewCourier.class);
        if (couriers.putIfAbsent(request.who(), courier) != null)
            throw new Refused(409, "already_courier", "You are a courier already.");
        return new Courier(
                1, courier.name(), courier.vehicle(), 2, false, null, null, null, null, List.of());
    }

    private Map<String, Object> shift(Request request) {
        if (Json.readRequest(request.body(), Shift.class).online()) onShift.add(request.who());
        return Map.of();
    }

    private Map<String, Object> ping(Request request) {
        positions.put(request.who(), Json.readRequest(request.body(), Positions.class));
        return Map.of();
    }

    private static void operatorOnly(Request request) {
        if (!request.who().equals("operator@gofood.test"))
            throw new Refused(403, "forbidden", "Only an operator may do this.");
    }
}
