package gofood.simulator;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Shift;
import gofood.contracts.DeliveryApi.Vehicle;
import gofood.contracts.UserApi.AddressBook;
import gofood.contracts.UserApi.NewAddress;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
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

    private static final NewAddress HOME =
            new NewAddress("Home", new Address(43.7393, 7.4277, "Place du Casino, Monaco"));

    private record Rider(
            String account,
            String name,
            Vehicle vehicle,
            boolean onShift,
            double lat,
            double lon) {}

    private static final List<Rider> RIDERS =
            List.of(
                    new Rider("courier", "Luca Ferrero", Vehicle.BICYCLE, true, 43.7384, 7.4246),
                    new Rider("courier2", "Inès Martin", Vehicle.SCOOTER, false, 43.7290, 7.4160),
                    new Rider("courier3", "Tom Berger", Vehicle.BICYCLE, false, 43.7347, 7.4208),
                    new Rider("courier4", "Sofia Costa", Vehicle.SCOOTER, false, 43.7467, 7.4330),
                    new Rider("courier5", "Noé Lambert", Vehicle.BICYCLE, false, 43.7332, 7.4137));

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
    int arrive(List<Long> restaurants) {
        signUp("customer", "Camille Rossi", Role.CUSTOMER, null);
        signIn("customer").ifPresent(DemoPeople::moveIn);
        var workplaces = restaurants.stream().limit(MOST_RESTAURANTS).toList();
        signUp("kitchen", "Karim Benali", Role.STAFF, new TreeSet<>(workplaces));
        for (var rider : RIDERS) {
            signUp(rider.account, rider.name, Role.COURIER, null);
            signIn(rider.account).ifPresent(courier -> settleIn(courier, rider));
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

    private static void moveIn(Api customer) {
        var path = "/users/%d/addresses".formatted(customer.userId());
        if (customer.get(path).as(AddressBook.class).addresses().isEmpty())
            customer.post(path, HOME, "demo-home");
    }

    private void settleIn(Api courier, Rider rider) {
        var how = new NewCourier(null, rider.name, rider.vehicle);
        unlessThere(() -> courier.post("/couriers", how));
        var path = "/couriers/%d".formatted(courier.userId());
        courier.put(path + "/shift", new Shift(rider.onShift));
        var here = new Ping(rider.lat, rider.lon, clock.instant());
        courier.post(path + "/positions", new Positions(List.of(here)));
    }

    private static void unlessThere(Runnable creation) {
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
