package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// How often may be asked again.
class RetryBudgetTest {
    private final AtomicLong now = new AtomicLong(-TimeUnit.SECONDS.toNanos(100));
    private final RetryBudget budget = new RetryBudget(now::get);

    private int taken() {
        var taken = 0;
        while (budget.take()) taken++;
        return taken;
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) budget.count();
    }

    @Test
    void a_few_may_always_be_repeated() {
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void of_many_a_fifth_may_be_repeated() {
        ask(1_000);
        assertThat(taken()).isEqualTo(210);
    }

    @Test
    void what_was_asked_and_repeated_is_forgotten_after_ten_seconds() {
        for (int second = 0; second < 10; second++) {
            ask(100);
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
        // the first of the ten seconds is over
        assertThat(taken()).isEqualTo(190);
        now.addAndGet(TimeUnit.SECONDS.toNanos(9));
        assertThat(taken()).isZero();
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(taken()).isEqualTo(10);
        now.addAndGet(TimeUnit.DAYS.toNanos(1));
        assertThat(taken()).isEqualTo(10);
    }
}
