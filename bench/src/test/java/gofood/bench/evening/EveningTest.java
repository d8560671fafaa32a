package gofood.bench.evening;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.bench.evening.Evening.Load;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveningTest {
    private static final Load QUIET = new Load(40, 16);
    private static final Load PEAK = new Load(120, 18);
    private final Evening evening = new Evening(EveningStreets.ofDemoCity());

    @Test
    void while_couriers_are_to_spare_everything_is_better_and_the_same_evening_gives_the_same() {
        var night = evening.night(QUIET, 101);
        assertThat(evening.night(QUIET, 101)).isEqualTo(night);
        var theirs = night.firstCome();
        var ours = night.planned();
        assertThat(ours.delivered()).isEqualTo(ours.orders());
        assertThat(ours.timeP50()).isLessThan(theirs.timeP50());
        assertThat(ours.timeP90()).isLessThan(theirs.timeP90());
        assertThat(ours.late()).isLessThan(theirs.late());
        assertThat(ours.foodWaitingP50()).isLessThan(1.1 * theirs.foodWaitingP50());
        assertThat(ours.foodWaitingP90()).isLessThan(theirs.foodWaitingP90());
        assertThat(ours.kmPerOrder()).isLessThan(0.95 * theirs.kmPerOrder());
        assertThat(ours.idlePerOrder()).isLessThan(0.6 * theirs.idlePerOrder());
    }

    @Test
    void at_the_peak_couriers_bring_far_more_in_the_same_time() {
        var night = evening.night(PEAK, 102);
        var theirs = night.firstCome();
        var ours = night.planned();
        assertThat(ours.delivered()).isEqualTo(ours.orders());
        assertThat(ours.timeP50()).isLessThan(0.6 * theirs.timeP50());
        assertThat(ours.timeP90()).isLessThan(0.6 * theirs.timeP90());
        assertThat(ours.late()).isLessThan(0.9 * theirs.late());
        assertThat(ours.foodWaitingP90()).isLessThan(0.5 * theirs.foodWaitingP90());
        assertThat(ours.kmPerOrder()).isLessThan(0.75 * theirs.kmPerOrder());
    }

    @Test
    void what_is_printed_ends_with_what_it_means() {
        var printed = new ByteArrayOutputStream();
        evening.compare(
                List.of(new Load(20, 8)),
                103,
                1,
                new Table(new PrintStream(printed, true, StandardCharsets.UTF_8)));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("20 orders an hour, 8 couriers: 2.5 orders for each courier and hour")
                .contains("seed 103 planned")
                .contains("planned / first come")
                .containsPattern("Planned is better in \\d of 7 figures");
    }

    @Test
    void wrong_options_are_told() {
        assertThat(Evening.run("--seeds", "many")).isEqualTo(2);
        assertThat(Evening.run("--colour", "1")).isEqualTo(2);
    }
}
