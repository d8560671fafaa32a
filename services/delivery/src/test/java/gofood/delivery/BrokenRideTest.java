package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One ride that can't be offered.
class BrokenRideTest {
    @Test
    void one_broken_ride_does_not_keep_the_others_from_being_offered_and_told() {
        var env = TestBed.emptyDatabase("delivery");
        var settings =
                env.values().entrySet().stream()
                        .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                        .toArray(String[]::new);
        try (var road = new Road(settings);
                var db = Db.open(env, "delivery", new SimpleMeterRegistry())) {
            var broken = road.ready();
            db.run(tx -> {
                tx.update(
                        """
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN RAISE 'broken'; END $$
                        """);
                tx.update(
                        """
                        CREATE TRIGGER broken BEFORE UPDATE ON delivery FOR EACH ROW
                        WHEN (NEW.order_id = %d AND NEW.status = 'OFFERED')
                        EXECUTE FUNCTION refuse()
                        """
                                .formatted(broken));
            });
            road.online(0.1);
            road.online(0.2);
            var whole = road.ready();
            road.awaitStatus(whole, "Offered");
            road.bed.neighbour("order").awaitEvent("delivery.eta_changed", whole);
            assertThat(road.status(broken)).isEqualTo("Waiting");
            var metrics = road.bed.anyone().get("/metrics").raw().body();
            assertThat(new String(metrics, StandardCharsets.UTF_8))
                    .containsPattern("delivery_round_failed_total [1-9]")
                    .contains("delivery_round_good_age_seconds");
        }
    }
}
