package gofood.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What `kubectl apply` would be given.
///
/// @param text as rendered, one YAML document per object
record Manifests(String text, List<JsonNode> objects) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Manifests of(String text) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            var objects = new ArrayList<JsonNode>();
            documents.forEachRemaining(it -> {
                if (it.isObject()) objects.add(it);
            });
            return new Manifests(text, List.copyOf(objects));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with something wrong in it, for the checks of the checks.
    Manifests with(String right, String wrong) {
        if (!text.contains(right)) throw new IllegalArgumentException("nowhere: " + right);
        return of(text.replace(right, wrong));
    }

    Stream<JsonNode> kind(String kind) {
        return objects.stream().filter(it -> it.path("kind").asText().equals(kind));
    }

    Optional<JsonNode> find(String kind, String name) {
        return kind(kind).filter(it -> name(it).equals(name)).findFirst();
    }

    /// What runs: Deployments and StatefulSets.
    Stream<JsonNode> workloads() {
        return Stream.concat(kind("Deployment"), kind("StatefulSet"));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /// For a sentence: `Service order-service`.
    static String title(JsonNode object) {
        return object.path("kind").asText() + " " + name(object);
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(list.iterator(), 0), false);
    }

    /// The texts of a list.
    static List<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asText).toList();
    }

    /// Whether an object's labels have all that a selector names.
    static boolean selects(JsonNode matchLabels, JsonNode labels) {
        return matchLabels.properties().stream()
                .allMatch(it -> it.getValue().equals(labels.path(it.getKey())));
    }
}
