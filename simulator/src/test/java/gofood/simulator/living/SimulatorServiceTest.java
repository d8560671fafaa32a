package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.run.Env;
import gofood.platform.run.Service;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SimulatorServiceTest {
    private static Simulation.Settings crowd(Map<String, String> own) {
        var values = new HashMap<>(own);
        values.put("GATEWAY_URL", "http://gateway:8000");
        values.put("USER_OPERATOR_EMAIL", "operator@gofood.test");
        values.put("USER_OPERATOR_PASSWORD", "secret");
        return SimulatorService.crowd(new Env(values));
    }

    @Test
    void it_is_found_as_the_one_service_of_its_image() {
        assertThat(ServiceLoader.load(Service.class))
                .singleElement()
                .isInstanceOf(SimulatorService.class);
    }

    @Test
    void unsaid_it_plays_the_same_people_as_the_launcher() {
        var crowd = crowd(Map.of());
        assertThat(crowd.gateway()).isEqualTo(URI.create("http://gateway:8000"));
        assertThat(crowd.speed()).isEqualTo(5);
        assertThat(crowd.ordersPerHour()).isEqualTo(60);
        assertThat(crowd.couriers()).isEqualTo(20);
        assertThat(crowd.seed()).isEqualTo(7);
        assertThat(crowd(Map.of("SIMULATOR_SPEED", "0.5")).speed()).isEqualTo(0.5);
    }

    @Test
    void what_nobody_can_play_is_refused_by_name() {
        for (var wrong :
                Map.of(
                                "SIMULATOR_SPEED", "101",
                                "SIMULATOR_COURIERS", "0",
                                "SIMULATOR_ORDERS_PER_HOUR", "3001")
                        .entrySet())
            assertThatThrownBy(() -> crowd(Map.of(wrong.getKey(), wrong.getValue())))
                    .hasMessageStartingWith("The setting " + wrong.getKey());
    }
}
