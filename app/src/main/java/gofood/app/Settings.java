package gofood.app;

import gofood.platform.run.Env;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The settings of the services: where all of them are, the secrets that they share, and for each
/// its own database. What the launcher's own environment says about services wins.
record Settings(
        DataFolder data,
        Options options,
        Optional<Path> extract,
        Ports ports,
        Wiring wiring,
        Map<String, String> own) {
    /// How long a replica still answers, with a word that sends callers to another one, before it
    /// stops.
    private static final int DRAIN_MILLIS = 2000;

    static final String OPERATOR = "operator@gofood.test";
    static final String DEMO_PASSWORD = "gofood-demo";

    static Settings of(DataFolder data, Options options, Wiring wiring, List<String> services) {
        var prefixes =
                Stream.concat(
                                services.stream().map(Env::prefix),
                                Stream.of(
                                        "AUDIT_",
                                        "CURRENCY",
                                        "DRAIN_",
                                        "OTEL_",
                                        "PEER_",
                                        "REDIS_URL",
                                        "SIMULATOR_",
                                        "SMTP_",
                                        "TIME_ZONE"))
                        .toList();
        var own =
                options.environment().entrySet().stream()
                        .filter(entry -> prefixes.stream().anyMatch(entry.getKey()::startsWith))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var extract = data.extract(options.city());
        var ports = Ports.from(options.port(), new Env(own));
        return new Settings(data, options, extract, ports, wiring, own);
    }

    /// Says which port is taken, before anything is started.
    void mustBeFree(List<String> services, Duration patience) {
        var simulated = options.crowd().stream().map(_ -> Replica.first(Ports.SIMULATOR));
        var real = services.stream().flatMap(service -> replicas(service).stream());
        var all = Stream.concat(real, simulated).toList();
        ports.mustBeFree(all, options.host(), patience);
    }

    /// Only the gateway is for others; the services stay on this machine.
    private String hostOf(String service) {
        return service.equals("gateway") ? options.host() : "127.0.0.1";
    }

    /// Those that a service has.
    List<Replica> replicas(String service) {
        var count = service.equals(Ports.SIMULATOR) ? 1 : options.replicas();
        return IntStream.rangeClosed(1, count).mapToObj(n -> new Replica(service, n)).toList();
    }

    /// How a replica is reached from this machine.
    URI url(Replica replica) {
        return url(replica.service(), ports.of(replica));
    }

    private URI url(String service, int port) {
        var host = hostOf(service);
        var everywhere = host.equals("0.0.0.0") || host.equals("::");
        var reached = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://%s:%d".formatted(reached, port));
    }

    /// Chosen at the first start of a data folder, with or without the demo, and the same ever
    /// after.
    String operatorPassword() {
        var secrets = data.secrets();
        return options.demo()
                ? secrets.orFirst("operator", DEMO_PASSWORD)
                : secrets.typed("operator");
    }

    /// Everything that one replica is told.
    Env of(Replica replica, Postgres postgres) {
        var service = replica.service();
        var values = shared(replica);
        if (Databases.owns(service)) {
            var name = Databases.name(service);
            var port = wiring.port(replica, Wiring.POSTGRES, postgres.port());
            values.put(Env.prefix(service) + "DATABASE_URL", Postgres.url(name, port));
            values.put(Env.prefix(service) + "DATABASE_USER", name);
            values.put(Env.prefix(service) + "DATABASE_PASSWORD", data.secrets().of(name));
        }
        values.putAll(own);
        // its own, which may follow from what was said about the service's
        values.put(Env.prefix(service) + "PORT", Integer.toString(ports.of(replica)));
        return new Env(values);
    }

    /// What the simulator is told, which has no database.
    Env ofSimulator() {
        var values = shared(Replica.first(Ports.SIMULATOR));
        values.putAll(own);
        return new Env(values);
    }

    private String addresses(Replica caller, String service) {
        return replicas(service).stream()
                .map(one -> wiring.port(caller, one.toString(), ports.of(one)))
                .map(port -> url(service, port).toString())
                .collect(Collectors.joining(","));
    }

    private Map<String, String> shared(Replica caller) {
        var values = new HashMap<String, String>();
        for (var peer : ports.of().keySet()) {
            if (peer.equals(Ports.SIMULATOR) && options.crowd().isEmpty()) continue;
            values.put(Env.prefix(peer) + "PORT", Integer.toString(ports.of(peer)));
            values.put(Env.prefix(peer) + "URL", addresses(caller, peer));
        }
        if (options.replicas() > 1) values.put("DRAIN_MILLIS", Integer.toString(DRAIN_MILLIS));
        values.put("BIND_HOST", hostOf(caller.service()));
        values.put("SERVICE_SECRET", data.secrets().of("service"));
        values.put("PAYMENT_WEBHOOK_SECRET", data.secrets().of("payment_webhook"));
        values.put("CITY_FOLDER", data.city().toString());
        extract.ifPresent(file -> {
            values.put("CITY_EXTRACT", file.toString());
            // the demo city's own zone is the default of the services
            values.put("TIME_ZONE", ZoneId.systemDefault().getId());
        });
        if (options.faults()) values.put("FAULTS", "on");
        values.put("USER_OPERATOR_EMAIL", OPERATOR);
        values.put("USER_OPERATOR_PASSWORD", operatorPassword());
        return values;
    }
}
