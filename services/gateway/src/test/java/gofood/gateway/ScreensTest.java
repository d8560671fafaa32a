package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The screens as files; the ones of this test stand before those of the build.
class ScreensTest {
    private static final String SCRIPT = "/assets/customer-1a2b3c4d.js";
    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String text(TestClient.Answer answer) {
        return new String(answer.raw().body(), StandardCharsets.UTF_8);
    }

    @Test
    void every_path_of_the_customers_screen_gives_its_page() {
        for (var path :
                List.of(
                        "/",
                        "/r/7",
                        "/o/456",
                        "/my/orders",
                        "/track/a.b",
                        "/checkout",
                        "/sign-in?next=/")) {
            var answer = town.anyone().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(text(answer)).contains(SCRIPT);
        }
        assertThat(text(town.anyone().get("/kitchen"))).contains("Kitchen");
        assertThat(text(town.anyone().get("/kitchen/board"))).contains("Kitchen");
    }

    @Test
    void a_screen_and_its_scripts_may_load_what_is_ours_however_they_are_asked_for() {
        var tag = town.anyone().get("/courier").header("ETag");
        for (var answer :
                List.of(
                        town.anyone().get("/"),
                        town.anyone().get("/courier"),
                        town.anyone().get("/courier", "If-None-Match", tag),
                        town.anyone().get(SCRIPT),
                        town.anyone().get("/nowhere", "Accept", "text/html"))) {
            var policies = answer.raw().headers().allValues("Content-Security-Policy");
            assertThat(policies).hasSize(1);
            assertThat(policies.getFirst()).contains("script-src 'self';", "worker-src");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        }
    }

    @Test
    void paths_of_the_api_stay_the_apis_whatever_is_accepted() {
        var answer = town.anyone().get("/orders/7", "Accept", "text/html");
        assertThat(answer.header("Content-Type")).doesNotContain("text/html");
    }

    @Test
    void a_browser_that_got_lost_reads_so_on_a_page_and_a_program_in_a_problem() {
        var page = town.anyone().get("/nowhere", "Accept", "text/html,*/*;q=0.8");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(text(page)).contains(SCRIPT);
        var problem = town.anyone().get("/nowhere", "Accept", "*/*");
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.code()).isEqualTo("no_such_path");
    }

    @Test
    void a_page_is_asked_for_again_and_not_sent_twice() {
        var first = town.anyone().get("/");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        var again = town.anyone().get("/", "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.raw().body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void what_bears_a_hash_in_its_name_never_changes() {
        var answer = town.anyone().get(SCRIPT);
        assertThat(answer.header("Cache-Control")).contains("immutable", "max-age=31536000");
        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void the_smallest_form_that_the_client_takes_is_sent() {
        var forms =
                List.of(
                        List.of("gzip, deflate, br", "br", "as brotli"),
                        List.of("gzip", "gzip", "as gzip"),
                        List.of("br;q=0, gzip;q=0.5", "gzip", "as gzip"),
                        List.of("identity", "", "plain"));
        for (var form : forms) {
            var answer = town.anyone().get(SCRIPT, "Accept-Encoding", form.get(0));
            assertThat(answer.header("Content-Encoding")).isEqualTo(form.get(1));
            assertThat(text(answer)).contains(form.get(2));
            assertThat(answer.header("Vary")).contains("Accept-Encoding");
        }
        var tags =
                forms.stream()
                        .map(it -> town.anyone().get(SCRIPT, "Accept-Encoding", it.getFirst()))
                        .map(it -> it.header("ETag"))
                        .distinct();
        assertThat(tags).hasSize(3);
    }

    @Test
    void nothing_else_on_the_class_path_can_be_read() {
        for (var path :
                List.of(
                        "/assets/none.js",
                        "/assets/secret.pem",
                        "/assets/..%2findex.html",
                        "/assets/%2e%2e%2fopenapi%2fgateway.yaml",
                        "/assets/.hidden.js"))
            assertThat(town.anyone().get(path).status()).as(path).isIn(400, 404);
    }
}
