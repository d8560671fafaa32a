package gofood.deploy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The names of the settings that the code reads, taken from its sources: every constant that looks
/// like one, and those that are put together from a service's name.
final class CodeSettings {
    static final List<String> SERVICES =
            List.of(
                    "gateway",
                    "user",
                    "restaurant",
                    "order",
                    "payment",
                    "delivery",
                    "notification",
                    "city");

    private static final Pattern NAME = Pattern.compile("\"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)\"");
    private static final Pattern PORT = Pattern.compile("\"?(\\w+)\"?,\\s*(\\d+)[,)]");

    private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();
    private static final Map<String, Integer> PORTS = readPorts();

    private CodeSettings() {}

    /// What a service, or the simulator, reads.
    static Set<String> readBy(String service) {
        return READ.computeIfAbsent(service, CodeSettings::collected);
    }

    private static Set<String> collected(String service) {
        var names = new TreeSet<String>();
        collect(SourceTree.code("platform"), names);
        collect(SourceTree.code(service), names);
        if (service.equals("simulator")) collect(SourceTree.code("app"), names);
        for (var other : ports().keySet()) {
            names.add(prefix(other) + "URL");
            names.add(prefix(other) + "PORT");
        }
        for (var part : List.of("URL", "USER", "PASSWORD", "POOL"))
            names.add(prefix(service) + "DATABASE_" + part);
        return names;
    }

    /// What anybody reads.
    static Set<String> all() {
        var names = new TreeSet<>(readBy("simulator"));
        for (var service : SERVICES) names.addAll(readBy(service));
        return names;
    }

    /// Where the launcher puts the services: on 8000 and so much more.
    static Map<String, Integer> ports() {
        return PORTS;
    }

    private static Map<String, Integer> readPorts() {
        var code =
                SourceTree.text(SourceTree.ROOT.resolve("app/src/main/java/gofood/app/Ports.java"));
        var ports = new TreeMap<String, Integer>();
        var table = code.substring(code.indexOf("OFFSETS"), code.indexOf("POSTGRES_OFFSET"));
        for (var found = PORT.matcher(table); found.find(); ) {
            var name = found.group(1).equals("SIMULATOR") ? "simulator" : found.group(1);
            ports.put(name, 8000 + Integer.parseInt(found.group(2)));
        }
        return ports;
    }

    /// What a service is called in a cluster, as its image is.
    static String app(String service) {
        return service.equals("gateway") || service.equals("simulator")
                ? service
                : service + "-service";
    }

    /// The service behind a name such as `order-service`.
    static String service(String app) {
        return app.replaceFirst("-service$", "");
    }

    private static String prefix(String service) {
        return service.toUpperCase(Locale.ROOT) + "_";
    }

    private static void collect(String code, Set<String> names) {
        for (var found = NAME.matcher(code); found.find(); ) names.add(found.group(1));
    }
}
