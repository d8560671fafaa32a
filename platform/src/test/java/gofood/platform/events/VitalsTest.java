package gofood.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.platform.Foundation;
import gofood.platform.http.Routes;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.testing.TestBed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VitalsTest {
    sealed interface ShopEvent {
        record Opened(long shopId) implements ShopEvent {}
    }

    private static final class Shop implements Service {
        @Override
        public String name() {
            return "shop";
        }

        @Override
        public Running start(Env env) {
            var base = Foundation.of(env, "shop");
            base.outbox().to("order", ShopEvent.Opened.class);
            base.figure("stuck_orders", () -> 3)
                    .figure("odd", () -> null)
                    .figure(
                            "broken",
                            () -> {
                                throw new IllegalStateException();
                            });
            base.timers()
                    .on(
                            "late",
                            _ -> {
                                throw new IllegalStateException();
                            });
            base.db()
                    .run(tx -> {
                        for (var parked : new String[] {"now()", "NULL"})
                            tx.update(
                                    """
                                    INSERT INTO outbox (id, subscriber, key, type, data,
                                                        traceparent, created_at, next_try_at,
                                                        parked_at)
                                    VALUES (gen_random_uuid(), 'order', '1', 't', '{}', '',
                                            now() - interval '90 seconds',
                                            now() + interval '1 day', %s)
                                    """
                                            .formatted(parked));
                        base.timers().set(tx, "late", 1, Instant.now().plus(Duration.ofDays(1)));
                    });
            base.db()
                    .run(tx ->
                            tx.update(
                                    "UPDATE timer SET attempts = 9, at = now() WHERE kind = 'late'"));
            return base.serve(new Routes());
        }
    }

    @Test
    void a_service_tells_what_waits_what_was_missed_and_its_own_figures() throws Exception {
        try (var bed = new TestBed(new Shop())) {
            JsonNode status;
            do {
                Thread.sleep(100);
                status = bed.anyone().get("/status").body();
            } while (status.path("figures").isEmpty());
            assertThat(status.path("status").asText()).isEqualTo("ok");
            assertThat(status.path("parked_events").asInt()).isEqualTo(1);
            assertThat(status.path("backlog_seconds").asInt()).isBetween(90, 200);
            assertThat(status.path("overdue_timers").asInt()).isEqualTo(1);
            assertThat(status.path("pool_waiting").asInt()).isZero();
            assertThat(status.path("cpu_percent").asInt()).isBetween(0, 100);
            assertThat(status.path("memory_percent").asInt()).isBetween(0, 100);
            assertThat(status.path("figures").toString()).isEqualTo("{\"stuck_orders\":3}");
            var metrics = new String(bed.anyone().get("/metrics").raw().body(), "UTF-8");
            assertThat(metrics)
                    .contains("timers_overdue 1.0", "gofood_figure{figure=\"stuck_orders\"} 3.0");
        }
    }
}
