package gofood.bench.row;

import gofood.bench.load.LuaScript;
import gofood.bench.load.Throughput;
import gofood.bench.load.Wrk;
import gofood.bench.ratio.InTurns.InvalidSlot;
import gofood.bench.stand.Stand;
import gofood.bench.stand.Town;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Where people order as fast as they are answered, and where it is counted that what was answered
/// is there.
final class Counter {
    private static final String ORDERS = "SELECT count(*) FROM orders";

    private final Stand stand;
    private final Wrk wrk;
    private final Path script;

    private Counter(Stand stand, Path script) {
        this.stand = stand;
        this.wrk = stand.wrk();
        this.script = script;
    }

    Counter(Stand stand) throws IOException {
        this(stand, script(stand, stand.file("place.lua"), stand.town().baskets()));
    }

    /// Where people order as well, and it comes to nothing after that.
    static Counter ofPaupers(Stand stand) throws IOException {
        var baskets =
                stand.town().baskets().stream()
                        .map(basket -> basket.replace("tok_visa", "tok_declined"))
                        .toList();
        return new Counter(stand, script(stand, stand.file("paupers.lua"), baskets));
    }

    private static Path script(Stand stand, Path file, List<String> baskets) throws IOException {
        return LuaScript.posts(file, List.of("/orders"), stand.town().customers(), baskets);
    }

    /// One order, at leisure.
    ///
    /// @return its number
    long placeOne() throws IOException {
        var town = stand.town();
        var answer =
                town.post(
                        town.customers().getFirst(),
                        "/orders",
                        town.baskets().getFirst(),
                        "Idempotency-Key",
                        newKeys() + "-0-0");
        return Town.must(answer).path("order_id").asLong();
    }

    static String newKeys() {
        return UUID.randomUUID().toString();
    }

    /// A slot of first placements.
    ///
    /// @param keys what their keys begin with
    Throughput place(String keys)
            throws IOException, InterruptedException, SQLException, InvalidSlot {
        var before = orders();
        var placed = wrk.run(script, stand.door(), stand.slot(), keys, "0");
        awaitLast();
        var stored = orders() - before;
        // what was under way at the end is stored, and nobody counted its answer
        if (stored < placed.answers() || stored > placed.answers() + wrk.clients())
            throw new IllegalStateException(
                    "%d orders were answered with 201, and %d are stored"
                            .formatted(placed.answers(), stored));
        return placed.clean();
    }

    /// A slot of repetitions of what was placed with these keys.
    ///
    /// @param most how many requests of a thread are repeated
    Throughput repeat(String keys, long most)
            throws IOException, InterruptedException, SQLException, InvalidSlot {
        var before = orders();
        var repeated =
                wrk.run(script, stand.door(), stand.slot(), keys, Long.toString(most)).clean();
        // what was under way when the slot of placements ended may not have been placed then
        var placed = orders() - before;
        if (placed > wrk.clients())
            throw new IllegalStateException("repetitions have placed %d orders".formatted(placed));
        return repeated;
    }

    private long orders() throws SQLException {
        return stand.cluster().number("order", ORDERS);
    }

    private void awaitLast() throws InterruptedException, SQLException {
        var before = -1L;
        for (var now = orders(); now != before; now = orders()) {
            before = now;
            Thread.sleep(100);
        }
    }
}
