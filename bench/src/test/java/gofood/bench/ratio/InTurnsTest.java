package gofood.bench.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.bench.ratio.InTurns.InvalidSlot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InTurnsTest {
    @Test
    void the_median_is_the_middle_one_or_between_the_middle_two() {
        assertThat(new Sample(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(new Sample(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
        assertThat(new Sample(List.of(9.0, 1.0, 2.0)).least()).isEqualTo(1);
        assertThat(new Sample(List.of(9.0, 1.0, 2.0)).most()).isEqualTo(9);
    }

    @Test
    void a_pair_whose_baseline_moved_by_more_than_half_does_not_count() {
        var turns =
                new InTurns(
                        List.of(
                                new Pair(50, 100),
                                new Pair(60, 100),
                                new Pair(70, 151),
                                new Pair(80, 150),
                                new Pair(90, 49),
                                new Pair(40, 100)),
                        List.of());
        assertThat(turns.thrownAway()).containsExactly(new Pair(70, 151), new Pair(90, 49));
        assertThat(turns.ratios().median()).isEqualTo((0.5 + 80.0 / 150) / 2);
    }

    @Test
    void slots_are_played_in_turns_once_ours_are_warm() throws Exception {
        var rates = new ArrayDeque<>(List.of(10.0, 50.0, 90.0, 98.0, 100.0, 101.0));
        var warmth = new ArrayDeque<>(List.of(false, false, false, true));
        var played = new ArrayList<String>();
        var turns =
                InTurns.play(
                        2,
                        warmth::pop,
                        () -> {
                            played.add("ours");
                            return rates.pop();
                        },
                        () -> {
                            played.add("base");
                            return 200;
                        },
                        _ -> {});
        assertThat(played)
                .containsExactly(
                        "ours", "ours", "ours", "ours", "base", "ours", "base", "ours", "base");
        assertThat(turns.kept()).containsExactly(new Pair(100, 200), new Pair(101, 200));
    }

    @Test
    void what_never_becomes_warm_is_measured_all_the_same() throws Exception {
        var turns = InTurns.play(1, () -> false, () -> 50, () -> 100, _ -> {});
        assertThat(turns.kept()).containsExactly(new Pair(50, 100));
    }

    @Test
    void what_is_thrown_away_is_played_again() throws Exception {
        var baselines = new ArrayDeque<>(List.of(0.0, 100.0, 300.0, 100.0, 100.0));
        var turns = InTurns.play(3, () -> true, () -> 50, baselines::pop, _ -> {});
        assertThat(turns.kept()).hasSize(3);
        assertThat(turns.thrownAway()).containsExactly(new Pair(50, 300));
    }

    @Test
    void a_slot_in_which_something_failed_does_not_count_and_is_told() {
        assertThatThrownBy(() ->
                        InTurns.play(
                                1,
                                () -> true,
                                () -> {
                                    throw new InvalidSlot("3 requests failed");
                                },
                                () -> 1,
                                _ -> {}))
                .hasMessage("no pair counts: 3 requests failed; 3 requests failed");
    }

    @Test
    void a_target_is_met_from_the_side_that_is_better() {
        assertThat(Target.atLeast(0.7, 1).verdict(0.69)).isEqualTo("MISSED");
        assertThat(Target.atLeast(0.7, 1).verdict(0.7)).isEqualTo("met");
        assertThat(Target.atMost(50, 20).verdict(51)).isEqualTo("MISSED");
        assertThat(Target.atMost(50, 20).verdict(20)).isEqualTo("stretch");
    }
}
