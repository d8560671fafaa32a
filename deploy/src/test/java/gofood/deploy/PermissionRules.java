package gofood.deploy;

import static gofood.deploy.Manifests.each;
import static gofood.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.deploy.CodeCalls.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether exactly those calls are allowed that the code makes: Istio's policies by service
/// account, method and path.
final class PermissionRules {
    private static final Pattern ACCOUNT = Pattern.compile("cluster\\.local/ns/gofood/sa/(.+)");

    private final Manifests all;
    private final List<String> problems = new ArrayList<>();

    /// One thing that somebody may do.
    private record Allowed(Set<String> callers, List<String> methods, List<String> paths) {
        boolean takes(String caller, Request request) {
            return callers.contains(caller)
                    && methods.contains(request.method())
                    && paths.stream().anyMatch(it -> matches(it, request.path()));
        }
    }

    private PermissionRules(Manifests all) {
        this.all = all;
    }

    static List<String> problems(Manifests all) {
        var rules = new PermissionRules(all);
        if (all.kind("AuthorizationPolicy").findAny().isEmpty()) return List.of();
        var nothing = all.find("AuthorizationPolicy", "allow-nothing");
        if (nothing.isEmpty() || !nothing.get().path("spec").isEmpty())
            rules.problems.add("What no policy names is allowed");
        for (var service : CodeSettings.ports().keySet())
            if (!service.equals("gateway")) rules.to(service);
        return rules.problems;
    }

    private void to(String service) {
        var app = CodeSettings.app(service);
        if (all.find("Service", app).isEmpty()) return;
        var policy = all.find("AuthorizationPolicy", app);
        if (policy.isEmpty()) {
            problems.add("Nobody says who may call " + app);
            return;
        }
        var allowed =
                each(policy.get().at("/spec/rules")).flatMap(PermissionRules::allowed).toList();
        var served = CodeCalls.served(service);
        for (var rule : allowed) exists(app, rule, served);
        for (var caller : CodeSettings.ports().keySet())
            for (var request : calls(caller, service, served))
                if (allowed.stream().noneMatch(it -> it.takes(CodeSettings.app(caller), request)))
                    problems.add("%s may not ask %s for %s".formatted(caller, service, request));
        for (var caller : callers(allowed))
            if (isOurs(caller)
                    && !CodeCalls.calledBy(CodeSettings.service(caller)).contains(service))
                problems.add("%s may call %s and never does".formatted(caller, app));
    }

    private static boolean isOurs(String app) {
        return CodeSettings.ports().containsKey(CodeSettings.service(app));
    }

    private static Set<String> callers(List<Allowed> allowed) {
        var callers = new TreeSet<String>();
        for (var rule : allowed) callers.addAll(rule.callers());
        return callers;
    }

    private static Stream<Allowed> allowed(JsonNode rule) {
        var callers = new TreeSet<String>();
        for (var from : rule.path("from"))
            for (var principal : texts(from.at("/source/principals"))) {
                var account = ACCOUNT.matcher(principal);
                callers.add(account.matches() ? account.group(1) : principal);
            }
        return each(rule.path("to"))
                .map(it -> it.path("operation"))
                .map(it ->
                        new Allowed(callers, texts(it.path("methods")), texts(it.path("paths"))));
    }

    /// Each path and each method that is allowed must be there to be asked for.
    private void exists(String app, Allowed rule, Set<Request> served) {
        for (var caller : rule.callers())
            if (all.find("ServiceAccount", caller).isEmpty() && !caller.equals("simulator"))
                problems.add("%s is called by %s, who is nobody".formatted(app, caller));
        for (var path : rule.paths())
            if (served.stream().noneMatch(it -> matches(path, it.path())))
                problems.add("%s answers nothing at %s".formatted(app, path));
        for (var method : rule.methods()) {
            var asked = method.equals("HEAD") ? "GET" : method;
            if (served.stream()
                    .noneMatch(it ->
                            it.method().equals(asked)
                                    && rule.paths().stream()
                                            .anyMatch(path -> matches(path, it.path()))))
                problems.add("%s answers no %s at %s".formatted(app, method, rule.paths()));
        }
    }

    /// The calls of the code from one service to another.
    private static List<Request> calls(String caller, String service, Set<Request> served) {
        var calls = new ArrayList<Request>();
        if (!CodeCalls.calledBy(caller).contains(service)) return calls;
        if (CodeCalls.toldBy(caller).contains(service)) calls.add(new Request("POST", "/events"));
        if (service.equals("user")) calls.add(new Request("GET", "/.well-known/jwks.json"));
        if (caller.equals(service)) calls.add(new Request("POST", "/webhooks/provider"));
        // the gateway itself asks only the eight
        if (!service.equals("simulator"))
            for (var asked : CodeCalls.asks(caller))
                served.stream().filter(asked::fits).forEach(calls::add);
        if (caller.equals("gateway")) passedOn(service, served).forEach(calls::add);
        return calls;
    }

    private static Stream<Request> passedOn(String service, Set<Request> served) {
        var prefixes = CodeCalls.prefixes(service);
        return served.stream()
                .filter(it ->
                        prefixes.stream()
                                .anyMatch(prefix -> (it.path() + "/").startsWith(prefix + "/")));
    }

    /// As Istio compares: whole, with a star at either end, or with {*} for one part.
    static boolean matches(String pattern, String path) {
        if (pattern.equals("*")) return true;
        var regex =
                Pattern.quote(pattern)
                        .replace("{**}", "\\E.*\\Q")
                        .replace("{*}", "\\E[^/]+\\Q")
                        .replaceAll("\\*\\\\E$", "\\\\E.*")
                        .replaceAll("^\\\\Q\\*", ".*\\\\Q");
        return path.matches(regex);
    }
}
