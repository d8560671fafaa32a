package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts beside the manifests, with a cluster and a Prometheus that only pretend.
class ScriptsTest {
    private static final String SHIFT = "components/canary/shift";

    @TempDir private Path folder;
    private FakeCommands commands;

    @BeforeEach
    void pretend() throws IOException {
        commands =
                new FakeCommands(folder)
                        .with("WAIT_SECONDS", "1")
                        .pretend("kubectl", "")
                        .pretend("sleep", "");
    }

    /// A Prometheus that counted so many requests and so many failed ones.
    private FakeCommands prometheus(String asked, String failed) throws IOException {
        return commands.pretend(
                "curl",
                """
                case "$*" in *5..*) n=%s ;; *) n=%s ;; esac
                echo '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1763871000.1,"'$n'"]}]}}'
                """
                        .formatted(failed, asked));
    }

    private List<String> shares(FakeCommands.Result result) {
        return result.calls().stream()
                .filter(it -> it.startsWith("kubectl"))
                .map(it -> it.replaceAll(".*/route/1/weight\", \"value\": (\\d+).*", "$1"))
                .toList();
    }

    @Test
    void a_canary_that_does_well_gets_everything_step_by_step() throws Exception {
        var result = prometheus("4000.5", "3").run(SHIFT);
        assertThat(result.code()).as(result.out()).isZero();
        assertThat(shares(result)).containsExactly("5", "25", "50", "100");
        // both routes that are shared out, and the two shares make a whole
        assertThat(result.calls().getFirst())
                .contains("-n gofood patch virtualservice order-service --type json")
                .contains("\"/spec/http/1/route/0/weight\", \"value\": 95")
                .contains("\"/spec/http/1/route/1/weight\", \"value\": 5")
                .contains("\"/spec/http/2/route/0/weight\", \"value\": 95");
    }

    @Test
    void a_canary_that_fails_more_is_taken_back() throws Exception {
        var result = prometheus("4000", "41").run(SHIFT);
        assertThat(result.code()).isEqualTo(1);
        assertThat(shares(result)).containsExactly("5", "0");
        assertThat(result.out()).contains("taking it back: 41 of 4000 requests failed");
    }

    @Test
    void a_canary_that_fails_later_is_taken_back_then() throws Exception {
        commands.pretend(
                "curl",
                """
                n=1000
                if [[ "$*" == *5..* ]]; then
                    n=0
                    [ "$(grep -c ^kubectl "%s")" -lt 3 ] || n=500
                fi
                echo '{"data":{"result":[{"value":[1763871000.1,"'$n'"]}]}}'
                """
                        .formatted(folder.resolve("calls")));
        var result = commands.run(SHIFT);
        assertThat(result.code()).isEqualTo(1);
        assertThat(shares(result)).containsExactly("5", "25", "50", "0");
    }

    @Test
    void a_canary_that_nobody_asks_is_taken_back() throws Exception {
        var few = prometheus("12", "0").run(SHIFT);
        assertThat(shares(few)).containsExactly("5", "0");
        assertThat(few.out()).contains("only 12 requests");
        var none = commands.pretend("curl", "echo '{\"data\":{\"result\":[]}}'").run(SHIFT);
        assertThat(shares(none)).containsExactly("5", "0");
        assertThat(none.code()).isEqualTo(1);
    }

    @Test
    void without_an_answer_of_prometheus_everything_is_taken_back() throws Exception {
        var result = commands.pretend("curl", "exit 7").run(SHIFT);
        assertThat(result.code()).isEqualTo(1);
        assertThat(shares(result)).containsExactly("5", "0");
        assertThat(result.out()).contains("Prometheus doesn't answer");
    }

    @Test
    void everything_is_taken_back_by_hand() throws Exception {
        var result = commands.run(SHIFT, "0");
        assertThat(result.code()).isZero();
        assertThat(shares(result)).containsExactly("0");
    }

    /// The script's numbers of routes are those of the canary's routes.
    @Test
    void the_routes_that_are_shifted_are_those_that_are_shared_out() {
        var file = SourceTree.KUBERNETES.resolve("components/canary/routes.yaml");
        var routes = Manifests.of(SourceTree.text(file)).objects().getFirst().at("/spec/http");
        assertThat(routes).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(routes.get(i).path("route")).hasSize(i == 0 ? 1 : 2);
            if (i > 0)
                assertThat(routes.at("/%d/route/1/destination/subset".formatted(i)).asText())
                        .isEqualTo("v2");
        }
    }

    @Test
    void secrets_are_made_once_and_shown_to_nobody() throws Exception {
        commands.pretend(
                "kubectl",
                """
                case "$*" in
                *"get secret service-secret"* | *"get namespace"*) exit 0 ;;
                *"get secret"*) exit 1 ;;
                *create*) cat >> "%s" ;;
                esac
                """
                        .formatted(folder.resolve("made")));
        var result = commands.run("make-secrets", "--databases");
        assertThat(result.code()).as(result.out()).isZero();
        var made = Manifests.of(documents(Files.readString(folder.resolve("made"))));
        assertThat(StrictModels.problems(made)).isEmpty();
        assertThat(made.objects().stream().map(Manifests::name))
                .contains("payment-webhook", "first-operator", "city-database-app")
                .doesNotContain("service-secret")
                .doesNotHaveDuplicates();
        for (var secret : made.objects())
            for (var value : secret.path("stringData"))
                // a role's name is no secret
                if (value.asText().length() > 15)
                    assertThat(result.calls()).noneMatch(it -> it.contains(value.asText()));
        var webhook = made.find("Secret", "payment-webhook").orElseThrow().at("/stringData/secret");
        assertThat(Base64.getUrlDecoder().decode(webhook.asText())).hasSize(32);
    }

    private static String documents(String made) {
        return made.replace("apiVersion:", "---\napiVersion:");
    }
}
