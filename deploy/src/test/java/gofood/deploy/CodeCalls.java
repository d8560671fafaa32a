package gofood.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who calls whom, and what each service answers, taken from the sources and the descriptions.
final class CodeCalls {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern PEER = Pattern.compile("\\bpeers?\\(\"(\\w+)\"\\)");
    private static final Pattern SUBSCRIBER =
            Pattern.compile(
                    "\\.to\\(\\s*\"(\\w+)\",\\s*\\w+\\.?\\w*\\.class|\\.to\\(\\s*\"(\\w+)\",\\s*[A-Z]\\w+\\.class");
    private static final Pattern LIST =
            Pattern.compile("(?:NAMES|SERVICES) =\\s*List\\.of\\(([^)]*)\\)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern DECLARED = Pattern.compile("\\bPeer (\\w+)[;,)]");
    private static final Pattern CALL =
            Pattern.compile(
                    "\\b(\\w+)\\.(get|post|put|delete)\\(\\s*(\"/[^;]*?|path\\b[^,)]*)[,)]");
    private static final Pattern PATH = Pattern.compile("(?:var|String) path =\\s*([^;]+);");
    private static final Pattern STANDARD =
            Pattern.compile("\\.(get|post|put|delete)\\(\\s*\"(/[^\"]+)\",\\s*[A-Za-z]");
    private static final Pattern PREFIXES =
            Pattern.compile("\\.to\\((\"\\w+\"|SIMULATOR)((?:,\\s*\"/[^\"]+\")+)\\)");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Map<String, Set<String>> CALLED = new ConcurrentHashMap<>();
    private static final Map<String, Set<String>> TOLD = new ConcurrentHashMap<>();
    private static final Map<String, Set<Request>> ASKED = new ConcurrentHashMap<>();
    private static final Map<String, Set<Request>> SERVED = new ConcurrentHashMap<>();
    private static final Map<String, Map<String, JsonNode>> DESCRIBED = new ConcurrentHashMap<>();

    /// @param path with `1` for each of its parameters
    record Request(String method, String path) {
        /// Whether this is asked for where the other is served: a 1 stands for whatever the code
        /// puts there.
        boolean fits(Request served) {
            var here = path.split("/", -1);
            var there = served.path.split("/", -1);
            return method.equals(served.method)
                    && here.length == there.length
                    && IntStream.range(0, here.length)
                            .allMatch(i -> here[i].equals("1") || here[i].equals(there[i]));
        }
    }

    private CodeCalls() {}

    /// The services that a service calls, or brings events.
    static Set<String> calledBy(String service) {
        return CALLED.computeIfAbsent(service, CodeCalls::readCalledBy);
    }

    private static Set<String> readCalledBy(String service) {
        // everybody checks sign-ins with the user service's keys, which has them itself
        var called = new TreeSet<String>();
        if (service.equals("simulator")) called.add("gateway");
        if (!service.equals("user")) called.add("user");
        if (service.equals("simulator")) return called;
        var code = SourceTree.code(service);
        for (var found = PEER.matcher(code); found.find(); ) called.add(found.group(1));
        called.addAll(toldBy(service));
        for (var found = LIST.matcher(code); found.find(); )
            for (var word = WORD.matcher(found.group(1)); word.find(); ) called.add(word.group(1));
        if (service.equals("gateway")) called.add("simulator");
        return called;
    }

    /// The services that a service's events are brought to.
    static Set<String> toldBy(String service) {
        return TOLD.computeIfAbsent(service, CodeCalls::readToldBy);
    }

    private static Set<String> readToldBy(String service) {
        var told = new TreeSet<String>();
        if (service.equals("gateway") || service.equals("simulator")) return told;
        for (var found = SUBSCRIBER.matcher(SourceTree.code(service)); found.find(); )
            told.add(found.group(1) == null ? found.group(2) : found.group(1));
        return told;
    }

    /// What a service asks its peers, whichever of them it is.
    static Set<Request> asks(String service) {
        return ASKED.computeIfAbsent(service, CodeCalls::readAsks);
    }

    private static Set<Request> readAsks(String service) {
        var asked = new LinkedHashSet<Request>();
        for (var code : SourceTree.files(service).values()) {
            var peers = new HashSet<>(Set.of("peer"));
            for (var found = DECLARED.matcher(code); found.find(); ) peers.add(found.group(1));
            for (var found = CALL.matcher(code); found.find(); )
                if (peers.contains(found.group(1)))
                    paths(found.group(3), code)
                            .map(it -> new Request(found.group(2).toUpperCase(Locale.ROOT), it))
                            .forEach(asked::add);
        }
        return asked;
    }

    /// A path as it is put together in the code: each part that isn't a text is a 1.
    private static Stream<String> paths(String expression, String code) {
        if (!expression.startsWith("path")) return Stream.of(path(expression));
        return PATH.matcher(code).results().map(it -> it.group(1)).map(CodeCalls::path);
    }

    private static String path(String expression) {
        if (expression.contains(".formatted("))
            return expression.replaceFirst("(?s)^\"([^\"?]*).*", "$1").replaceAll("%\\w", "1");
        var path = new StringBuilder();
        for (var part : expression.split("\\s*\\+\\s*", -1))
            path.append(part.startsWith("\"") ? part.replace("\"", "") : "1");
        return path.toString().replaceAll("\\?.*", "");
    }

    /// What a service answers: what its description says, and what every service does.
    static Set<Request> served(String service) {
        return SERVED.computeIfAbsent(service, CodeCalls::readServed);
    }

    private static Set<Request> readServed(String service) {
        var served = new LinkedHashSet<Request>();
        described(service)
                .forEach((path, item) -> {
                    item.fieldNames()
                            .forEachRemaining(method -> {
                                if (METHODS.contains(method)) served.add(request(method, path));
                            });
                });
        for (var found = STANDARD.matcher(SourceTree.code("platform")); found.find(); )
            served.add(request(found.group(1), found.group(2)));
        return served;
    }

    private static Request request(String method, String path) {
        return new Request(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{[^}]+}", "1"));
    }

    /// The paths of a service that answer without end.
    static Set<String> streams(String service) {
        var streams = new TreeSet<String>();
        described(service)
                .forEach((path, item) -> {
                    if (item.toString().contains("\"text/event-stream\""))
                        streams.add(request("get", path).path());
                });
        return streams;
    }

    private static Map<String, JsonNode> described(String service) {
        return DESCRIBED.computeIfAbsent(service, CodeCalls::readDescription);
    }

    private static Map<String, JsonNode> readDescription(String service) {
        var file =
                SourceTree.module(service)
                        .resolve("src/main/resources/openapi/" + service + ".yaml");
        try {
            var paths = new TreeMap<String, JsonNode>();
            YAML.readTree(file.toFile())
                    .path("paths")
                    .properties()
                    .forEach(it -> paths.put(it.getKey(), it.getValue()));
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The beginnings of paths that the gateway passes on to a service.
    static List<String> prefixes(String service) {
        var prefixes = new ArrayList<String>();
        for (var found = PREFIXES.matcher(SourceTree.code("gateway")); found.find(); ) {
            var name =
                    found.group(1).equals("SIMULATOR")
                            ? "simulator"
                            : found.group(1).replace("\"", "");
            if (name.equals(service))
                for (var word = WORD.matcher(found.group(2)); word.find(); )
                    prefixes.add(word.group(1));
        }
        return prefixes;
    }
}
