package gofood.bench.row;

import gofood.bench.load.HttpLine;
import gofood.bench.load.LuaScript;
import gofood.bench.load.Program;
import gofood.bench.load.Wrk;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Stand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// B2: the menu of a restaurant at the gateway, and the same bytes as a file at nginx.
final class MenuReads implements Trial {
    private static final String FILE = "/menu.json";

    private final Way way;

    /// How it is asked for.
    enum Way {
        PLAIN("B2", "whole"),
        PACKED("B2-gzip", "packed with gzip"),
        KNOWN("B2-304", "already known");

        final String row;
        final String words;

        Way(String row, String words) {
            this.row = row;
            this.words = words;
        }
    }

    MenuReads(Way way) {
        this.way = way;
    }

    @Override
    public String name() {
        return way.row;
    }

    @Override
    public String about() {
        return "menus/s, %s ÷ nginx, the same bytes as a file".formatted(way.words);
    }

    @Override
    public Set<Program> needs() {
        return Set.of(Program.WRK, Program.NGINX);
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var menu = "/restaurants/" + stand.town().kitchens().getFirst().restaurantId();
        var wrk = stand.wrk();
        try (var nginx = stand.nginx(stand.door())) {
            var bytes = copy(stand.door(), menu, stand.file("nginx").resolve("www"));
            var ours = script(stand.door(), menu, stand.file("menu.lua"));
            var file = script(nginx.door(), FILE, stand.file("file.lua"));
            stand.rest();
            var turns =
                    stand.play(
                            () -> rate(wrk, ours, stand.door().resolve(menu), stand),
                            () -> rate(wrk, file, nginx.door().resolve(FILE), stand));
            return List.of(
                    Finding.ratio(
                            name(),
                            about(),
                            Target.atLeast(0.6, 0.9),
                            turns,
                            List.of("The menu has %,d bytes on the wire.".formatted(bytes))));
        }
    }

    private double rate(Wrk wrk, Path script, URI what, Stand stand) throws Exception {
        return wrk.run(script, what, stand.slot()).clean().perSecond();
    }

    /// What the gateway says lies beside nginx, whole and packed.
    ///
    /// @return how long the body is in this row's way
    private int copy(URI door, String menu, Path www) throws IOException {
        var plain = ask(door, menu, Map.of());
        var packed = ask(door, menu, Map.of("Accept-Encoding", "gzip"));
        if (!"gzip".equals(packed.headers().get("content-encoding")))
            throw new IOException("the gateway does not pack menus");
        Files.write(www.resolve("menu.json"), plain.body());
        Files.write(www.resolve("menu.json.gz"), packed.body());
        return switch (way) {
            case PLAIN -> plain.body().length;
            case PACKED -> packed.body().length;
            case KNOWN -> 0;
        };
    }

    /// The script, once it is sure that it is answered as meant.
    private Path script(URI door, String path, Path file) throws IOException {
        var headers =
                switch (way) {
                    case PLAIN -> Map.<String, String>of();
                    case PACKED -> Map.of("Accept-Encoding", "gzip");
                    case KNOWN ->
                            Map.of(
                                    "If-None-Match",
                                    ask(door, path, Map.of()).headers().getOrDefault("etag", ""));
                };
        var heard = ask(door, path, headers);
        if (heard.status() != (way == Way.KNOWN ? 304 : 200))
            throw new IOException("%s answers %d".formatted(door, heard.status()));
        if (headers.containsKey("Accept-Encoding")
                && !heard.headers().containsKey("content-encoding"))
            throw new IOException(door + " does not pack");
        return LuaScript.same(file, headers);
    }

    private static HttpLine.Heard ask(URI door, String path, Map<String, String> headers)
            throws IOException {
        var all =
                headers.entrySet().stream()
                        .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                        .toArray(String[]::new);
        try (var line = new HttpLine(door)) {
            return line.ask("GET", path, null, all);
        }
    }
}
