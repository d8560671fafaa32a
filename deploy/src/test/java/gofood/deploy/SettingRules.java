package gofood.deploy;

import static gofood.deploy.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Whether every setting that a container is given is one that its code reads, every secret one
/// that is made, and whether the replicas together get the connections and the time that they ask
/// for.
final class SettingRules {
    /// Made by hand from what the provider or the mail server says, and by the databases' operator.
    private static final Set<String> FROM_ELSEWHERE = Set.of("stripe", "mail");

    private static final Pattern MADE =
            Pattern.compile("^ *(?:if )?secret ([\\w$\"-]+)(.*)", Pattern.MULTILINE);

    private final Manifests all;
    private final List<String> problems = new ArrayList<>();

    private SettingRules(Manifests all) {
        this.all = all;
    }

    static List<String> problems(Manifests all) {
        var rules = new SettingRules(all);
        all.kind("Deployment")
                .filter(it -> isOurs(it.at("/spec/template/metadata/labels/app").asText()))
                .forEach(rules::deployment);
        all.workloads().forEach(rules::secrets);
        return rules.problems;
    }

    private static boolean isOurs(String app) {
        return CodeSettings.ports().containsKey(CodeSettings.service(app));
    }

    private void deployment(JsonNode deployment) {
        var app = deployment.at("/spec/template/metadata/labels/app").asText();
        var service = CodeSettings.service(app);
        var own = CodeSettings.readBy(service);
        var container = deployment.at("/spec/template/spec/containers/0");
        for (var variable : container.path("env"))
            read(deployment, variable.path("name").asText(), own::contains);
        for (var from : container.path("envFrom")) {
            var map = from.at("/configMapRef/name").asText();
            // what is for all needs one that reads it
            Predicate<String> known =
                    map.startsWith("gofood-") ? CodeSettings.all()::contains : own::contains;
            var data = all.find("ConfigMap", map).map(it -> it.path("data"));
            data.ifPresent(
                    it -> it.fieldNames().forEachRemaining(name -> read(deployment, name, known)));
            data.map(it -> it.path("DRAIN_MILLIS").asInt()).ifPresent(it -> drains(deployment, it));
            data.map(it -> it.path(service.toUpperCase(Locale.ROOT) + "_DATABASE_POOL").asInt())
                    .ifPresent(it -> connects(deployment, service, it));
        }
    }

    private void read(JsonNode deployment, String name, Predicate<String> known) {
        if (!known.test(name))
            problems.add(title(deployment) + ": the code reads no setting " + name);
    }

    /// Ten seconds are for what is under way when the drain is over.
    private void drains(JsonNode deployment, int millis) {
        var grace = deployment.at("/spec/template/spec/terminationGracePeriodSeconds").asInt(30);
        if (millis > (grace - 10) * 1000)
            problems.add(title(deployment) + " is killed while it drains");
    }

    /// A roll-out has one replica more, and the database keeps a few for its own people.
    private void connects(JsonNode deployment, String service, int each) {
        if (each == 0) return;
        var replicas = 1;
        for (var it : all.kind("HorizontalPodAutoscaler").toList())
            if (it.at("/spec/scaleTargetRef/name").asText().equals(Manifests.name(deployment)))
                replicas += it.at("/spec/maxReplicas").asInt();
        var asked = replicas * each + 10;
        all.find("Cluster", service + "-database")
                .map(it -> it.at("/spec/postgresql/parameters/max_connections").asInt())
                .filter(most -> asked > most)
                .ifPresent(most ->
                        problems.add(
                                "%s asks for up to %d of %d connections"
                                        .formatted(title(deployment), asked, most)));
    }

    private void secrets(JsonNode workload) {
        var made = new HashMap<String, String>();
        var script = SourceTree.text(SourceTree.KUBERNETES.resolve("make-secrets"));
        for (var found = MADE.matcher(script); found.find(); )
            made.put(found.group(1).replace("\"", ""), found.group(2));
        for (var container : workload.at("/spec/template/spec/containers"))
            for (var variable : container.path("env")) {
                var from = variable.at("/valueFrom/secretKeyRef");
                var name = from.path("name").asText();
                if (name.isEmpty() || FROM_ELSEWHERE.contains(name)) continue;
                var database =
                        name.replaceFirst("^[a-z]+-database-app$", "\\$service-database-app");
                var keys = made.get(database);
                if (keys == null)
                    problems.add(title(workload) + ": nobody makes the secret " + name);
                else if (!keys.contains("\"" + from.path("key").asText() + "="))
                    problems.add(
                            "%s: nobody makes the secret %s/%s"
                                    .formatted(title(workload), name, from.path("key").asText()));
            }
    }
}
