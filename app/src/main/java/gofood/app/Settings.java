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
import java.util.stream.Stream;

/// The settings of the services: where all of them are, the secrets that they share, and for each
/// its own database. What the launcher's own environment says about services wins.
record Settings(
        DataFolder data,
        Options options,
        Optional<Path> extract,
        Ports ports,
        Map<String, String> own) {
    static final String OPERATOR = "operator@gofood.test";
    static final String DEMO_PASSWORD = "gofood-demo";

    static Settings of(DataFolder data, Options options, List<String> services) {
        var prefixes =
                Stream.concat(
                                services.stream().map(Env::prefix),
                                Stream.of(
                                        "AUDIT_",
                                        "CURRENCY",
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
        return new Settings(data, options, extract, Ports.from(options.port(), new Env(own)), own);
    }

    /// Says which port is taken, before anything is started.
    void mustBeFree(List<String> services, Duration patience) {
        var simulated = options.crowd().stream().map(_ -> Ports.SIMULATOR);
        var all = Stream.concat(services.stream(), simulated).toList();
        ports.mustBeFree(all, options.host(), patience);
    }

    /// Only the gateway is for others; the services stay on this machine.
    private String hostOf(String service) {
        return service.equals("gateway") ? options.host() : "127.0.0.1";
    }

    /// How a service is reached from this machine.
    URI url(String service) {
        var host = hostOf(service);
        var everywhere = host.equals("0.0.0.0") || host.equals("::");
        var reached = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://%s:%d".formatted(reached, ports.of(service)));
    }

    /// Chosen at the first start of a data folder, with or without the demo, and the same ever
    /// after.
    String operatorPassword() {
        var secrets = data.secrets();
        return options.demo()
                ? secrets.orFirst("operator", DEMO_PASSWORD)
                : secrets.typed("operator");
    }

    /// Everything that one service is told.
    Env of(String service, Postgres postgres) {
        var values = shared(service);
        if (Databases.owns(service)) {
            var name = Databases.name(service);
            values.put(Env.prefix(service) + "DATABASE_URL", postgres.url(name));
            values.put(Env.prefix(service) + "DATABASE_USER", name);
            values.put(Env.prefix(service) + "DATABASE_PASSWORD", data.secrets().of(name));
        }
        values.putAll(own);
        return new Env(values);
    }

    /// What the simulator is told, which has no database.
    Env ofSimulator() {
        var values = shared(Ports.SIMULATOR);
        values.putAll(own);
        return new Env(values);
    }

    private Map<String, String> shared(String service) {
        var values = new HashMap<String, String>();
        for (var peer : ports.of().keySet()) {
            if (peer.equals(Ports.SIMULATOR) && options.crowd().isEmpty()) continue;
            values.put(Env.prefix(peer) + "PORT", Integer.toString(ports.of(peer)));
            values.put(Env.prefix(peer) + "URL", url(peer).toString());
        }
        values.put("BIND_HOST", hostOf(service));
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
