package gofood.bench.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Pairs in the order in which they were played, and those of them that count.
///
/// A pair whose baseline moved by more than half against the median of all baselines says more
/// about the machine than about us.
///
/// @param invalid why a slot said nothing, for each such pair
public record InTurns(List<Pair> played, List<String> invalid) {
    private static final double MOVED = 0.5;
    private static final int LONGEST_WARM_UP = 15;

    public InTurns {
        played = List.copyOf(played);
        invalid = List.copyOf(invalid);
    }

    public List<Pair> kept() {
        var usual = usualBaseline();
        return played.stream().filter(pair -> !hasMoved(pair, usual)).toList();
    }

    public List<Pair> thrownAway() {
        var usual = usualBaseline();
        return played.stream().filter(pair -> hasMoved(pair, usual)).toList();
    }

    private double usualBaseline() {
        if (played.isEmpty()) return Double.NaN;
        return new Sample(played.stream().map(Pair::baseline).toList()).median();
    }

    private static boolean hasMoved(Pair pair, double usual) {
        return Math.abs(pair.baseline() - usual) > MOVED * usual;
    }

    /// One slot of load.
    public interface Slot {
        /// @return what was done in a second, or what one did cost
        double play() throws Exception;
    }

    /// Whether what was cold at the beginning has become warm.
    public interface Warmth {
        boolean now() throws Exception;
    }

    /// Of which nothing can be said: what was asked for was refused, or was not done.
    public static final class InvalidSlot extends Exception {
        private static final long serialVersionUID = 1;

        public InvalidSlot(String why) {
            super(why);
        }
    }

    /// Plays slots in turns, when both have become warm: pair after pair until enough count, or
    /// until twice as many were tried.
    ///
    /// @param pairs how many must count
    /// @param isWarm asked after each slot of the warm-up
    /// @param told of each pair that was played
    public static InTurns play(
            int pairs, Warmth isWarm, Slot ours, Slot baseline, Consumer<Pair> told)
            throws Exception {
        warmUp(isWarm, ours);
        once(baseline);
        var turns = new InTurns(List.of(), List.of());
        for (var tried = 0; tried < 2 * pairs && turns.kept().size() < pairs; tried++)
            turns = turns.andOne(ours, baseline, told);
        if (turns.kept().isEmpty())
            throw new InvalidSlot("no pair counts: " + String.join("; ", turns.invalid));
        return turns;
    }

    /// Plays until it is warm, or for so long that whatever is still cold will stay so.
    public static void warmUp(Warmth isWarm, Slot slot) throws Exception {
        for (var i = 0; i < LONGEST_WARM_UP; i++) {
            once(slot);
            if (isWarm.now()) return;
        }
    }

    /// What fails while it is cold is not held against it.
    private static double once(Slot slot) throws Exception {
        try {
            return slot.play();
        } catch (InvalidSlot e) {
            return Double.NaN;
        }
    }

    private InTurns andOne(Slot ours, Slot baseline, Consumer<Pair> told) throws Exception {
        var all = new ArrayList<>(played);
        var bad = new ArrayList<>(invalid);
        try {
            var pair = new Pair(ours.play(), baseline.play());
            told.accept(pair);
            all.add(pair);
        } catch (InvalidSlot e) {
            bad.add(String.valueOf(e.getMessage()));
        }
        return new InTurns(all, bad);
    }

    public Sample ratios() {
        return new Sample(kept().stream().map(Pair::ratio).toList());
    }

    public Sample ours() {
        return new Sample(kept().stream().map(Pair::ours).toList());
    }

    public Sample baselines() {
        return new Sample(kept().stream().map(Pair::baseline).toList());
    }
}
