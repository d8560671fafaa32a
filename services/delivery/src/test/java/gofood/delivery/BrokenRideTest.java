package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One ride that can't be offered.
class BrokenRideTest {
    private final Env env = TestBed.emptyDatabase("delivery");
    private final Road road =
            new Road(
                    env.values().entrySet().stream()
                            .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                            .toArray(String[]::new));

    @AfterEach
    void stop() {
        road.close();
    }

    /// @param state of the error that this ride's offer meets
    private void refuseOffer(long order, String state) {
        try (var db = Db.open(env, "delivery", new SimpleMeterRegistry())) {
            db.run(tx -> {
                tx.update(
                        """
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN RAISE 'broken' USING ERRCODE = '%s'; END $$
                        """
                                .formatted(state));
                tx.update(
                        """
                        CREATE TRIGGER broken BEFORE UPDATE ON delivery FOR EACH ROW
                        WHEN (NEW.order_id = %d AND NEW.status = 'OFFERED')
                        EXECUTE FUNCTION refuse()
                        """
                                .formatted(order));
            });
        }
    }

    private String metrics() {
        return new String(road.bed.anyone().get("/metrics").raw().body(), StandardCharsets.UTF_8);
    }

    /// A ride of which nobody can be asked stays as it is, and another one is offered.
    ///
    /// @return the other one's order
    private long offeredBeside(String state) {
        var broken = road.ready();
        refuseOffer(broken, state);
        road.online(0.1);
        road.online(0.2);
        var whole = road.ready();
        road.awaitStatus(whole, "Offered");
        assertThat(road.status(broken)).isEqualTo("Waiting");
        return whole;
    }

    @Test
    void one_broken_ride_does_not_keep_the_others_from_being_offered_and_told() {
        var whole = offeredBeside("P0001");
        road.bed.neighbour("order").awaitEvent("delivery.eta_changed", whole);
        assertThat(metrics())
                .containsPattern("delivery_round_failed_total [1-9]")
                .contains("delivery_round_good_age_seconds");
    }

    @Test
    void what_another_replica_offered_first_is_no_failure_and_keeps_no_other_from_it() {
        offeredBeside("23505");
        assertThat(metrics()).containsPattern("delivery_round_failed_total 0");
    }
}
