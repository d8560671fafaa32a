package gofood.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// What the code says of each service, for a cluster: its settings, its port, its name there.
final class CodeSettings {
    static final List<String> SERVICES =
            SettingsOfTheCode.DEPLOYABLES.stream().filter(it -> !it.equals("simulator")).toList();

    private static final Pattern PORT = Pattern.compile("\"?(\\w+)\"?,\\s*(\\d+)[,)]");

    private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();
    private static final Map<String, Integer> PORTS = readPorts();

    private CodeSettings() {}

    /// What a service, or the simulator, reads.
    static Set<String> readBy(String service) {
        return READ.computeIfAbsent(service, CodeSettings::collected);
    }

    private static Set<String> collected(String service) {
        var names = new TreeSet<>(SettingsOfTheCode.of(service));
        for (var other : ports().keySet()) names.add(SettingsOfTheCode.prefix(other) + "PORT");
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
}
