package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The dashboards and rules in `deploy`.
final class PromFiles {
    static final Path DEPLOY = Path.of("..", "deploy");

    private PromFiles() {}

    /// Every query of the dashboards, by where it stands; the alerts that they mark are one, too.
    static Map<String, String> ofDashboards() {
        var queries = new LinkedHashMap<String, String>();
        for (var file : files(DEPLOY.resolve("grafana/dashboards"), ".json")) {
            var board = read(new JsonMapper(), file);
            var title = board.path("title").asText();
            for (var panel : board.path("panels"))
                for (var target : panel.path("targets"))
                    queries.put(
                            "%s, %s, %s"
                                    .formatted(
                                            title,
                                            panel.path("title").asText(),
                                            target.path("refId").asText()),
                            target.path("expr").asText());
            for (var mark : board.at("/annotations/list"))
                queries.put(title + ", marks", mark.path("expr").asText());
        }
        assertThat(queries).as("queries of dashboards").hasSizeGreaterThan(40);
        return queries;
    }

    /// Every rule, recorded or alerting.
    static List<JsonNode> rules() {
        var rules = new ArrayList<JsonNode>();
        for (var file : files(DEPLOY.resolve("alerts"), ".rules.yaml"))
            for (var group : read(new YAMLMapper(), file).path("groups"))
                group.path("rules").forEach(rules::add);
        assertThat(rules).as("rules").hasSizeGreaterThan(20);
        return rules;
    }

    /// Whatever the dashboards and rules ask for and these services don't tell.
    static List<String> missingFrom(PromSamples samples) {
        for (var rule : rules())
            if (rule.has("record")) samples.known(rule.path("record").asText(), labels(rule));
        var missing = new ArrayList<String>();
        ofDashboards()
                .forEach((where, query) ->
                        samples.missing(PromQuery.parse(query))
                                .forEach(what -> missing.add(where + ": " + what)));
        for (var rule : rules())
            samples.missing(PromQuery.parse(rule.path("expr").asText()))
                    .forEach(what ->
                            missing.add(
                                    rule.path("alert").asText(rule.path("record").asText())
                                            + ": "
                                            + what));
        return missing;
    }

    private static Set<String> labels(JsonNode rule) {
        return PromQuery.parse(rule.path("expr").asText()).grouping();
    }

    static List<Path> files(Path folder, String ending) {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(com.fasterxml.jackson.databind.ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
