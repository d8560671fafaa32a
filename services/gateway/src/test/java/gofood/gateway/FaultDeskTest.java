package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.GatewayApi.Fault;
import gofood.contracts.GatewayApi.Faults;
import gofood.contracts.GatewayApi.ProviderFault;
import gofood.contracts.UserApi.Role;
import gofood.platform.wire.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Faults made on purpose, as an operator makes them for all services.
class FaultDeskTest {
    private static final Fault SLOW = new Fault("order", "/orders", 50, 300, null, false);
    private static final Fault BROKEN = new Fault("gateway", "/quotes", 100, 0, 503, false);
    private static final ProviderFault PROVIDER = new ProviderFault(10, 5, 0, null, null);

    private static Faults faults(@Nullable ProviderFault provider, Fault... faults) {
        return new Faults(List.of(faults), provider);
    }

    private static Faults told(PlayedService service) {
        return Json.read(service.heard("/faults").getLast().body(), Faults.class);
    }

    @Test
    void without_faults_on_there_is_no_such_path() {
        try (var town = new Town()) {
            var answer = town.as(Role.OPERATOR, 4).get("/faults");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().path("detail").asText()).contains("FAULTS=on");
            assertThat(town.as(Role.CUSTOMER, 5).get("/faults").status()).isEqualTo(403);
        }
    }

    @Test
    void every_replica_is_told_its_part_by_the_operator_themself() {
        try (var town = new Town("FAULTS", "on")) {
            var operator = town.as(Role.OPERATOR, 4);
            var answer = operator.put("/faults", faults(PROVIDER, SLOW, BROKEN));
            assertThat(answer.as(Faults.class)).isEqualTo(faults(PROVIDER, SLOW, BROKEN));
            assertThat(told(town.service("order"))).isEqualTo(faults(null, SLOW));
            assertThat(told(town.secondOrder)).isEqualTo(faults(null, SLOW));
            assertThat(told(town.service("payment"))).isEqualTo(faults(PROVIDER));
            assertThat(town.secondOrder.heard("/faults").getLast().header("Authorization"))
                    .isEqualTo("Bearer " + operator.token());
            assertThat(town.anyone().post("/quotes", Map.of()).code()).isEqualTo("fault_injected");
        }
    }

    @Test
    void what_they_make_is_read_back_from_all() {
        try (var town = new Town("FAULTS", "on")) {
            var operator = town.as(Role.OPERATOR, 4);
            operator.put("/faults", faults(null, BROKEN));
            for (var order : List.of(town.service("order"), town.secondOrder))
                order.on("GET /faults", PlayedService.json(200, faults(null, SLOW)));
            town.service("payment").on("GET /faults", PlayedService.json(200, faults(PROVIDER)));
            town.service("city").goAway();
            for (var name : List.of("user", "restaurant", "delivery", "notification"))
                town.service(name).on("GET /faults", PlayedService.json(200, faults(null)));
            assertThat(operator.get("/faults").as(Faults.class))
                    .isEqualTo(faults(PROVIDER, BROKEN, SLOW));
        }
    }

    @Test
    void who_has_not_heard_of_it_is_named() {
        try (var town = new Town("FAULTS", "on")) {
            town.secondOrder.goAway();
            var answer = town.as(Role.OPERATOR, 4).put("/faults", faults(null, SLOW));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("partly_done");
            assertThat(answer.body().at("/unreachable/0").asText()).isEqualTo("order 2");
            assertThat(told(town.service("order"))).isEqualTo(faults(null, SLOW));
        }
    }

    @Test
    void a_service_that_does_not_exist_has_no_faults() {
        try (var town = new Town("FAULTS", "on")) {
            var wrong = new Fault("kitchen", "/", 1, 0, null, true);
            var answer = town.as(Role.OPERATOR, 4).put("/faults", faults(null, wrong));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().path("allowed")).hasSize(8);
        }
    }
}
