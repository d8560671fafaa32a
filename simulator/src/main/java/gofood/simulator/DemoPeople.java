package gofood.simulator;

import gofood.contracts.Address;
import gofood.contracts.CityApi.AddressHit;
import gofood.contracts.CityApi.CityInfo;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Shift;
import gofood.contracts.Point;
import gofood.contracts.UserApi.AddressBook;
import gofood.contracts.UserApi.NewAddress;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.Vehicle;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The people of the demo: a customer, a kitchen and five couriers, all with one known password.
/// One courier is on shift, so that whoever tries the demo with that account gets the rides. Who is
/// there already is left as they are.
final class DemoPeople {
    private static final String PASSWORD = "gofood-demo";

    /// The contract's limit on the restaurants of one person.
    private static final int MOST_RESTAURANTS = 1000;

    /// How far couriers stand from the middle, about 500 m.
    private static final double STEP_DEGREES = 0.0045;

    private static final double MONACO_METRES = 10_000;

    /// Where people are in the city that the demo was made for.
    private static final Address MONACO_HOME =
            new Address(43.7393, 7.4277, "Place du Casino, Monaco");

    private static final List<Point> MONACO =
            List.of(
                    new Point(43.7384, 7.4246),
                    new Point(43.7290, 7.4160),
                    new Point(43.7347, 7.4208),
                    new Point(43.7467, 7.4330),
                    new Point(43.7332, 7.4137));

    private record Rider(String account, String name, Vehicle vehicle, boolean onShift) {}

    private static final List<Rider> RIDERS =
            List.of(
                    new Rider("courier", "Luca Ferrero", Vehicle.BICYCLE, true),
                    new Rider("courier2", "Inès Martin", Vehicle.SCOOTER, false),
                    new Rider("courier3", "Tom Berger", Vehicle.BICYCLE, false),
                    new Rider("courier4", "Sofia Costa", Vehicle.SCOOTER, false),
                    new Rider("courier5", "Noé Lambert", Vehicle.BICYCLE, false));

    private final Api visitor;
    private final Api operator;
    private final Clock clock;

    DemoPeople(Api visitor, Api operator, Clock clock) {
        this.visitor = visitor;
        this.operator = operator;
        this.clock = clock;
    }

    /// @param restaurants where the kitchen's account works
    /// @return how many people there are now
    int arrive(CityInfo city, List<Long> restaurants) {
        signUp("customer", "Camille Rossi", Role.CUSTOMER, null);
        signIn("customer").ifPresent(customer -> moveIn(customer, city));
        var workplaces = restaurants.stream().limit(MOST_RESTAURANTS).toList();
        signUp("kitchen", "Karim Benali", Role.STAFF, new TreeSet<>(workplaces));
        var spots = isMonaco(city) ? MONACO : around(city.centre());
        for (int i = 0; i < RIDERS.size(); i++) {
            var rider = RIDERS.get(i);
            var spot = spots.get(i);
            signUp(rider.account, rider.name, Role.COURIER, null);
            signIn(rider.account).ifPresent(courier -> settleIn(courier, rider, spot));
        }
        return 2 + RIDERS.size();
    }

    private void signUp(String account, String name, Role role, @Nullable Set<Long> restaurants) {
        var person = new NewUser(name, email(account), PASSWORD, null, Set.of(role), restaurants);
        unlessThere(() -> operator.post("/users", person));
    }

    /// Nobody, if the account is older and has another password by now.
    private Optional<Api> signIn(String account) {
        try {
            return Optional.of(visitor.signIn(email(account), PASSWORD));
        } catch (ApiFailure failure) {
            if (failure.status() != 401) throw failure;
            return Optional.empty();
        }
    }

    private static void moveIn(Api customer, CityInfo city) {
        var path = "/users/%d/addresses".formatted(customer.userId());
        if (!customer.get(path).as(AddressBook.class).addresses().isEmpty()) return;
        var home = isMonaco(city) ? MONACO_HOME : addressOf(customer, city.centre());
        customer.post(path, new NewAddress("Home", home), "demo-home");
    }

    private static Address addressOf(Api customer, Point point) {
        var path = "/addresses/nearest?lat=%s&lon=%s".formatted(point.lat(), point.lon());
        return customer.get(path).as(AddressHit.class).address();
    }

    /// Whether the demo's own home lies on this map.
    private static boolean isMonaco(CityInfo city) {
        var box = city.bounds();
        return box.get(0) <= MONACO_HOME.lon()
                && box.get(1) <= MONACO_HOME.lat()
                && box.get(2) >= MONACO_HOME.lon()
                && box.get(3) >= MONACO_HOME.lat()
                && MONACO_HOME.metresTo(city.centre().lat(), city.centre().lon()) < MONACO_METRES;
    }

    private static List<Point> around(Point centre) {
        var lat = centre.lat();
        var lon = centre.lon();
        return List.of(
                centre,
                new Point(lat + STEP_DEGREES, lon),
                new Point(lat - STEP_DEGREES, lon),
                new Point(lat, lon + STEP_DEGREES),
                new Point(lat, lon - STEP_DEGREES));
    }

    private void settleIn(Api courier, Rider rider, Point spot) {
        var how = new NewCourier(null, rider.name, rider.vehicle, null);
        unlessThere(() -> courier.post("/couriers", how));
        var path = "/couriers/%d".formatted(courier.userId());
        courier.put(path + "/shift", new Shift(rider.onShift));
        var here = new Ping(spot.lat(), spot.lon(), clock.instant());
        courier.post(path + "/positions", new Positions(List.of(here)));
    }

    static void unlessThere(Runnable creation) {
        try {
            creation.run();
        } catch (ApiFailure failure) {
            if (failure.status() != 409) throw failure;
        }
    }

    private static String email(String account) {
        return account + "@gofood.test";
    }
}
