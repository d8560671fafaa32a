package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The alerts are written once, in `deploy/alerts`, where `promtool` tests them. Prometheus'
/// operator wants them in an object of its own, which kustomize cannot make of a file; so it is
/// checked.
class ClusterAlertsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path RULES =
            SourceTree.KUBERNETES.resolve("components/observability/rules.yaml");

    @Test
    void the_cluster_has_the_alerts_of_the_files() throws IOException {
        var object = YAML.readTree(RULES.toFile());
        var should = (ObjectNode) object.deepCopy();
        var groups = should.putObject("spec").putArray("groups");
        files().forEach(file -> read(file).path("groups").forEach(groups::add));
        var right = Path.of("target", "rules.yaml");
        YAML.writeValue(right.toFile(), should);
        assertThat(groups).hasSizeGreaterThan(1);
        assertThat(object)
                .as("see what it should be in " + right.toAbsolutePath())
                .isEqualTo(should);
    }

    private static Stream<Path> files() throws IOException {
        try (var all = Files.list(SourceTree.ROOT.resolve("deploy/alerts"))) {
            return all
                    .filter(file -> file.toString().endsWith(".rules.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
