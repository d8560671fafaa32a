package gofood.bench.row;

import gofood.bench.load.LuaScript;
import gofood.bench.load.Program;
import gofood.bench.load.Wrk;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Stand;
import gofood.bench.stand.Town.Rider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// B6: where couriers are, told once a request, and a row per courier that is updated each time.
final class Pings implements Trial {
    private static final int RIDERS = 200;
    private static final int PLACES = 97;

    @Override
    public String name() {
        return "B6";
    }

    @Override
    public String about() {
        return "courier positions/s at the gateway ÷ pgbench, an upsert each";
    }

    @Override
    public Set<Program> needs() {
        return Set.of(Program.WRK, Program.PGBENCH);
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var riders = stand.town().riders(RIDERS);
        for (var rider : riders) stand.town().onShift(rider, true);
        var wrk = stand.wrk();
        var script = script(stand, riders);
        var upsert = upsert(stand);
        stand.rest();
        var turns =
                stand.play(
                        () -> told(stand, wrk, script),
                        () -> stand.pgbench().run(upsert, "delivery", stand.slot()));
        for (var rider : riders) stand.town().onShift(rider, false);
        return List.of(
                Finding.ratio(
                        name(),
                        about(),
                        Target.atLeast(3, 10),
                        turns,
                        List.of(RIDERS + " couriers.")));
    }

    private static Path script(Stand stand, List<Rider> riders) throws IOException {
        var paths = new ArrayList<String>();
        for (var rider : riders) paths.add("/couriers/%d/positions".formatted(rider.courierId()));
        var bodies = new ArrayList<String>();
        for (var i = 0; i < PLACES; i++)
            bodies.add(
                    String.format(
                            Locale.ROOT,
                            "{\"positions\":[{\"lat\":%.6f,\"lon\":%.6f,\"at\":\"%s\"}]}",
                            43.73 + i * 1e-5,
                            7.42 + i * 1e-5,
                            LuaScript.NOW));
        return LuaScript.posts(
                stand.file("pings.lua"), paths, riders.stream().map(Rider::token).toList(), bodies);
    }

    private static double told(Stand stand, Wrk wrk, Path script) throws Exception {
        var before = stand.cluster().text("delivery", "SELECT clock_timestamp()");
        var told = wrk.run(script, stand.door(), stand.slot(), Counter.newKeys(), "0").clean();
        stand.rest();
        awaitStored(stand, before);
        return told.perSecond();
    }

    /// What was told is not forgotten: seconds later the newest place of each courier is stored.
    private static void awaitStored(Stand stand, String since) throws Exception {
        var stored = 0L;
        for (var i = 0; i < 100 && stored < RIDERS; i++) {
            stored =
                    stand.cluster()
                            .number(
                                    "delivery",
                                    "SELECT count(*) FROM courier_position WHERE seen_at > '%s'"
                                            .formatted(since));
            Thread.sleep(100);
        }
        if (stored < RIDERS)
            throw new IllegalStateException("%d couriers' positions are stored".formatted(stored));
    }

    private static Path upsert(Stand stand) throws SQLException, IOException {
        stand.cluster()
                .run(
                        "delivery",
                        """
                        DROP SCHEMA IF EXISTS bench CASCADE;
                        CREATE SCHEMA bench;
                        CREATE TABLE bench.position (
                            courier_id bigint PRIMARY KEY, lat float8, lon float8, at timestamptz)
                            WITH (fillfactor = 50);
                        """);
        return Files.writeString(
                stand.file("ping.sql"),
                """
                \\set courier random(1, %d)
                INSERT INTO bench.position VALUES (:courier, 43.73 + random() / 100, 7.42, now())
                    ON CONFLICT (courier_id) DO UPDATE
                   SET lat = excluded.lat, lon = excluded.lon, at = excluded.at;
                """
                        .formatted(RIDERS));
    }
}
