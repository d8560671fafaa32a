package gofood.city.map;

import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The map on the screen.
public final class MapRoutes {
    private static final String HOST =
            "[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:]{2,45}](:\\d{1,5})?";

    /// A new map reaches every screen within the hour.
    private static final String KEEP_TILES = "public, max-age=3600";

    /// It names the host under which it was asked for.
    private static final String KEEP_STYLE = "private, max-age=300";

    private final MapTiles tiles;
    private final MapStyle style;

    public MapRoutes(MapTiles tiles) {
        this.tiles = tiles;
        this.style = new MapStyle(tiles);
    }

    public Routes table() {
        return new Routes()
                .get("/map/{z}/{x}/{y}.mvt", Access.ANYONE, this::tile)
                .get("/map/style.json", Access.ANYONE, this::style);
    }

    private Reply tile(Call call) {
        var id =
                TileId.of(call.path("z"), call.path("x"), call.path("y"))
                        .orElseThrow(() -> Refused.notFound("tile"));
        var tile = tiles.tile(id);
        var reply = known(call, tile) ? new Reply(304, null, Map.of()) : content(call, tile);
        return reply.with("ETag", tile.etag())
                .with("Cache-Control", KEEP_TILES)
                .with("Vary", "Accept-Encoding");
    }

    private static boolean known(Call call, Tile tile) {
        var asked = tokens(call.header("If-None-Match").orElse(""));
        return asked.contains("*")
                || asked.stream().anyMatch(tag -> strong(tag).equals(strong(tile.etag())));
    }

    /// RFC 9110: here a weak tag is as good as a strong one.
    private static String strong(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }

    private static List<String> tokens(String header) {
        return Arrays.stream(header.split(",", -1)).map(String::strip).toList();
    }

    private static Reply content(Call call, Tile tile) {
        if (tile.isEmpty()) return Reply.none();
        var type = "application/vnd.mapbox-vector-tile";
        if (!takesGzip(call)) return Reply.text(type, tile.plain());
        return Reply.text(type, tile.zipped()).with("Content-Encoding", "gzip");
    }

    private static boolean takesGzip(Call call) {
        var accepted =
                tokens(call.header("Accept-Encoding").orElse("").toLowerCase(Locale.ROOT)).stream()
                        .map(token -> token.replace(" ", ""))
                        .toList();
        var gzip = accepted.stream().filter(it -> it.matches("(x-)?gzip(;.*)?")).findFirst();
        return gzip.or(() -> accepted.stream().filter(it -> it.matches("\\*(;.*)?")).findFirst())
                .filter(it -> !it.matches(".*;q=0(\\.0*)?"))
                .isPresent();
    }

    private Reply style(Call call) {
        var theme = call.query("theme").orElse("light");
        if (!MapStyle.THEMES.contains(theme))
            throw Refused.invalid("theme", "must be one of " + String.join(", ", MapStyle.THEMES))
                    .with("allowed", MapStyle.THEMES);
        return Reply.text("application/json", style.json(theme, origin(call)))
                .with("Cache-Control", KEEP_STYLE)
                .with("Vary", "Host, X-Forwarded-Host, X-Forwarded-Proto");
    }

    /// Where the client reaches us: the map library needs whole addresses. What is no host's name
    /// is refused, since it would end up in a document that others may be shown.
    private static String origin(Call call) {
        var host = call.header("X-Forwarded-Host").or(() -> call.header("Host")).orElse("");
        if (!host.matches(HOST))
            throw new Refused(400, "malformed_request", "The Host header names no host.");
        var scheme = call.header("X-Forwarded-Proto").orElse("http");
        return (Set.of("https", "wss").contains(scheme) ? "https://" : "http://") + host;
    }
}
