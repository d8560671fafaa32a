package gofood.user;

import static gofood.user.UserBed.path;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Applicant;
import gofood.contracts.UserApi.ApplicationList;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.User;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People who want to ride or to sell, through the real service.
class ApplicationsTest {
    private static UserBed users;
    private static TestClient operator;

    @BeforeAll
    static void start() {
        users = new UserBed();
        operator = users.operator();
    }

    @AfterAll
    static void stop() {
        users.close();
    }

    private static void refuses(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static Answer apply(Session session, String role, String text) {
        return users.as(session).put(at(session, role), "{\"text\":\"" + text + "\"}");
    }

    private static String at(Session session, String role) {
        return path(session.user()) + "/applications/" + role;
    }

    /// Everybody who waits, from all pages.
    private static List<Applicant> waiting() {
        var all = new ArrayList<Applicant>();
        var cursor = "";
        while (true) {
            var answer = operator.get("/applications?limit=2" + cursor);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            var page = answer.as(ApplicationList.class);
            assertThat(page.applications()).hasSizeLessThanOrEqualTo(2);
            all.addAll(page.applications());
            if (page.nextCursor() == null) return all;
            cursor = "&cursor=" + page.nextCursor();
        }
    }

    private static List<Applicant> waiting(Session... sessions) {
        var ids = Stream.of(sessions).map(it -> it.user().userId()).toList();
        return waiting().stream().filter(it -> ids.contains(it.userId())).toList();
    }

    private static List<Applicant> own(Session session) {
        var answer = users.as(session).get(path(session.user()) + "/applications");
        assertThat(answer.status()).isEqualTo(200);
        return answer.as(ApplicationList.class).applications();
    }

    @Test
    void who_applies_waits_in_line_oldest_first_and_another_text_keeps_the_place() {
        var ana = users.newcomer();
        var ben = users.newcomer();
        var answer = apply(ana, "courier", " A scooter ");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        var filed = answer.as(Applicant.class);
        assertThat(filed.text()).isEqualTo("A scooter");
        assertThat(filed.role()).isEqualTo(Role.COURIER);
        assertThat(filed.name()).isEqualTo("Ana");
        assertThat(filed.email()).isEqualTo(ana.user().email());
        apply(ben, "staff", "Chez Ben");
        apply(ana, "staff", "A bar");
        var changed = apply(ana, "courier", "Two scooters").as(Applicant.class);
        assertThat(changed.at()).isEqualTo(filed.at());
        assertThat(waiting(ana, ben))
                .extracting(Applicant::text)
                .containsExactly("Two scooters", "Chez Ben", "A bar");
        assertThat(own(ana)).extracting(Applicant::text).containsExactly("Two scooters", "A bar");
        var seen = operator.get(path(ana.user()) + "/applications").as(ApplicationList.class);
        assertThat(seen.applications()).isEqualTo(own(ana));
        assertThat(own(users.newcomer())).isEmpty();
    }

    @Test
    void a_role_that_is_given_ends_its_application_and_no_other() {
        var ana = users.newcomer();
        apply(ana, "courier", "A scooter");
        apply(ana, "staff", "A bar");
        var given = operator.put(path(ana.user()), "{\"roles\":[\"customer\",\"courier\"]}");
        assertThat(given.as(User.class).roles()).contains(Role.COURIER);
        assertThat(waiting(ana)).extracting(Applicant::role).containsExactly(Role.STAFF);
        refuses(apply(ana, "courier", "Again"), 409, "has_role");
        // a change of nothing but the name answers nobody
        users.as(ana).put(path(ana.user()), "{\"name\":\"Anna\"}");
        assertThat(waiting(ana)).extracting(Applicant::name).containsExactly("Anna");
        var staff = "{\"roles\":[\"customer\",\"staff\"],\"restaurants\":[7]}";
        assertThat(operator.put(path(ana.user()), staff).status()).isEqualTo(200);
        assertThat(waiting(ana)).isEmpty();
        // who has lost a role may apply again
        assertThat(apply(ana, "courier", "Again").status()).isEqualTo(200);
    }

    @Test
    void a_role_that_could_not_be_given_leaves_the_application() {
        var ana = users.newcomer();
        apply(ana, "courier", "A scooter");
        var roles = "{\"roles\":[\"courier\"]}";
        assertThat(operator.put(path(ana.user()), roles, "If-Match", "\"9\"").status())
                .isEqualTo(412);
        assertThat(waiting(ana)).hasSize(1);
    }

    @Test
    void none_is_left_over_when_the_role_is_given_at_the_same_time() {
        for (int round = 0; round < 4; round++) {
            var ana = users.newcomer();
            var applied = CompletableFuture.supplyAsync(() -> apply(ana, "courier", "A bike"));
            var given = operator.put(path(ana.user()), "{\"roles\":[\"courier\"]}");
            assertThat(given.status()).isEqualTo(200);
            assertThat(applied.join().status()).isIn(200, 409);
            assertThat(waiting(ana)).isEmpty();
        }
    }

    @Test
    void an_application_is_taken_back_or_refused_once() {
        var ana = users.newcomer();
        apply(ana, "courier", "A scooter");
        apply(ana, "staff", "A bar");
        refuses(users.as(users.newcomer()).delete(at(ana, "courier")), 404, "not_found");
        refuses(users.bed.asService("order").delete(at(ana, "courier")), 404, "not_found");
        refuses(users.anyone().delete(at(ana, "courier")), 401, "sign_in_needed");
        assertThat(users.as(ana).delete(at(ana, "courier")).status()).isEqualTo(204);
        refuses(users.as(ana).delete(at(ana, "courier")), 404, "not_found");
        assertThat(operator.delete(at(ana, "staff")).status()).isEqualTo(204);
        refuses(operator.delete(at(ana, "staff")), 404, "not_found");
        assertThat(waiting(ana)).isEmpty();
    }

    @Test
    void nobody_applies_for_somebody_else_and_no_guest_at_all() {
        var ana = users.newcomer();
        var body = "{\"text\":\"A scooter\"}";
        for (var other :
                List.of(users.as(users.newcomer()), operator, users.bed.asService("order")))
            refuses(other.put(at(ana, "courier"), body), 404, "not_found");
        refuses(users.anyone().put(at(ana, "courier"), body), 401, "sign_in_needed");
        var guest = users.anyone().post("/guests", "{}").as(Session.class);
        refuses(apply(guest, "courier", "A scooter"), 403, "not_allowed");
        assertThat(waiting(ana, guest)).isEmpty();
        var account =
                "{\"email\":\"%s\",\"password\":\"%s\"}"
                        .formatted(users.newEmail(), UserBed.PASSWORD);
        assertThat(users.as(guest).put(path(guest.user()), account).status()).isEqualTo(200);
        assertThat(apply(guest, "courier", "A scooter").status()).isEqualTo(200);
    }

    @Test
    void only_operators_see_who_waits() {
        var ana = users.newcomer();
        apply(ana, "courier", "A scooter");
        refuses(users.anyone().get("/applications"), 401, "sign_in_needed");
        for (var other :
                List.of(
                        users.as(ana),
                        users.as(users.newcomer(Set.of(Role.STAFF), Set.of(7L))),
                        users.bed.asService("order")))
            refuses(other.get("/applications"), 403, "not_allowed");
        var others = users.as(users.newcomer());
        refuses(others.get(path(ana.user()) + "/applications"), 404, "not_found");
        refuses(operator.get("/users/999999/applications"), 404, "not_found");
        for (var bad : List.of("limit=0", "limit=101", "cursor=!"))
            refuses(operator.get("/applications?" + bad), 422, "invalid_field");
    }

    @Test
    void an_application_that_makes_no_sense_is_refused() {
        var ana = users.newcomer();
        for (var role : List.of("operator", "customer", "guest", "service", "Courier", "king"))
            refuses(apply(ana, role, "Me"), 404, "not_found");
        for (var bad :
                List.of(
                        "{}",
                        "{\"text\":null}",
                        "{\"text\":\"  \"}",
                        "{\"text\":\"" + "x".repeat(501) + "\"}",
                        "{\"text\":7}",
                        "{\"text\":\"card 4111 1111 1111 1111\"}",
                        "{\"text\":\"x\",\"role\":\"courier\"}"))
            assertThat(users.as(ana).put(at(ana, "courier"), bad).status()).as(bad).isEqualTo(422);
        assertThat(users.as(ana).put(at(ana, "courier"), "").status()).isEqualTo(400);
        assertThat(own(ana)).isEmpty();
    }
}
