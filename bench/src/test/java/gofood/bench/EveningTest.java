package gofood.bench;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.bench.Evening.Load;
import org.junit.jupiter.api.Test;

class EveningTest {
    private static final Load QUIET = new Load(40, 16);
    private final Evening evening = new Evening(EveningStreets.ofDemoCity(), System.out);

    @Test
    void planned_is_better_than_first_come_and_the_same_evening_gives_the_same_figures() {
        var night = evening.night(QUIET, 101);
        assertThat(evening.night(QUIET, 101)).isEqualTo(night);
        var theirs = night.firstCome();
        var ours = night.planned();
        assertThat(ours.delivered()).isEqualTo(ours.orders());
        assertThat(ours.kmPerOrder()).isLessThan(0.9 * theirs.kmPerOrder());
        assertThat(ours.idlePerOrder()).isLessThan(0.5 * theirs.idlePerOrder());
        assertThat(ours.late()).isLessThanOrEqualTo(theirs.late());
        assertThat(ours.timeP90()).isLessThan(1.05 * theirs.timeP90());
    }

    @Test
    void wrong_options_are_told() {
        assertThat(Evening.run("--seeds", "many")).isEqualTo(2);
        assertThat(Evening.run("--colour", "1")).isEqualTo(2);
    }
}
