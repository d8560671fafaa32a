package gofood.deploy;

import static gofood.deploy.Manifests.each;
import static gofood.deploy.Manifests.name;
import static gofood.deploy.Manifests.selects;
import static gofood.deploy.Manifests.texts;
import static gofood.deploy.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether what runs fits together: each selector finds pods, each name that is referred to exists.
final class WorkloadRules {
    private static final Set<String> PORTS_OF_PROXIES = Set.of("15008", "15012", "15020", "15090");

    private final Manifests all;
    private final List<String> problems = new ArrayList<>();

    private WorkloadRules(Manifests all) {
        this.all = all;
    }

    static List<String> problems(Manifests all) {
        var rules = new WorkloadRules(all);
        all.kind("Service").forEach(rules::service);
        all.workloads().forEach(rules::workload);
        all.kind("HorizontalPodAutoscaler").forEach(rules::autoscaler);
        all.kind("PodDisruptionBudget")
                .forEach(it -> rules.findsPods(it, it.at("/spec/selector/matchLabels")));
        all.kind("NetworkPolicy").forEach(rules::networkPolicy);
        rules.eachServiceHasAllThatBelongsToIt();
        return rules.problems;
    }

    private Stream<JsonNode> pods() {
        return all.workloads().map(it -> it.at("/spec/template"));
    }

    private boolean findsPods(JsonNode who, JsonNode labels) {
        var found =
                !labels.isEmpty()
                        && pods().anyMatch(pod -> selects(labels, pod.at("/metadata/labels")));
        if (!found) problems.add(title(who) + ": no pod has the labels " + labels);
        return found;
    }

    private void service(JsonNode service) {
        var selector = service.at("/spec/selector");
        if (!findsPods(service, selector)) return;
        pods().filter(pod -> selects(selector, pod.at("/metadata/labels")))
                .forEach(pod -> {
                    for (var port : service.at("/spec/ports")) {
                        var target = port.path("targetPort").asText();
                        if (!portsOf(pod).contains(target))
                            problems.add(title(service) + ": no container listens at " + target);
                    }
                });
    }

    /// The names and numbers of the ports of a pod's containers.
    private static Set<String> portsOf(JsonNode pod) {
        return each(pod.at("/spec/containers"))
                .flatMap(container -> each(container.path("ports")))
                .flatMap(port ->
                        Stream.of(port.path("name").asText(), port.path("containerPort").asText()))
                .collect(Collectors.toSet());
    }

    private void workload(JsonNode workload) {
        var pod = workload.at("/spec/template");
        if (!selects(workload.at("/spec/selector/matchLabels"), pod.at("/metadata/labels")))
            problems.add(title(workload) + ": its selector misses its own pods");
        var account = pod.at("/spec/serviceAccountName").asText();
        if (!account.isEmpty() && all.find("ServiceAccount", account).isEmpty())
            problems.add(title(workload) + ": there is no service account " + account);
        for (var container : pod.at("/spec/containers")) {
            for (var from : container.path("envFrom"))
                mustExist(workload, "ConfigMap", from.at("/configMapRef/name").asText());
            for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                var port = container.path(probe).at("/httpGet/port").asText();
                if (!port.isEmpty() && !portsOf(pod).contains(port))
                    problems.add(title(workload) + ": its " + probe + " asks at port " + port);
            }
        }
        for (var volume : pod.at("/spec/volumes"))
            if (volume.has("configMap"))
                mustExist(workload, "ConfigMap", volume.at("/configMap/name").asText());
        safe(workload, pod.path("spec"));
    }

    /// The standard `restricted`, and a file system that nobody writes to.
    private void safe(JsonNode workload, JsonNode spec) {
        var pod = spec.path("securityContext");
        must(workload, pod.path("runAsNonRoot").asBoolean(), "may run as root");
        must(
                workload,
                pod.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                "has no seccomp profile");
        must(workload, spec.path("enableServiceLinks").isBoolean(), "is told of every Service");
        for (var container : spec.path("containers")) {
            var context = container.path("securityContext");
            must(
                    workload,
                    context.path("readOnlyRootFilesystem").asBoolean()
                            && context.path("allowPrivilegeEscalation").isBoolean()
                            && !context.path("allowPrivilegeEscalation").asBoolean()
                            && texts(context.at("/capabilities/drop")).contains("ALL"),
                    "may do more than it needs");
            must(workload, container.at("/resources/limits").has("memory"), "has no bound");
            must(workload, container.has("readinessProbe"), "is sent requests before it is ready");
        }
    }

    private void autoscaler(JsonNode autoscaler) {
        var target = autoscaler.at("/spec/scaleTargetRef/name").asText();
        mustExist(autoscaler, "Deployment", target);
        must(
                autoscaler,
                autoscaler.at("/spec/minReplicas").asInt() >= 2,
                "lets a service be alone");
        all.find("Deployment", target)
                .ifPresent(it ->
                        must(it, !it.path("spec").has("replicas"), "argues with its autoscaler"));
    }

    /// An empty selector means all; operators' own pods are not ours to see.
    private void networkPolicy(JsonNode policy) {
        var chosen = policy.at("/spec/podSelector/matchLabels");
        if (!chosen.isEmpty() && !isAnOperators(chosen) && required(chosen))
            findsPods(policy, chosen);
        var ports = Stream.of("ingress", "egress").flatMap(way -> each(policy.at("/spec/" + way)));
        ports.forEach(rule -> {
            if (rule.has("from")) open(policy, rule, chosen);
            var peers = Stream.of("from", "to").flatMap(way -> each(rule.path(way)));
            for (var peer : peers.toList()) toPeer(policy, rule, peer);
        });
    }

    /// A port that is let through to our own pods must be one that they listen at.
    private void toPeer(JsonNode policy, JsonNode rule, JsonNode peer) {
        var labels = peer.at("/podSelector/matchLabels");
        if (!rule.has("to") || labels.isEmpty() || peer.has("namespaceSelector")) return;
        var found = pods().anyMatch(pod -> selects(labels, pod.at("/metadata/labels")));
        if (!found && required(labels) && !isAnOperators(labels))
            problems.add(title(policy) + ": no pod has the labels " + labels);
        open(policy, rule, labels);
    }

    /// The pods with these labels listen at the ports that a rule names.
    private void open(JsonNode policy, JsonNode rule, JsonNode labels) {
        if (labels.isEmpty()) return;
        pods().filter(pod -> selects(labels, pod.at("/metadata/labels")))
                .flatMap(pod ->
                        each(rule.path("ports"))
                                .map(port -> port.path("port").asText())
                                .filter(port -> !PORTS_OF_PROXIES.contains(port))
                                .filter(port -> !portsOf(pod).contains(port)))
                .forEach(port -> problems.add(title(policy) + ": nobody listens at " + port));
    }

    /// Not a part of a component that an overlay may do without.
    private static boolean required(JsonNode labels) {
        return !Set.of("valkey", "postgres", "collector", "simulator", "front")
                .contains(labels.path("app").asText());
    }

    private static boolean isAnOperators(JsonNode labels) {
        return labels.has("cnpg.io/cluster")
                || labels.has("gateway.networking.k8s.io/gateway-name");
    }

    private void eachServiceHasAllThatBelongsToIt() {
        for (var service : CodeSettings.SERVICES)
            for (var kind :
                    List.of(
                            "Deployment",
                            "Service",
                            "ServiceAccount",
                            "HorizontalPodAutoscaler",
                            "PodDisruptionBudget")) {
                var name = CodeSettings.app(service);
                if (all.find(kind, name).isEmpty())
                    problems.add("There is no %s %s".formatted(kind, name));
            }
        for (var service : CodeSettings.ports().keySet())
            all.find("Service", CodeSettings.app(service)).ifPresent(this::portOfTheCode);
    }

    private void portOfTheCode(JsonNode service) {
        var port = CodeSettings.ports().get(CodeSettings.service(name(service)));
        for (var here : service.at("/spec/ports"))
            must(service, here.path("port").asInt() == port, "isn't at port " + port);
        var app = name(service);
        all.find("Deployment", app)
                .ifPresent(it -> {
                    var template = it.at("/spec/template");
                    must(it, portsOf(template).contains("" + port), "isn't at port " + port);
                    var scraped = template.at("/metadata/annotations/prometheus.io~1port").asText();
                    must(it, scraped.equals("" + port), "is scraped at " + scraped);
                    var image = template.at("/spec/containers/0/image").asText();
                    must(it, image.matches(".*\\b" + app + ":.+"), "has the image " + image);
                    imageOfTheCode(it, port);
                });
    }

    /// What the image is built from listens there, and may run as the user that we say.
    private void imageOfTheCode(JsonNode deployment, int port) {
        var service = CodeSettings.service(name(deployment));
        var built = SourceTree.text(SourceTree.module(service).resolve("Dockerfile"));
        var user = deployment.at("/spec/template/spec/securityContext/runAsUser").asText();
        must(
                deployment,
                built.contains("EXPOSE " + port + "\n"),
                "isn't at its image's port " + port);
        must(deployment, built.contains("USER " + user + ":"), "isn't the image's user " + user);
    }

    private void mustExist(JsonNode who, String kind, String name) {
        if (!name.isEmpty() && all.find(kind, name).isEmpty())
            problems.add("%s: there is no %s %s".formatted(title(who), kind, name));
    }

    private void must(JsonNode who, boolean right, String otherwise) {
        if (!right) problems.add(title(who) + " " + otherwise);
    }
}
