package gofood.platform.http;

import io.helidon.common.uri.UriPath;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Paths that begin like none of these routes, so that whoever passes them on need not compare them
/// with each. What begins like one is compared.
final class Elsewhere implements PathMatcher {
    private static final PathMatcher ALL = PathMatchers.any();

    /// The first segments of the routes; that of `/`, and of what is no path, is empty.
    private final Set<String> ours = new HashSet<>(Set.of(""));

    /// Whether a route begins with a variable, so that any path may be its own.
    private final boolean any;

    Elsewhere(List<Routes.Route> routes) {
        for (var route : routes)
            if (!route.method().equals(Routes.ANY)) ours.add(start(route.path()));
        any = ours.stream().anyMatch(start -> start.contains("{"));
    }

    private static String start(String path) {
        if (!path.startsWith("/")) return "";
        var end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    private boolean takes(UriPath path) {
        return !any && !ours.contains(start(path.path()));
    }

    @Override
    public PathMatchers.MatchResult match(UriPath path) {
        return takes(path) ? ALL.match(path) : PathMatchers.MatchResult.notAccepted();
    }

    @Override
    public PathMatchers.PrefixMatchResult prefixMatch(UriPath path) {
        return takes(path) ? ALL.prefixMatch(path) : PathMatchers.PrefixMatchResult.notAccepted();
    }
}
