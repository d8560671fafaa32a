package gofood.user;

import static gofood.user.UserBed.path;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.RestaurantApi.Allergen;
import gofood.contracts.UserApi.Favourites;
import gofood.contracts.UserApi.Language;
import gofood.contracts.UserApi.Preferences;
import gofood.contracts.UserApi.Session;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Favourites and preferences, through the real service.
class OwnThingsTest {
    private static UserBed users;

    @BeforeAll
    static void start() {
        users = new UserBed("USER_FAVOURITES", "6");
    }

    @AfterAll
    static void stop() {
        users.close();
    }

    private static void refuses(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static List<Long> favourites(Session session) {
        var answer = users.as(session).get(path(session.user()) + "/favourites");
        assertThat(answer.status()).isEqualTo(200);
        return answer.as(Favourites.class).restaurants();
    }

    private static Answer like(Session session, long restaurantId) {
        return users.as(session).put(favourite(session, restaurantId), "");
    }

    private static String favourite(Session session, long restaurantId) {
        return path(session.user()) + "/favourites/" + restaurantId;
    }

    @Test
    void favourites_are_added_once_listed_latest_first_and_taken_away() {
        var ana = users.newcomer();
        assertThat(favourites(ana)).isEmpty();
        for (var restaurantId : List.of(7L, 9L, 7L, 3L))
            assertThat(like(ana, restaurantId).status()).isEqualTo(204);
        assertThat(favourites(ana)).containsExactly(3L, 9L, 7L);
        for (int i = 0; i < 2; i++)
            assertThat(users.as(ana).delete(favourite(ana, 9)).status()).isEqualTo(204);
        assertThat(favourites(ana)).containsExactly(3L, 7L);
        assertThat(favourites(users.newcomer())).isEmpty();
    }

    @Test
    void a_guest_has_favourites_and_preferences_too() {
        var guest = users.anyone().post("/guests", "{}").as(Session.class);
        assertThat(like(guest, 7).status()).isEqualTo(204);
        assertThat(favourites(guest)).containsExactly(7L);
        var wanted = "{\"avoided\":[\"nuts\"],\"language\":\"fr\"}";
        var preferences = path(guest.user()) + "/preferences";
        assertThat(users.as(guest).put(preferences, wanted).status()).isEqualTo(200);
    }

    @Test
    void a_person_has_a_bounded_number_of_favourites_also_at_the_same_time() {
        var ana = users.newcomer();
        var raced =
                LongStream.rangeClosed(1, 8)
                        .mapToObj(id -> CompletableFuture.supplyAsync(() -> like(ana, id)))
                        .toList();
        assertThat(raced.stream().map(it -> it.join().status()).sorted())
                .containsExactly(204, 204, 204, 204, 204, 204, 409, 409);
        var full = like(ana, 99);
        refuses(full, 409, "too_many_favourites");
        assertThat(full.body().path("most").asInt()).isEqualTo(6);
        var kept = favourites(ana);
        assertThat(kept).hasSize(6);
        // one that is a favourite already is none more
        assertThat(like(ana, kept.getFirst()).status()).isEqualTo(204);
        users.as(ana).delete(favourite(ana, kept.getFirst()));
        assertThat(like(ana, 99).status()).isEqualTo(204);
    }

    @Test
    void the_same_favourite_at_the_same_time_is_one() {
        var ana = users.newcomer();
        var raced =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> like(ana, 7)))
                        .limit(4)
                        .toList();
        assertThat(raced).allMatch(it -> it.join().status() == 204);
        assertThat(favourites(ana)).containsExactly(7L);
    }

    @Test
    void preferences_follow_a_person_and_are_replaced_whole() {
        var ana = users.newcomer();
        var client = users.as(ana);
        var at = path(ana.user()) + "/preferences";
        assertThat(client.get(at).body().toString())
                .isEqualTo("{\"avoided\":[],\"language\":null}");
        var wanted = "{\"avoided\":[\"peanuts\",\"gluten\",\"peanuts\"],\"language\":\"fr\"}";
        var set = client.put(at, wanted);
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.body().toString())
                .isEqualTo("{\"avoided\":[\"gluten\",\"peanuts\"],\"language\":\"fr\"}");
        var elsewhere =
                users.as(users.signIn(ana.user().email() + "", UserBed.PASSWORD).as(Session.class));
        var read = elsewhere.get(at).as(Preferences.class);
        assertThat(read.avoided()).containsExactlyInAnyOrder(Allergen.GLUTEN, Allergen.PEANUTS);
        assertThat(read.language()).isEqualTo(Language.FR);
        assertThat(client.put(at, "{\"avoided\":[]}").body().toString())
                .isEqualTo("{\"avoided\":[],\"language\":null}");
        // no new version of the person: who edits the profile elsewhere is not disturbed
        assertThat(client.get(path(ana.user())).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void preferences_that_make_no_sense_are_refused() {
        var ana = users.newcomer();
        var at = path(ana.user()) + "/preferences";
        for (var bad :
                List.of(
                        "{}",
                        "{\"avoided\":null}",
                        "{\"avoided\":[\"garlic\"]}",
                        "{\"avoided\":[null]}",
                        "{\"avoided\":\"nuts\"}",
                        "{\"avoided\":[3]}",
                        "{\"avoided\":[],\"language\":\"de\"}",
                        "{\"avoided\":[],\"language\":\"FR\"}",
                        "{\"avoided\":[],\"x\":1}"))
            assertThat(users.as(ana).put(at, bad).status()).as(bad).isEqualTo(422);
        assertThat(users.as(ana).put(at, "").status()).isEqualTo(400);
    }

    @Test
    void what_is_a_persons_own_is_seen_and_set_by_nobody_else() {
        var ana = users.newcomer();
        like(ana, 7);
        var at = path(ana.user());
        var wanted = "{\"avoided\":[]}";
        for (TestClient other :
                List.of(
                        users.as(users.newcomer()),
                        users.operator(),
                        users.bed.asService("order"))) {
            refuses(other.get(at + "/favourites"), 404, "not_found");
            refuses(other.put(at + "/favourites/8", ""), 404, "not_found");
            refuses(other.delete(at + "/favourites/7"), 404, "not_found");
            refuses(other.get(at + "/preferences"), 404, "not_found");
            refuses(other.put(at + "/preferences", wanted), 404, "not_found");
        }
        var anyone = users.anyone();
        refuses(anyone.get(at + "/favourites"), 401, "sign_in_needed");
        refuses(anyone.put(at + "/favourites/8", ""), 401, "sign_in_needed");
        refuses(anyone.delete(at + "/favourites/7"), 401, "sign_in_needed");
        refuses(anyone.get(at + "/preferences"), 401, "sign_in_needed");
        refuses(anyone.put(at + "/preferences", wanted), 401, "sign_in_needed");
        // a service has the number 0
        refuses(users.bed.asService("order").get("/users/0/favourites"), 404, "not_found");
        for (var id : List.of("0", "-1", "x", "1.5"))
            refuses(users.as(ana).put(at + "/favourites/" + id, ""), 404, "not_found");
        assertThat(favourites(ana)).containsExactly(7L);
    }

    @Test
    void who_is_erased_keeps_neither_favourites_nor_preferences_nor_applications() {
        var ana = users.newcomer();
        var client = users.as(ana);
        var at = path(ana.user());
        like(ana, 7);
        client.put(at + "/preferences", "{\"avoided\":[\"nuts\"]}");
        assertThat(client.put(at + "/applications/courier", "{\"text\":\"Bike\"}").status())
                .isEqualTo(200);
        assertThat(rows(ana)).isEqualTo(3);
        assertThat(client.delete(at).status()).isEqualTo(204);
        assertThat(rows(ana)).isZero();
        refuses(client.get(at + "/favourites"), 404, "not_found");
        refuses(like(ana, 8), 404, "not_found");
        refuses(client.delete(at + "/favourites/7"), 404, "not_found");
        refuses(client.get(at + "/preferences"), 404, "not_found");
        refuses(client.put(at + "/preferences", "{\"avoided\":[]}"), 404, "not_found");
        refuses(client.get(at + "/applications"), 404, "not_found");
        refuses(client.put(at + "/applications/staff", "{\"text\":\"Bar\"}"), 404, "not_found");
        assertThat(rows(ana)).isZero();
    }

    private static long rows(Session session) {
        return users.db.tx(tx ->
                tx.one(
                        """
                        SELECT (SELECT count(*) FROM favourite WHERE user_id = asked.id)
                             + (SELECT count(*) FROM preference WHERE user_id = asked.id)
                             + (SELECT count(*) FROM application WHERE user_id = asked.id) AS rows
                          FROM (SELECT ?::bigint AS id) AS asked
                        """,
                        row -> row.number("rows"),
                        session.user().userId()));
    }
}
