package gofood.app;

import gofood.platform.testing.Seeds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Thousands of lives, in none of which money and food part.
class OneLifeTest {
    @Test
    void every_order_ends_and_what_was_paid_is_what_it_owes() {
        Seeds.play(Duration.ofSeconds(8), seed -> new OneLife(seed).play());
    }
}
