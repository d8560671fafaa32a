package gofood.deploy;

import static gofood.deploy.Manifests.each;
import static gofood.deploy.Manifests.selects;
import static gofood.deploy.Manifests.texts;
import static gofood.deploy.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether Istio's routes lead somewhere: to a service that is there, a port that it has, a subset
/// that is defined and has pods, in shares that make a whole; and whether each service has one.
final class MeshRules {
    private final Manifests all;
    private final List<String> problems = new ArrayList<>();

    private MeshRules(Manifests all) {
        this.all = all;
    }

    static List<String> problems(Manifests all) {
        var rules = new MeshRules(all);
        if (all.kind("VirtualService").findAny().isEmpty()) return List.of();
        all.kind("VirtualService").forEach(rules::routes);
        all.kind("DestinationRule").forEach(rules::destination);
        all.kind("AuthorizationPolicy").forEach(rules::chosen);
        all.kind("RequestAuthentication").forEach(rules::chosen);
        all.kind("Sidecar").forEach(rules::sidecar);
        all.kind("Telemetry").forEach(rules::telemetry);
        rules.oneEach();
        return rules.problems;
    }

    private void routes(JsonNode routes) {
        for (var gateway : texts(routes.at("/spec/gateways")))
            if (!gateway.equals("mesh") && all.find("Gateway", gateway).isEmpty())
                problem(routes, "there is no gateway " + gateway);
        var http = routes.at("/spec/http");
        var last = http.path(http.size() - 1);
        if (last.has("match")) problem(routes, "nobody takes what no route matches");
        for (var route : http) {
            if (route.path("retries").isMissingNode())
                problem(routes, "Istio's own retries repeat what may have been done");
            shares(routes, route);
            for (var to : route.path("route")) leads(routes, to.path("destination"));
        }
        for (var host : texts(routes.at("/spec/hosts"))) {
            var service = service(host, routes);
            if (CodeSettings.ports().containsKey(service))
                for (var stream : CodeCalls.streams(service)) endless(routes, stream);
        }
    }

    /// The front's host is anybody's name for our gateway, which passes on every service's streams.
    private static String service(String host, JsonNode routes) {
        var to = routes.at("/spec/http/0/route/0/destination/host").asText();
        return CodeSettings.service(host.equals("*") ? to : host);
    }

    private void shares(JsonNode routes, JsonNode route) {
        var to = route.path("route");
        var sum = each(to).mapToInt(it -> it.path("weight").asInt(0)).sum();
        var weighted = each(to).anyMatch(it -> it.has("weight"));
        if ((to.size() > 1 || weighted) && sum != 100)
            problem(routes, "the shares of %s make %d".formatted(route.path("name"), sum));
    }

    private void leads(JsonNode routes, JsonNode to) {
        var host = shortName(to.path("host").asText());
        var service = all.find("Service", host);
        if (service.isEmpty()) {
            problem(routes, "there is no service " + host);
            return;
        }
        var port = to.at("/port/number").asText();
        if (each(service.get().at("/spec/ports"))
                .noneMatch(it -> it.path("port").asText().equals(port)))
            problem(routes, host + " has no port " + port);
        var subset = to.path("subset").asText();
        if (!subset.isEmpty() && subsets(host).get(subset) == null)
            problem(routes, "%s has no subset %s".formatted(host, subset));
    }

    private Map<String, JsonNode> subsets(String host) {
        var subsets = new HashMap<String, JsonNode>();
        all.kind("DestinationRule")
                .filter(it -> shortName(it.at("/spec/host").asText()).equals(host))
                .flatMap(it -> each(it.at("/spec/subsets")))
                .forEach(it -> subsets.put(it.path("name").asText(), it.path("labels")));
        return subsets;
    }

    private void destination(JsonNode rule) {
        var host = shortName(rule.at("/spec/host").asText());
        if (host.startsWith("*")) return;
        var service = all.find("Service", host);
        if (service.isEmpty()) problem(rule, "there is no service " + host);
        subsets(host)
                .forEach((subset, labels) -> {
                    var selector = service.map(it -> it.at("/spec/selector")).orElse(labels);
                    var found =
                            all.workloads()
                                    .map(it -> it.at("/spec/template/metadata/labels"))
                                    .anyMatch(it -> selects(labels, it) && selects(selector, it));
                    if (!found) problem(rule, "no pod is of the subset " + subset);
                });
    }

    /// A live stream isn't cut off and never repeated.
    private void endless(JsonNode routes, String path) {
        var route =
                each(routes.at("/spec/http"))
                        .filter(it ->
                                !it.has("match")
                                        || each(it.path("match"))
                                                .anyMatch(match -> takes(match, path)))
                        .findFirst();
        var right =
                route.filter(it ->
                        it.path("timeout").asText().equals("0s")
                                && it.at("/retries/attempts").asInt(-1) == 0);
        if (right.isEmpty()) problem(routes, "the stream " + path + " is cut off or repeated");
    }

    private static boolean takes(JsonNode match, String path) {
        return match.size() == 1
                && match.has("uri")
                && path.matches(match.at("/uri/regex").asText("-"));
    }

    private void chosen(JsonNode policy) {
        var labels = policy.at("/spec/selector/matchLabels");
        var found =
                labels.isMissingNode()
                        // not a part of the whole: where nobody is simulated, it isn't there
                        || labels.path("app").asText().equals("simulator")
                        || all.workloads()
                                .anyMatch(it ->
                                        selects(labels, it.at("/spec/template/metadata/labels")));
        if (!found) problem(policy, "no pod has the labels " + labels);
        for (var target : policy.at("/spec/targetRefs"))
            if (all.find(target.path("kind").asText(), target.path("name").asText()).isEmpty())
                problem(policy, "there is no " + target.path("name").asText());
        for (var jwt : policy.at("/spec/jwtRules"))
            if (!jwt.path("forwardOriginalToken").asBoolean())
                problem(policy, "keeps the token from those who check what it allows");
    }

    private void sidecar(JsonNode sidecar) {
        for (var host :
                each(sidecar.at("/spec/egress"))
                        .flatMap(it -> texts(it.path("hosts")).stream())
                        .toList()) {
            var name = host.replaceFirst("^\\./", "");
            var ours = name.endsWith(".gofood.svc.cluster.local");
            var optional = name.matches("(valkey|collector|simulator|\\w+-database-rw)\\..*");
            if (ours && !optional && all.find("Service", shortName(name)).isEmpty())
                problem(sidecar, "there is no service " + name);
            if (!ours && host.startsWith("./") && outside(name))
                problem(sidecar, "nobody says what " + name + " is");
        }
    }

    private boolean outside(String host) {
        return all.kind("ServiceEntry").noneMatch(it -> texts(it.at("/spec/hosts")).contains(host));
    }

    private void telemetry(JsonNode telemetry) {
        var install = Manifests.of(SourceTree.text(SourceTree.KUBERNETES.resolve("istio.yaml")));
        var known =
                each(install.objects().getFirst().at("/spec/meshConfig/extensionProviders"))
                        .map(it -> it.path("name").asText())
                        .toList();
        each(telemetry.at("/spec/tracing"))
                .flatMap(it -> each(it.path("providers")))
                .map(it -> it.path("name").asText())
                .filter(it -> !known.contains(it))
                .forEach(it -> problem(telemetry, "the mesh knows no provider " + it));
    }

    private void oneEach() {
        for (var service : CodeSettings.SERVICES) {
            var app = CodeSettings.app(service);
            var routes =
                    all.kind("VirtualService")
                            .filter(it -> texts(it.at("/spec/hosts")).contains(app))
                            .map(Manifests::name)
                            .toList();
            if (routes.size() != 1)
                problems.add("%s has the routes %s instead of one".formatted(app, routes));
        }
    }

    static String shortName(String host) {
        return host.replaceFirst("\\.gofood\\.svc\\.cluster\\.local$", "");
    }

    private void problem(JsonNode who, String what) {
        problems.add(title(who) + ": " + what);
    }
}
