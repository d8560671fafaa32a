package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the gateway makes of a refusal that says whether it may be repeated.
@Timeout(60)
class RepeatsTest {
    private Town town;
    private PlayedService order;
    private PlayedService second;

    @BeforeEach
    void open() {
        town = new Town();
        order = town.service("order");
        second = town.secondOrder;
    }

    @AfterEach
    void close() {
        town.close();
    }

    private static PlayedService.Act refusal(String advice) {
        return PlayedService.json(503, Map.of("code", "x"), "X-Repeat: " + advice);
    }

    private int timesAsked() {
        return order.heard("/orders").size() + second.heard("/orders").size();
    }

    @Test
    void a_replica_that_leaves_costs_no_write_and_is_asked_nothing_until_it_is_back()
            throws Exception {
        order.on("POST /orders", refusal("draining"));
        order.on("GET /health/ready", PlayedService.json(503, Map.of("status", "draining")));
        for (int i = 0; i < 20; i++)
            assertThat(town.anyone().post("/orders", Map.of("i", i)).status()).isEqualTo(200);
        assertThat(order.heard("/orders")).hasSize(1);
        assertThat(second.heard("/orders")).hasSize(20);
        order.on("POST /orders", PlayedService.json(200, Map.of()));
        order.on("GET /health/ready", PlayedService.json(200, Map.of()));
        while (order.heard("/orders").size() < 3) {
            assertThat(town.anyone().post("/orders", Map.of()).status()).isEqualTo(200);
            Thread.sleep(20);
        }
    }

    @Test
    void what_was_repeated_below_is_passed_on_at_once_and_blames_nobody() {
        order.on("GET /orders", refusal("never"));
        second.on("GET /orders", refusal("never"));
        for (int i = 0; i < 30; i++) assertThat(town.anyone().get("/orders").code()).isEqualTo("x");
        assertThat(timesAsked()).isEqualTo(30);
    }

    @Test
    void what_was_turned_away_is_asked_elsewhere_once() {
        order.on("POST /orders", refusal("elsewhere"));
        for (int i = 0; i < 10; i++)
            assertThat(town.anyone().post("/orders", Map.of()).status()).isEqualTo(200);
        second.on("POST /orders", refusal("elsewhere"));
        var before = timesAsked();
        assertThat(town.anyone().post("/orders", Map.of()).status()).isEqualTo(503);
        assertThat(timesAsked() - before).isEqualTo(2);
    }

    @Test
    void clients_neither_hear_of_it_nor_say_who_asks() {
        town.service("payment").on("GET /payments/7", refusal("never"));
        var answer = town.anyone().get("/payments/7", "X-Caller", "order");
        assertThat(answer.header("X-Repeat")).isEmpty();
        assertThat(town.service("payment").heard("/payments/7").getFirst().all("x-caller"))
                .isEqualTo(List.of());
    }
}
