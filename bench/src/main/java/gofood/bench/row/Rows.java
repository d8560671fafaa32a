package gofood.bench.row;

import java.util.List;

/// The whole table, in the order in which it is measured.
public final class Rows {
    private Rows() {}

    public static List<Row> all() {
        return List.of(new Placing(true), new Placing(false), new Replays());
    }
}
