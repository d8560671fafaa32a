package gofood.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.delivery.DeliveryConfig;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// From when on a courier is missed.
class MissedFromTest {
    private static final Instant ASKED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final DeliveryConfig.Waiting WAITING =
            new DeliveryConfig.Waiting(
                    MINUTE, Duration.ofMinutes(10), MINUTE, MINUTE, MINUTE, MINUTE);

    private static Instant missedFrom(long minutesUntilReady) {
        var ready = ASKED.plus(Duration.ofMinutes(minutesUntilReady));
        return Offering.missedFrom(ASKED, ready, WAITING);
    }

    @Test
    void who_is_asked_early_may_say_no_without_alarm() {
        assertThat(missedFrom(25)).isEqualTo(ASKED.plus(Duration.ofMinutes(15)));
    }

    @Test
    void nobody_is_missed_before_anybody_was_asked() {
        assertThat(missedFrom(5)).isEqualTo(ASKED);
        assertThat(missedFrom(-5)).isEqualTo(ASKED);
        assertThat(Offering.missedFrom(ASKED, null, WAITING)).isEqualTo(ASKED);
    }
}
