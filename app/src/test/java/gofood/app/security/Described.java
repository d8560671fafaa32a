package gofood.app.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gofood.platform.testing.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a service says of itself in its `/openapi.yaml`.
final class Described {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    final String service;
    final JsonNode document;

    Described(String service, JsonNode document) {
        this.service = service;
        this.document = document;
    }

    Described(String service, URI where) {
        this.service = service;
        try {
            var yaml = new TestClient(where, "").get("/openapi.yaml").raw().body();
            document = new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param parameters of path, query and header
    /// @param body the schema of its JSON, or missing
    record Operation(
            Described of,
            String method,
            String path,
            List<JsonNode> parameters,
            JsonNode body,
            JsonNode responses) {
        String name() {
            return method + " " + path;
        }

        boolean isStream() {
            return responses.at("/200/content").has("text/event-stream");
        }
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method -> {
                                    if (METHODS.contains(method.getKey()))
                                        all.add(
                                                operation(
                                                        path.getKey(),
                                                        path.getValue(),
                                                        method.getKey()));
                                }));
        return all;
    }

    private Operation operation(String path, JsonNode item, String method) {
        var operation = item.path(method);
        var parameters = new ArrayList<JsonNode>();
        for (var holder : List.of(item, operation))
            for (var parameter : holder.path("parameters")) parameters.add(resolved(parameter));
        var body = resolved(operation.path("requestBody")).at("/content/application~1json/schema");
        return new Operation(
                this,
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                body,
                operation.path("responses"));
    }

    /// The schema of what is answered with this status; missing where nothing is said.
    JsonNode answer(Operation operation, int status) {
        var said = resolved(operation.responses.path(Integer.toString(status)));
        if (said.isMissingNode()) return MissingNode.getInstance();
        return said.path("content").path("application/json").path("schema");
    }

    boolean knows(Operation operation, int status) {
        return operation.responses.has(Integer.toString(status));
    }

    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
    }
}
