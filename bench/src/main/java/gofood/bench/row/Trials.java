package gofood.bench.row;

import java.util.List;

/// The whole table, in the order in which it is measured.
public final class Trials {
    private Trials() {}

    public static List<Trial> all() {
        return List.of(
                new Starts(),
                new TimeToPaid(),
                new Lives(),
                new Placing(true),
                new Storing(),
                new Replays(),
                new MenuReads(MenuReads.Way.PLAIN),
                new MenuReads(MenuReads.Way.PACKED),
                new MenuReads(MenuReads.Way.KNOWN),
                new PassThrough(false),
                new PassThrough(true),
                new Draining(),
                new Freshness(),
                new Pings(),
                new Matching(),
                new LongQueue(),
                new OldSnapshot(),
                new Scale(),
                // last: what waited meanwhile takes minutes to be brought
                new Placing(false));
    }
}
