package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The limit in front of a server of virtual time, which works on a few requests at once and lets
/// the others wait.
class AdaptiveLimitTest {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int WORKERS = 4;

    private final AdaptiveLimit limit = new AdaptiveLimit(6, Duration.ofMillis(300), 0);
    private final ArrayDeque<Long> waiting = new ArrayDeque<>();
    private final PriorityQueue<long[]> working =
            new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    private long now;
    private int status = 200;
    private int answered;
    private int refused;
    private long slowest;

    /// Offers so many requests a second, each of which costs so much work, for a while.
    private void offer(int perSecond, Duration work, Duration during) {
        answered = 0;
        refused = 0;
        slowest = 0;
        var until = now + during.toNanos();
        for (double due = 0; now < until; now += TICK) {
            for (due += perSecond / 1_000.0; due >= 1; due--)
                if (limit.enter()) waiting.add(now);
                else refused++;
            finish();
            while (working.size() < WORKERS && !waiting.isEmpty())
                working.add(new long[] {now + work.toNanos(), waiting.poll()});
        }
    }

    private void finish() {
        while (!working.isEmpty() && working.peek()[0] <= now) {
            var startedAt = working.poll()[1];
            limit.leave(startedAt, now, status);
            answered++;
            slowest = Math.max(slowest, now - startedAt);
        }
    }

    @Test
    void nobody_is_refused_below_the_capacity() {
        offer(360, Duration.ofMillis(10), Duration.ofMinutes(2));
        assertThat(refused).isZero();
    }

    @Test
    void three_times_the_capacity_is_worked_off_at_full_speed_and_in_bounded_time() {
        // 400 a second can be done
        offer(200, Duration.ofMillis(10), Duration.ofSeconds(30));
        offer(1_200, Duration.ofMillis(10), Duration.ofMinutes(5));
        assertThat(answered).isGreaterThan(400 * 300 * 95 / 100);
        assertThat(TimeUnit.NANOSECONDS.toMillis(slowest)).isLessThan(1_000);
        // the last minute of an overload is as good as its first
        offer(1_200, Duration.ofMillis(10), Duration.ofMinutes(1));
        assertThat(answered).isGreaterThan(400 * 60 * 95 / 100);
        assertThat(TimeUnit.NANOSECONDS.toMillis(slowest)).isLessThan(800);
    }

    @Test
    void when_the_rush_is_over_everybody_is_let_in_again() {
        offer(1_200, Duration.ofMillis(10), Duration.ofMinutes(1));
        offer(300, Duration.ofMillis(10), Duration.ofSeconds(10));
        offer(300, Duration.ofMillis(10), Duration.ofMinutes(1));
        assertThat(refused).isZero();
    }

    @Test
    void a_server_that_becomes_slower_gets_less() {
        offer(300, Duration.ofMillis(10), Duration.ofSeconds(30));
        // 40 a second can be done
        offer(300, Duration.ofMillis(100), Duration.ofSeconds(30));
        offer(300, Duration.ofMillis(100), Duration.ofSeconds(30));
        assertThat(limit.most()).isBetween(16, 24);
        assertThat(TimeUnit.NANOSECONDS.toMillis(slowest)).isLessThan(800);
    }

    @Test
    void what_takes_long_as_a_rule_is_not_too_slow() {
        // 4 a second can be done
        offer(3, Duration.ofSeconds(1), Duration.ofMinutes(5));
        assertThat(refused).isZero();
        assertThat(limit.most()).isGreaterThanOrEqualTo(256);
    }

    @Test
    void the_clients_own_mistakes_say_nothing() {
        status = 404;
        offer(1_200, Duration.ofMillis(10), Duration.ofSeconds(30));
        assertThat(limit.most()).isEqualTo(256);
    }

    @Test
    void a_few_that_are_slow_by_chance_change_nothing() {
        for (int minute = 0; minute < 60; minute++) {
            assertThat(limit.enter()).isTrue();
            now += Duration.ofSeconds(20).toNanos();
            limit.leave(now - Duration.ofSeconds(5).toNanos(), now, 200);
        }
        assertThat(limit.most()).isEqualTo(256);
    }
}
