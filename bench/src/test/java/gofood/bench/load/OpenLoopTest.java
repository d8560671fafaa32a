package gofood.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.bench.ratio.Quantiles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    @Test
    void who_had_to_wait_for_their_turn_has_waited() throws Exception {
        OpenLoop.Client oneThatStandsStill =
                number -> {
                    if (number == 0) Thread.sleep(300);
                    return true;
                };
        var latencies = OpenLoop.run(List.of(oneThatStandsStill), 100, Duration.ofMillis(200));
        assertThat(latencies.count()).isEqualTo(20);
        // the last one was meant after 190 ms, and nobody was there to take it before 300
        assertThat(latencies.millis(0.01)).isGreaterThan(100);
        assertThat(latencies.millis(1)).isGreaterThan(290);
    }

    @Test
    void what_is_not_answered_well_has_failed() throws Exception {
        var latencies =
                OpenLoop.run(
                        List.<OpenLoop.Client>of(number -> {
                            if (number == 0) throw new IOException("cut");
                            return number != 1;
                        }),
                        1000,
                        Duration.ofMillis(5));
        assertThat(latencies.failures()).isEqualTo(2);
        assertThat(latencies.count()).isEqualTo(3);
    }

    @Test
    void a_percentile_is_what_that_share_did_not_exceed() {
        var latencies = new Quantiles();
        for (var i = 100; i > 0; i--) latencies.add(Duration.ofMillis(i));
        assertThat(latencies.millis(0.5)).isEqualTo(50);
        assertThat(latencies.millis(0.99)).isEqualTo(99);
        assertThat(latencies.millis(1)).isEqualTo(100);
    }

    @Test
    void what_the_programs_say_is_read() throws Exception {
        var wrk = Wrk.read("…\nBENCH 1000 2000000 10 4321\n");
        assertThat(wrk).isEqualTo(new Throughput(990, 2, 10, 4.321));
        assertThat(wrk.perSecond()).isEqualTo(495);
        assertThatThrownBy(wrk::clean).hasMessageContaining("10 requests failed");
        assertThat(
                        Pgbench.read(
                                """
                                number of transactions actually processed: 4200
                                number of failed transactions: 0 (0.000%)
                                tps = 2104.5 (without initial connection time)
                                """))
                .isEqualTo(2104.5);
        assertThatThrownBy(() ->
                        Pgbench.read(
                                """
                                number of transactions actually processed: 4200
                                number of failed transactions: 7 (0.167%)
                                tps = 2104.5 (without initial connection time)
                                """))
                .isInstanceOf(IOException.class);
    }
}
