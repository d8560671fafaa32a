package gofood.bench.row;

import gofood.bench.load.HttpLine;
import gofood.bench.load.LuaScript;
import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.InTurns;
import gofood.bench.ratio.Pair;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Growth;
import gofood.bench.stand.Stand;
import gofood.bench.stand.Town;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// B9: what reading costs in a large town, and in a small one; past the gateway, which remembers
/// menus.
final class Scale implements Trial {
    private static final int SMALL = 1_000;
    private static final int RESTAURANTS = 100_000;
    private static final int ORDERS = 1_000_000;
    private static final int OWN_ORDERS = 60;
    private static final Target TARGET = Target.atMost(1.3, 1.1);

    /// What is read.
    private enum Reading {
        NEAR("B9", "restaurants near a door"),
        MENU("B9-menu", "a menu"),
        ORDER("B9-order", "an order"),
        HISTORY("B9-history", "a page of somebody's orders");

        private final String row;
        private final String words;

        Reading(String row, String words) {
            this.row = row;
            this.words = words;
        }
    }

    @Override
    public String name() {
        return Reading.NEAR.row;
    }

    @Override
    public String about() {
        return "cost of reading at 1,000,000 orders, 100,000 restaurants ÷ at 1,000";
    }

    @Override
    public Set<Program> needs() {
        return Set.of(Program.WRK);
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        try (var own = stand.another("growth")) {
            var counter = Counter.ofPaupers(own);
            var orders = new ArrayList<Long>();
            for (var i = 0; i < OWN_ORDERS; i++) orders.add(counter.placeOne());
            own.rest();
            var growth = new Growth(own.cluster());
            growth.toRestaurants(SMALL);
            growth.toOrders(SMALL, orders.getFirst());
            var small = rates(own, orders);
            growth.toRestaurants(RESTAURANTS);
            growth.toOrders(ORDERS, orders.getFirst());
            var large = rates(own, orders);
            return compare(small, large);
        }
    }

    private static List<Finding> compare(
            Map<Reading, List<Double>> small, Map<Reading, List<Double>> large) {
        var findings = new ArrayList<Finding>();
        for (var reading : Reading.values()) {
            var before = small.getOrDefault(reading, List.of());
            var after = large.getOrDefault(reading, List.of());
            var pairs = new ArrayList<Pair>();
            for (var i = 0; i < before.size(); i++)
                pairs.add(new Pair(1e6 / after.get(i), 1e6 / before.get(i)));
            findings.add(
                    Finding.ratio(
                            reading.row,
                            "µs of " + reading.words + " in a large town ÷ in a small one",
                            TARGET,
                            new InTurns(pairs, List.of()),
                            List.of()));
        }
        return findings;
    }

    /// Not in turns: a town grows only once.
    private static Map<Reading, List<Double>> rates(Stand own, List<Long> orders) throws Exception {
        own.startAgain();
        var all = new EnumMap<Reading, List<Double>>(Reading.class);
        for (var reading : Reading.values()) {
            var paths = paths(own, reading, orders);
            var token = own.town().customers().getFirst();
            var script = LuaScript.gets(own.file(reading.row + ".lua"), paths, token);
            var wrk = own.wrk();
            var door = door(own, reading);
            mustAnswer(door, paths, token);
            wrk.run(script, door, own.slot());
            var rates = new ArrayList<Double>();
            for (var i = 0; i < own.pairs(); i++)
                rates.add(wrk.run(script, door, own.slot()).clean().perSecond());
            all.put(reading, rates);
        }
        return all;
    }

    private static URI door(Stand own, Reading reading) {
        return switch (reading) {
            case NEAR, MENU -> own.service("restaurant");
            case ORDER, HISTORY -> own.service("order");
        };
    }

    /// Once each, however long it takes the first time.
    private static void mustAnswer(URI door, List<String> paths, String token) throws IOException {
        try (var line = new HttpLine(door)) {
            for (var path : paths)
                Town.must(line.ask("GET", path, null, "Authorization", "Bearer " + token));
        }
    }

    private static List<String> paths(Stand own, Reading reading, List<Long> orders) {
        return switch (reading) {
            case NEAR ->
                    List.of(
                            "/restaurants?lat=43.7312&lon=7.4236&limit=20",
                            "/restaurants?lat=43.7391&lon=7.4274&limit=20",
                            "/restaurants?lat=43.7448&lon=7.4329&limit=20");
            case MENU ->
                    own.town().kitchens().stream()
                            .map(kitchen -> "/restaurants/" + kitchen.restaurantId())
                            .toList();
            case ORDER -> orders.stream().map(id -> "/orders/" + id).toList();
            case HISTORY -> List.of("/orders?limit=20");
        };
    }
}
