package gofood.restaurant.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.run.Env;
import gofood.restaurant.webhook.Receiver.Outcome.NotTaken;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private final Retries retries = Retries.of(WebhookConfig.from(new Env(Map.of())));

    private static NotTaken notTaken(@Nullable Duration wish) {
        return new NotTaken(503, "Answered with 503.", wish);
    }

    @Test
    void the_pauses_grow_from_seconds_to_hours_and_end_after_about_a_day() {
        var sum = Duration.ZERO;
        var before = Duration.ZERO;
        for (int made = 1; made < 11; made++) {
            var pause = retries.next(made, notTaken(null), 0.5).orElseThrow();
            assertThat(pause).isGreaterThanOrEqualTo(before);
            before = pause;
            sum = sum.plus(pause);
        }
        assertThat(retries.next(1, notTaken(null), 0.5)).contains(Duration.ofSeconds(5));
        assertThat(before).isEqualTo(Duration.ofHours(6));
        assertThat(sum).isBetween(Duration.ofHours(20), Duration.ofHours(30));
        assertThat(retries.next(11, notTaken(null), 0.5)).isEmpty();
    }

    @Test
    void a_pause_is_spread_by_a_fifth() {
        assertThat(retries.next(1, notTaken(null), 0)).contains(Duration.ofSeconds(4));
        assertThat(retries.next(1, notTaken(null), 1)).contains(Duration.ofSeconds(6));
    }

    @Test
    void a_receivers_wish_counts_when_it_is_longer_and_at_most_six_hours() {
        var minute = Duration.ofMinutes(1);
        assertThat(retries.next(1, notTaken(minute), 0.5)).contains(minute);
        assertThat(retries.next(5, notTaken(minute), 0.5).orElseThrow()).isGreaterThan(minute);
        assertThat(retries.next(1, notTaken(Duration.ofDays(9)), 0.5))
                .contains(Duration.ofHours(6));
        assertThat(retries.rest(1, notTaken(minute))).isEqualTo(minute);
    }

    @Test
    void a_receiver_rests_after_five_failures_in_a_row_never_longer_than_five_minutes() {
        assertThat(retries.rest(4, notTaken(null))).isNull();
        assertThat(retries.rest(5, notTaken(null))).isEqualTo(Duration.ofSeconds(5));
        assertThat(retries.rest(6, notTaken(null))).isEqualTo(Duration.ofSeconds(20));
        assertThat(retries.rest(500, notTaken(null))).isEqualTo(Duration.ofMinutes(5));
    }
}
