package gofood.bench.load;

import gofood.bench.ratio.InTurns.InvalidSlot;

/// What a closed loop brought about.
///
/// @param answers good ones
/// @param failures refusals, and requests without an answer
/// @param millis99 99 of 100 answers took no longer
public record Throughput(long answers, double seconds, long failures, double millis99) {
    public double perSecond() {
        return answers / seconds;
    }

    /// A slot in which something failed says nothing about what succeeded.
    ///
    /// @throws InvalidSlot when anything failed
    public Throughput clean() throws InvalidSlot {
        if (failures == 0 && answers > 0) return this;
        throw new InvalidSlot(
                "%d requests failed beside %d that did not".formatted(failures, answers));
    }
}
