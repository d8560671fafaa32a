package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.GatewayApi.Fault;
import gofood.contracts.GatewayApi.Faults;
import gofood.contracts.UserApi.Role;
import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.testing.TestBed;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultSwitchTest {
    private static final class Shelf implements Service {
        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public Running start(Env env) {
            return Foundation.of(env, "shelf")
                    .serve(
                            new Routes()
                                    .get("/books", Access.ANYONE, _ -> Reply.ok(Map.of()))
                                    .get("/pens", Access.ANYONE, _ -> Reply.ok(Map.of())));
        }
    }

    private static Faults faults(Fault... faults) {
        return new Faults(List.of(faults), null);
    }

    @Test
    void without_faults_on_there_is_no_such_path() {
        try (var bed = new TestBed(new Shelf())) {
            var operator = bed.as(Role.OPERATOR, 1);
            assertThat(operator.get("/faults").status()).isEqualTo(404);
            assertThat(operator.put("/faults", faults()).status()).isEqualTo(404);
        }
    }

    @Test
    void a_fault_hits_its_routes_until_it_is_taken_back() {
        try (var bed = new TestBed(new Shelf(), "FAULTS", "on")) {
            var operator = bed.as(Role.OPERATOR, 1);
            var answer =
                    operator.put(
                            "/faults",
                            faults(
                                    new Fault("shelf", "/books", 100, 0, 418, false),
                                    new Fault("other", "/", 100, 0, 500, false)));
            assertThat(answer.body().path("faults")).hasSize(1);
            var hit = bed.anyone().get("/books");
            assertThat(hit.status()).isEqualTo(418);
            assertThat(hit.code()).isEqualTo("fault_injected");
            assertThat(bed.anyone().get("/pens").status()).isEqualTo(200);
            operator.put("/faults", faults());
            assertThat(bed.anyone().get("/books").status()).isEqualTo(200);
            assertThat(operator.get("/faults").body().path("faults")).isEmpty();
        }
    }

    @Test
    void it_delays_drops_and_spares_what_one_sees_it_by() {
        try (var bed = new TestBed(new Shelf(), "FAULTS", "on")) {
            var service = bed.asService("gateway");
            service.put("/faults", faults(new Fault("shelf", "/", 100, 200, null, false)));
            var started = System.nanoTime();
            assertThat(bed.anyone().get("/books").status()).isEqualTo(200);
            assertThat((System.nanoTime() - started) / 1_000_000).isGreaterThanOrEqualTo(200);
            service.put("/faults", faults(new Fault("shelf", "/", 100, 0, null, true)));
            assertThatThrownBy(() -> bed.anyone().get("/books"))
                    .isInstanceOf(UncheckedIOException.class);
            for (var path : List.of("/status", "/health/live", "/metrics"))
                assertThat(bed.anyone().get(path).status()).isEqualTo(200);
            service.put("/faults", faults(new Fault("shelf", "/", 100, 60_000, null, false)));
            var late = bed.anyone().get("/books", RequestScope.TIMEOUT.defaultCase(), "100");
            assertThat(late.code()).isEqualTo("deadline_passed");
        }
    }

    @Test
    void only_operators_and_services_make_faults() {
        try (var bed = new TestBed(new Shelf(), "FAULTS", "on")) {
            assertThat(bed.anyone().put("/faults", faults()).status()).isEqualTo(401);
            assertThat(bed.as(Role.CUSTOMER, 2).put("/faults", faults()).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 90})
    void it_hits_about_as_often_as_it_was_told(int percent) {
        var hits = 0;
        for (int i = 0; i < 10_000; i++) if (FaultSwitch.isHit(percent)) hits++;
        assertThat(hits).isBetween(percent * 100 - 400, percent * 100 + 400);
    }
}
