package gofood.city.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.testing.TestBed;
import gofood.platform.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapRoutesTest {
    private static final String HARBOUR = "/map/14/8529/5974.mvt";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir static Path folder;

    private static TestBed bed;

    /// Only the map.
    private static final class MapService implements Service {
        @Override
        public String name() {
            return "city";
        }

        @Override
        public Running start(Env env) {
            var tiles = MapTiles.open(Monaco.extract(), folder);
            return Foundation.of(env, name()).serve(new MapRoutes(tiles).table());
        }
    }

    @BeforeAll
    static void start() {
        bed = new TestBed(new MapService());
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(bed.address().resolve(path));
        if (headers.length > 0) request.headers(headers);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode style(String query, String... headers)
            throws IOException, InterruptedException {
        var answer = get("/map/style.json" + query, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.tree(answer.body());
    }

    @Test
    void a_tile_is_zipped_for_those_who_can_read_it() throws Exception {
        var plain = get(HARBOUR);
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(header(plain, "Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(plain, "Cache-Control")).contains("max-age");
        var zipped = get(HARBOUR, "Accept-Encoding", "br, gzip");
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zipped, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        for (var none : new String[] {"gzip;q=0", "notgzip", "br, gzip; q=0.0, deflate"})
            assertThat(header(get(HARBOUR, "Accept-Encoding", none), "Content-Encoding"))
                    .as(none)
                    .isEmpty();
    }

    @Test
    void who_has_a_tile_is_not_sent_it_again() throws Exception {
        var etag = header(get(HARBOUR), "ETag");
        assertThat(etag).isNotEmpty();
        var again = get(HARBOUR, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "ETag")).isEqualTo(etag);
        assertThat(again.body()).isEmpty();
        for (var same : new String[] {"*", etag.substring(2), "\"a\", " + etag})
            assertThat(get(HARBOUR, "If-None-Match", same).statusCode()).as(same).isEqualTo(304);
        for (var other : new String[] {"W/\"other\"", etag.substring(0, etag.length() - 1)})
            assertThat(get(HARBOUR, "If-None-Match", other).statusCode()).as(other).isEqualTo(200);
    }

    @Test
    void elsewhere_in_the_world_there_is_nothing_to_see() throws Exception {
        assertThat(get("/map/14/8300/5638.mvt").statusCode()).isEqualTo(204);
    }

    @Test
    void numbers_of_no_tile_are_not_found() throws Exception {
        for (var path : new String[] {"18/0/0", "3/8/0", "3/0/-1", "a/b/c", "3/1e1/0"}) {
            var answer = get("/map/" + path + ".mvt");
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void the_style_finds_its_tiles_where_the_client_found_it() throws Exception {
        var here = style("").at("/sources/city");
        assertThat(here.at("/tiles/0").textValue())
                .isEqualTo(bed.address() + "/map/{z}/{x}/{y}.mvt");
        assertThat(here.path("maxzoom").intValue()).isEqualTo(17);
        assertThat(here.path("attribution").textValue()).contains("OpenStreetMap contributors");
        var outside =
                style("", "X-Forwarded-Host", "food.example:8443", "X-Forwarded-Proto", "https");
        assertThat(outside.at("/sources/city/tiles/0").textValue())
                .isEqualTo("https://food.example:8443/map/{z}/{x}/{y}.mvt");
        assertThat(get("/map/style.json", "X-Forwarded-Host", "evil.example/\"x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void each_theme_has_its_colours_and_no_outside_fonts() throws Exception {
        var light = style("?theme=light");
        var dark = style("?theme=dark");
        assertThat(style("")).isEqualTo(light);
        assertThat(dark).isNotEqualTo(light);
        for (var theme : new JsonNode[] {light, dark}) {
            assertThat(theme.toString()).doesNotContain("@");
            assertThat(theme.has("glyphs") || theme.has("sprite")).isFalse();
            assertThat(theme.at("/center/0").doubleValue()).isBetween(7.40, 7.44);
            assertThat(theme.at("/center/1").doubleValue()).isBetween(43.72, 43.76);
        }
        assertThat(get("/map/style.json?theme=pink").statusCode()).isEqualTo(422);
    }

    @Test
    void the_style_draws_only_layers_that_there_are() throws Exception {
        var used = Pattern.compile("\"source-layer\":\"(\\w+)\"");
        var json = new String(get("/map/style.json").body(), StandardCharsets.UTF_8);
        assertThat(used.matcher(json).results().map(found -> found.group(1)).distinct())
                .allSatisfy(name -> assertThat(Layer.of(name).wireName()).isEqualTo(name))
                .hasSize(Layer.values().length);
    }
}
