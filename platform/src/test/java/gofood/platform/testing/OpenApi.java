package gofood.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gofood.platform.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Compares a service's description with what it really serves.
public final class OpenApi {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /// The description that a running service serves.
    public static OpenApi of(TestClient client) {
        try {
            return new OpenApi(new YAMLMapper().readTree(client.get("/openapi.yaml").raw().body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One sentence for each difference; empty when description and routes agree.
    public List<String> differencesTo(Routes routes) {
        var differences = new ArrayList<String>();
        var served = new TreeSet<String>();
        for (var route : routes.list()) {
            var name = route.method() + " " + route.path();
            served.add(name);
            var operation =
                    document.path("paths")
                            .path(route.path())
                            .path(route.method().toLowerCase(Locale.ROOT));
            if (operation.isMissingNode()) differences.add(name + " is not described");
            else differences.addAll(differences(name, route, operation));
        }
        for (var path : entries(document.path("paths")))
            for (var method : entries(document.path("paths").path(path))) {
                var name = method.toUpperCase(Locale.ROOT) + " " + path;
                if (METHODS.contains(method) && !served.contains(name))
                    differences.add(name + " is described but not served");
            }
        differences.addAll(brokenReferences(document));
        return differences;
    }

    private List<String> differences(String name, Routes.Route route, JsonNode operation) {
        var differences = new ArrayList<String>();
        if (operation.path("summary").asText().isBlank()) differences.add(name + " has no summary");
        if (operation.path("responses").isEmpty()) differences.add(name + " has no responses");
        var security = operation.has("security") ? operation : document;
        var open =
                security.path("security").isEmpty()
                        || security.path("security").toString().contains("{}");
        if (open == route.access().tokenNeeded())
            differences.add(name + " differs in whether a token is needed");
        return differences;
    }

    private List<String> brokenReferences(JsonNode node) {
        var broken = new ArrayList<String>();
        var reference = node.path("$ref").asText();
        if (reference.startsWith("#") && document.at(reference.substring(1)).isMissingNode())
            broken.add(reference + " points nowhere");
        for (var child : node) broken.addAll(brokenReferences(child));
        return broken;
    }

    private static List<String> entries(JsonNode node) {
        var names = new ArrayList<String>();
        for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) names.add(all.next());
        return names;
    }
}
