package gofood.simulator.living;

import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.User;
import gofood.contracts.UserApi.UserList;
import gofood.contracts.UserApi.UserUpdate;
import gofood.simulator.Api;
import gofood.simulator.ApiFailure;
import gofood.simulator.Dice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The people of a simulation. An operator signs them up, once; at the next start with the same
/// seed they sign in again. Nobody comes before they are needed, and only two at a time: a password
/// costs the platform some 50 ms of computing.
final class People {
    private static final int AT_THE_DOOR = 2;
    private static final List<String> FIRST_NAMES =
            List.of(
                    "Ada", "Bruno", "Chiara", "Dario", "Elif", "Fatou", "Gino", "Hana", "Ivo",
                    "Jana", "Kofi", "Lena", "Marco", "Nadia", "Omar", "Paula", "Rosa", "Samir",
                    "Tessa", "Yann");
    private static final List<String> LAST_NAMES =
            List.of(
                    "Arnaud",
                    "Bianchi",
                    "Castel",
                    "Dubois",
                    "Esposito",
                    "Fischer",
                    "Garnier",
                    "Hadid",
                    "Ito",
                    "Jansen",
                    "Keller",
                    "Lopes",
                    "Moreau",
                    "Novak",
                    "Orsini",
                    "Pereira",
                    "Quentin",
                    "Ricci",
                    "Santos",
                    "Weber");

    private final Api operator;
    private final String operatorPassword;
    private final long seed;
    private final Semaphore door = new Semaphore(AT_THE_DOOR);
    private final Map<String, Somebody> all = new ConcurrentHashMap<>();

    People(Api operator, String operatorPassword, long seed) {
        this.operator = operator;
        this.operatorPassword = operatorPassword;
        this.seed = seed;
    }

    Api customer(int number) {
        return person(Role.CUSTOMER, number, null);
    }

    Api courier(int number) {
        return person(Role.COURIER, number, null);
    }

    /// @param restaurants where they work from now on
    Api staff(int number, Set<Long> restaurants) {
        return person(Role.STAFF, number, restaurants);
    }

    String name(Role role, int number) {
        var random = Dice.of(email(role, number), "name");
        return FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()))
                + " "
                + LAST_NAMES.get(random.nextInt(LAST_NAMES.size()));
    }

    private Api person(Role role, int number, @Nullable Set<Long> restaurants) {
        return all.computeIfAbsent(
                        email(role, number),
                        email -> new Somebody(role, name(role, number), email, restaurants))
                .here();
    }

    /// Arrives when needed first, and then is there for all who need them.
    private final class Somebody {
        private final Role role;
        private final String name;
        private final String email;
        private final @Nullable Set<Long> restaurants;
        private @Nullable Api api;

        Somebody(Role role, String name, String email, @Nullable Set<Long> restaurants) {
            this.role = role;
            this.name = name;
            this.email = email;
            this.restaurants = restaurants;
        }

        synchronized Api here() {
            if (api != null) return api;
            door.acquireUninterruptibly();
            try {
                api = arrive(role, name, email, restaurants);
                return api;
            } finally {
                door.release();
            }
        }
    }

    private Api arrive(Role role, String name, String email, @Nullable Set<Long> restaurants) {
        var password = password(email);
        var person = new NewUser(name, email, password, null, Set.of(role), restaurants);
        try {
            operator.post("/users", person);
        } catch (ApiFailure failure) {
            if (failure.status() != 409) throw failure;
            if (restaurants != null) employ(email, restaurants);
        }
        try {
            return operator.signIn(email, password);
        } catch (ApiFailure failure) {
            if (failure.status() != 401) throw failure;
            // the operator's password is another one than when they signed up
            change(email, new UserUpdate(null, null, password, null, null, null));
            return operator.signIn(email, password);
        }
    }

    private void employ(String email, Set<Long> restaurants) {
        if (!account(email).restaurants().equals(restaurants))
            change(email, new UserUpdate(null, null, null, null, null, restaurants));
    }

    private void change(String email, UserUpdate update) {
        operator.put("/users/" + account(email).userId(), update);
    }

    private User account(String email) {
        var path = "/users?q=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        return operator.get(path).as(UserList.class).users().stream()
                .filter(user -> email.equals(user.email()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no account " + email));
    }

    String email(Role role, int number) {
        var word = role.name().toLowerCase(Locale.ROOT);
        return "sim-%d-%s-%d@gofood.test".formatted(seed, word, number);
    }

    /// The same at each start, and nobody can know it without the operator's.
    String password(String email) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = operatorPassword.getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var digest = mac.doFinal(email.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
