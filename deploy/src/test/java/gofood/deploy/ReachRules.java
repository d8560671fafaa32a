package gofood.deploy;

import static gofood.deploy.Manifests.each;
import static gofood.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whether the network lets through exactly those connections that the code makes: Kubernetes'
/// policies in both directions, and what each sidecar knows of.
final class ReachRules {
    private final Manifests all;
    private final List<String> problems = new ArrayList<>();

    private ReachRules(Manifests all) {
        this.all = all;
    }

    static List<String> problems(Manifests all) {
        var rules = new ReachRules(all);
        if (all.kind("NetworkPolicy").findAny().isPresent()) rules.network();
        all.kind("Sidecar").forEach(rules::sidecar);
        return rules.problems;
    }

    private void network() {
        var nothing = all.find("NetworkPolicy", "nothing").map(it -> it.path("spec"));
        if (nothing.isEmpty()
                || !nothing.get().path("podSelector").isEmpty()
                || nothing.get().path("policyTypes").size() != 2)
            problems.add("What no policy names is let through");
        for (var service : CodeSettings.ports().keySet()) {
            var app = CodeSettings.app(service);
            if (all.find("Service", app).isEmpty()) continue;
            var policy = all.find("NetworkPolicy", app);
            if (policy.isEmpty()) problems.add("Nobody says what reaches " + app);
            else {
                compare(app + " lets in", callers(service), in(policy.get()));
                compare(app + " lets out to", callees(service), out(policy.get()));
            }
        }
    }

    private static Set<String> callees(String service) {
        var apps = new TreeSet<String>();
        for (var called : CodeCalls.calledBy(service)) apps.add(CodeSettings.app(called));
        return apps;
    }

    private static Set<String> callers(String service) {
        var apps = new TreeSet<String>();
        for (var other : CodeSettings.ports().keySet())
            if (CodeCalls.calledBy(other).contains(service)) apps.add(CodeSettings.app(other));
        return apps;
    }

    private static Set<String> in(JsonNode policy) {
        var apps = new TreeSet<String>();
        for (var rule : policy.at("/spec/ingress"))
            for (var from : rule.path("from"))
                for (var expression : from.at("/podSelector/matchExpressions"))
                    apps.addAll(texts(expression.path("values")));
        return apps;
    }

    private static Set<String> out(JsonNode policy) {
        var apps = new TreeSet<String>();
        each(policy.at("/spec/egress"))
                .flatMap(it -> each(it.path("to")))
                .map(it -> it.at("/podSelector/matchLabels/app").asText())
                .filter(it -> !it.isEmpty())
                .forEach(apps::add);
        return apps;
    }

    private void sidecar(JsonNode sidecar) {
        var app = sidecar.at("/spec/workloadSelector/labels/app").asText();
        var known = new TreeSet<String>();
        each(sidecar.at("/spec/egress"))
                .flatMap(it -> texts(it.path("hosts")).stream())
                .map(it -> MeshRules.shortName(it.replaceFirst("^\\./", "")))
                .filter(it -> CodeSettings.ports().containsKey(CodeSettings.service(it)))
                .forEach(known::add);
        compare("the sidecar of " + app + " knows", callees(CodeSettings.service(app)), known);
    }

    private void compare(String what, Set<String> code, Set<String> said) {
        if (!code.equals(said))
            problems.add("%s %s, and the code says %s".formatted(what, said, code));
    }
}
