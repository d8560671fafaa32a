package gofood.user;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.SignIn;
import gofood.contracts.UserApi.User;
import gofood.platform.db.Db;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// The user service with an operator, a look into its database, cheap hashes and low limits.
final class UserBed implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final String OPERATOR = "chief@gofood.test";

    final TestBed bed;
    final Db db;
    private final Env database;
    private final AtomicInteger people = new AtomicInteger();

    UserBed(String... settings) {
        this(TestBed.emptyDatabase("user"), settings);
    }

    /// A replica that shares the database of another bed.
    UserBed replica(String... settings) {
        return new UserBed(database, settings);
    }

    private UserBed(Env database, String... settings) {
        this.database = database;
        var all = new ArrayList<String>();
        database.values().forEach((name, value) -> all.addAll(List.of(name, value)));
        all.addAll(List.of("USER_ARGON_KIB", "1024", "USER_ARGON_PASSES", "1"));
        all.addAll(List.of("USER_SESSIONS", "4", "USER_ADDRESSES", "5"));
        all.addAll(List.of("USER_OPERATOR_EMAIL", OPERATOR, "USER_OPERATOR_PASSWORD", PASSWORD));
        all.addAll(List.of(settings));
        bed = new TestBed(new UserService(), all.toArray(String[]::new));
        db = Db.open(database, "user", new SimpleMeterRegistry());
    }

    TestClient anyone() {
        return bed.anyone();
    }

    TestClient operator() {
        return as(signIn(OPERATOR, PASSWORD).as(Session.class));
    }

    TestClient as(Session session) {
        return new TestClient(bed.address(), session.accessToken());
    }

    String newEmail() {
        return "person" + people.incrementAndGet() + "@example.com";
    }

    /// A new customer, signed in.
    Session newcomer() {
        var email = newEmail();
        var user = new NewUser("Ana", email, PASSWORD, "+377 98 00 00 00", null, null);
        assertThat(anyone().post("/users", user).status()).isEqualTo(201);
        return signIn(email, PASSWORD).as(Session.class);
    }

    /// A new person with roles, signed in.
    Session newcomer(Set<Role> roles, Set<Long> restaurants) {
        var email = newEmail();
        var user = new NewUser("Ben", email, PASSWORD, null, roles, restaurants);
        assertThat(operator().post("/users", user).status()).isEqualTo(201);
        return signIn(email, PASSWORD).as(Session.class);
    }

    Answer signIn(String email, String password, String... headers) {
        return anyone().post("/sessions", new SignIn(email, password), headers);
    }

    Answer refresh(String token) {
        return anyone().post("/sessions/refresh", "{\"refresh_token\":\"" + token + "\"}");
    }

    static String path(User user) {
        return "/users/" + user.userId();
    }

    @Override
    public void close() {
        db.close();
        bed.close();
    }
}
