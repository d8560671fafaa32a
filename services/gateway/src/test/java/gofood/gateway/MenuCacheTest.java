package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient.Answer;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each test has a restaurant of its own.
class MenuCacheTest {
    private static Town town;
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private PlayedService restaurants;
    private String menu;

    @BeforeAll
    static void open() {
        town = new Town("GATEWAY_CACHE_MILLIS", "1000");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void another() {
        restaurants = town.service("restaurant");
        menu = "/restaurants/" + NEXT.getAndIncrement();
    }

    private void serve(String body, String... headers) {
        restaurants.on("GET " + menu, PlayedService.json(200, Map.of("name", body), headers));
    }

    private int asked() {
        return restaurants.heard(menu).size();
    }

    @Test
    void the_second_reader_is_answered_from_the_cache() {
        serve("Edgar", "Cache-Control: public, max-age=5", "ETag: \"3\"");
        var first = town.anyone().get(menu);
        var second = town.anyone().get(menu);
        assertThat(first.header("X-Cache")).isEqualTo("miss");
        assertThat(second.header("X-Cache")).isEqualTo("hit");
        assertThat(second.header("Age")).isEqualTo("0");
        assertThat(second.header("ETag")).isEqualTo("\"3\"");
        assertThat(second.header("Cache-Control")).isEqualTo("public, max-age=5");
        assertThat(second.header("Content-Type")).isEqualTo("application/json");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void who_has_it_already_gets_a_304() {
        serve("Edgar", "ETag: W/\"3\"");
        town.anyone().get(menu, "If-None-Match", "\"3\"");
        assertThat(restaurants.heard(menu).getFirst().all("If-None-Match")).isEmpty();
        for (var tag : new String[] {"\"3\"", "W/\"3\"", "\"1\", \"3\"", "*"}) {
            var answer = town.anyone().get(menu, "If-None-Match", tag);
            assertThat(answer.status()).as(tag).isEqualTo(304);
            assertThat(answer.raw().body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo("W/\"3\"");
        }
        assertThat(town.anyone().get(menu, "If-None-Match", "\"4\"").status()).isEqualTo(200);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void lists_are_cached_by_their_query() {
        for (var query : new String[] {"?q=pizza", "?q=sushi", "?q=pizza"})
            town.anyone().get("/restaurants" + query);
        assertThat(restaurants.heard("/restaurants?q=pizza")).hasSize(1);
        assertThat(restaurants.heard("/restaurants?q=sushi")).hasSize(1);
    }

    @Test
    void many_readers_at_once_are_one_question() throws Exception {
        restaurants.on(
                "GET " + menu,
                (_, out) -> {
                    PlayedService.pause(200);
                    PlayedService.answer(out, 200, new byte[] {'{', '}'});
                });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Answer>>();
            Callable<Answer> read = () -> town.anyone().get(menu);
            for (int i = 0; i < 20; i++) answers.add(threads.submit(read));
            for (var answer : answers) assertThat(answer.get().status()).isEqualTo(200);
        }
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void a_write_through_the_gateway_is_seen_at_once() {
        for (var method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            serve("before");
            town.anyone().get(menu);
            town.anyone().get("/restaurants?of=" + method);
            serve("after");
            town.as(Role.STAFF, 5).send(method, menu + "/items/301", "");
            assertThat(town.anyone().get(menu).body().path("name").asText()).isEqualTo("after");
            assertThat(town.anyone().get("/restaurants?of=" + method).header("X-Cache"))
                    .isEqualTo("miss");
        }
    }

    @Test
    void a_write_whose_answer_was_lost_is_seen_too() {
        serve("before");
        town.anyone().get(menu);
        restaurants.on("PUT " + menu, PlayedService.reset());
        assertThat(town.anyone().put(menu, Map.of()).status()).isEqualTo(502);
        assertThat(town.anyone().get(menu).header("X-Cache")).isEqualTo("miss");
    }

    @Test
    void what_was_being_fetched_during_a_write_is_not_kept() throws Exception {
        restaurants.on(
                "GET " + menu,
                (_, out) -> {
                    PlayedService.pause(300);
                    PlayedService.answer(out, 200, "{\"name\":\"before\"}".getBytes("UTF-8"));
                });
        var reading = Thread.ofVirtual().start(() -> town.anyone().get(menu));
        while (asked() == 0) Thread.sleep(5);
        serve("after");
        town.anyone().put(menu, Map.of());
        reading.join();
        assertThat(town.anyone().get(menu).body().path("name").asText()).isEqualTo("after");
    }

    @Test
    void another_restaurants_write_leaves_it_alone() {
        serve("Edgar");
        town.anyone().get(menu);
        town.anyone().put("/restaurants/999", Map.of());
        town.anyone().post("/callback/restaurants/orders", Map.of());
        assertThat(town.anyone().get(menu).header("X-Cache")).isEqualTo("hit");
    }

    @Test
    void a_change_past_the_gateway_is_seen_within_a_second() throws Exception {
        serve("before", "Cache-Control: max-age=3600");
        town.anyone().get(menu);
        serve("after");
        Thread.sleep(1_050);
        assertThat(town.anyone().get(menu).body().path("name").asText()).isEqualTo("after");
    }

    @Test
    void what_is_not_for_everybody_is_not_kept() {
        for (var header :
                new String[] {
                    "Cache-Control: private, max-age=5",
                    "Cache-Control: no-store",
                    "Cache-Control: max-age=0",
                    "Set-Cookie: a=b",
                    "Vary: Accept-Language",
                    "Vary: *"
                }) {
            serve("Edgar", header);
            for (int i = 0; i < 2; i++)
                assertThat(town.anyone().get(menu).header("X-Cache")).as(header).isEqualTo("miss");
        }
    }

    @Test
    void errors_are_not_kept() {
        restaurants.on("GET " + menu, PlayedService.json(404, Map.of("code", "not_found")));
        assertThat(town.anyone().get(menu).code()).isEqualTo("not_found");
        serve("Edgar");
        assertThat(town.anyone().get(menu).status()).isEqualTo(200);
    }

    @Test
    void staff_and_operators_always_see_what_the_service_says() {
        serve("Edgar", "Cache-Control: public, max-age=5");
        town.anyone().get(menu);
        for (var role : new Role[] {Role.STAFF, Role.OPERATOR})
            assertThat(town.as(role, 5).get(menu).header("X-Cache")).isEmpty();
        assertThat(asked()).isEqualTo(3);
        assertThat(town.as(Role.CUSTOMER, 6).get(menu).header("X-Cache")).isEqualTo("hit");
    }

    @Test
    void what_a_signed_in_person_was_told_is_kept_only_if_it_is_public() {
        serve("Edgar");
        town.as(Role.CUSTOMER, 6).get(menu);
        assertThat(town.anyone().get(menu).header("X-Cache")).isEqualTo("miss");
        town.anyone().put(menu, Map.of());
        serve("Edgar", "Cache-Control: public, max-age=5");
        town.as(Role.CUSTOMER, 6).get(menu);
        assertThat(town.anyone().get(menu).header("X-Cache")).isEqualTo("hit");
    }

    @Test
    void other_paths_are_never_kept() {
        for (var path : new String[] {menu + "/tickets", menu + "/hours", "/orders/1"})
            for (int i = 0; i < 2; i++)
                assertThat(town.anyone().get(path).header("X-Cache")).isEmpty();
    }
}
