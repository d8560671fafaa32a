package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be said of rules and dashboards without a running goFOOD; the rest is asked of the
/// whole system.
class PromFilesTest {
    private static final Path DEPLOY = PromFiles.DEPLOY;

    @Test
    void what_nobody_measures_is_found() {
        var told = new PromSamples();
        told.read(
                """
                # TYPE orders_reached_total counter
                orders_reached_total{status="placed"} 3.0
                steps_seconds_bucket{le="0.5",outcome="ok"} 3
                """);
        assertThat(missing(told, "sum by (status) (rate(orders_reached_total[5m])) / 2")).isEmpty();
        assertThat(missing(told, "orders_reached_total{status=\"placed\"} and on () up == 0"))
                .isEmpty();
        assertThat(missing(told, "rate(orders_reachd_total[5m])"))
                .containsExactly("metric orders_reachd_total");
        assertThat(missing(told, "orders_reached_total{state=\"placed\"}")).hasSize(1);
        assertThat(missing(told, "orders_reached_total{status=\"lost\"}")).hasSize(1);
        assertThat(missing(told, "steps_seconds_bucket{outcome=~\"o.\",le=\"1.0\"}")).hasSize(1);
        assertThat(missing(told, "sum by (city) (orders_reached_total)"))
                .containsExactly("label city");
    }

    private static List<String> missing(PromSamples told, String query) {
        return told.missing(PromQuery.parse(query));
    }

    @Test
    void each_alert_has_its_page_and_each_page_its_alert() {
        var named = new ArrayList<String>();
        for (var rule : PromFiles.rules()) {
            if (!rule.has("alert")) continue;
            var name = rule.path("alert").asText();
            named.add(name + ".md");
            assertThat(rule.at("/annotations/runbook").asText())
                    .isEqualTo("deploy/runbooks/%s.md".formatted(name));
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
        }
        var pages =
                PromFiles.files(DEPLOY.resolve("runbooks"), ".md").stream()
                        .map(page -> page.getFileName().toString())
                        .toList();
        assertThat(Set.copyOf(named)).containsExactlyInAnyOrderElementsOf(pages);
    }

    @Test
    void prometheus_takes_configuration_and_rules() throws Exception {
        promtool("check", "config", "--syntax-only", path("prometheus/prometheus.yaml"));
        for (var rules : PromFiles.files(DEPLOY.resolve("alerts"), ".rules.yaml"))
            promtool("check", "rules", rules.toString());
    }

    @Test
    void each_alert_comes_when_it_should_and_not_before() throws Exception {
        var tests = PromFiles.files(DEPLOY.resolve("alerts/tests"), ".test.yaml");
        assertThat(tests).isNotEmpty();
        for (var test : tests) promtool("test", "rules", test.toString());
        var tested = new StringBuilder();
        for (var test : tests) tested.append(Files.readString(test));
        for (var rule : PromFiles.rules())
            if (rule.has("alert"))
                assertThat(tested)
                        .containsPattern(
                                "alertname: "
                                        + Pattern.quote(rule.path("alert").asText())
                                        + "\\n +exp_alerts:\\n");
    }

    @Test
    void prometheus_understands_every_query_of_the_dashboards(@TempDir Path folder)
            throws Exception {
        var file = folder.resolve("dashboards.yaml");
        var queries = PromFiles.ofDashboards().values();
        Files.writeString(file, asRules(queries));
        promtool("check", "rules", file.toString());
        // one that is broken would not pass
        for (var query : queries) {
            var last = query.lastIndexOf(')');
            if (last < 0) continue;
            Files.writeString(file, asRules(List.of(query.substring(0, last))));
            assertThatThrownBy(() -> promtool("check", "rules", file.toString()))
                    .hasMessageContaining("could not parse expression");
            break;
        }
    }

    private static String asRules(Collection<String> queries) {
        var rules = new StringBuilder("groups: [{name: dashboards, rules: [\n");
        var n = 0;
        for (var query : queries) {
            var now = query.replace("$__rate_interval", "1m").replace("$job", ".*");
            rules.append("{record: 'q%d', expr: '%s'},%n".formatted(n++, now.replace("'", "''")));
        }
        return rules.append("]}]\n").toString();
    }

    private static String path(String inDeploy) {
        return DEPLOY.resolve(inDeploy).toString();
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        var found =
                List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                        .map(folder -> Path.of(folder, "promtool"))
                        .anyMatch(Files::isExecutable);
        assumeTrue(
                found, "promtool is not installed (Debian and Ubuntu: apt-get install prometheus)");
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
