package gofood.gateway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.GatewayApi.HealthSample;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private final History history = new History();

    private void add(Duration after, int up, double requests, double errors) {
        history.add(new HealthSample(START.plus(after), 2, up, 5, requests, errors));
    }

    @Test
    void the_last_hour_is_kept_as_it_was_seen_and_a_day_by_the_minute() {
        for (int i = 0; i < 2 * 86_400 / 5; i++) add(Duration.ofSeconds(5L * i), 2, 1, 0);
        var samples = history.samples();
        assertThat(samples).hasSizeBetween(720 + 1_379, 722 + 1_382);
        var first = samples.getFirst().at();
        var last = samples.getLast().at();
        assertThat(Duration.between(first, last))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));
        for (int i = 1; i < samples.size(); i++)
            assertThat(samples.get(i).at()).isAfter(samples.get(i - 1).at());
    }

    @Test
    void a_minute_keeps_its_worst_and_the_mean_of_its_traffic() {
        add(Duration.ofSeconds(0), 2, 10, 0);
        add(Duration.ofSeconds(5), 1, 30, 40);
        add(Duration.ofMinutes(61).plusSeconds(6), 2, 0, 0);
        assertThat(history.samples().getFirst())
                .isEqualTo(new HealthSample(START, 2, 1, 5, 20, 30));
    }
}
