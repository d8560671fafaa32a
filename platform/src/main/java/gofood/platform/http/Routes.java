package gofood.platform.http;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A service's table of routes. `/toys/stream` goes before `/toys/{toy_id}`, whatever their order
/// here.
public final class Routes {
    static final String ANY = "any";

    /// The largest body that a route takes unless it says otherwise.
    public static final int BODY_LIMIT = 1 << 20;

    private final List<Route> routes = new ArrayList<>();
    private Door door = (_, _) -> {};

    /// Answers a request.
    public interface Handler {
        Reply handle(Call call);
    }

    /// Prepares a creation, which [Idempotency] then does once.
    public interface Creator {
        Idempotency.Creation prepare(Call call);
    }

    /// Opens a live stream.
    public interface Streamer {
        Live open(Call call);
    }

    /// Takes a request as it came and writes the answer itself, such as by passing it on. Who asks
    /// is its own affair.
    public interface Passage {
        void pass(ServerRequest request, ServerResponse response) throws Exception;

        /// What it is limited with, see [Admission].
        Lane lane(ServerRequest request);
    }

    /// What every request comes through before its route acts: it may add headers to the answer,
    /// and refuses by throwing.
    public interface Door {
        void enter(ServerRequest request, ServerResponse response);
    }

    /// What a route does.
    public sealed interface Action {
        record Handle(Handler handler) implements Action {}

        record Create(Creator creator) implements Action {}

        record Stream(Streamer streamer) implements Action {}

        record Pass(Passage passage) implements Action {}
    }

    /// @param path `/orders/{order_id}`
    /// @param bodyLimit bytes
    /// @param isAudited the [Audit] notes it also when a service asks
    /// @param importance how late it is refused when there is too much to do
    public record Route(
            String method,
            String path,
            Access access,
            Action action,
            int bodyLimit,
            boolean isAudited,
            Importance importance) {
        Route with(int bodyLimit, boolean isAudited, Importance importance) {
            return new Route(method, path, access, action, bodyLimit, isAudited, importance);
        }

        long variables() {
            // what takes anything comes last
            if (method.equals(ANY)) return Long.MAX_VALUE;
            return path.chars().filter(c -> c == '{').count();
        }

        boolean matches(String requested) {
            var pattern = Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
            return requested.matches(pattern);
        }
    }

    public Routes get(String path, Access access, Handler handler) {
        return add("GET", path, access, new Action.Handle(handler));
    }

    public Routes post(String path, Access access, Handler handler) {
        return add("POST", path, access, new Action.Handle(handler));
    }

    public Routes put(String path, Access access, Handler handler) {
        return add("PUT", path, access, new Action.Handle(handler));
    }

    public Routes delete(String path, Access access, Handler handler) {
        return add("DELETE", path, access, new Action.Handle(handler));
    }

    /// A POST that makes something and honours `Idempotency-Key`.
    public Routes create(String path, Access access, Creator creator) {
        return add("POST", path, access, new Action.Create(creator));
    }

    /// A GET that stays open, see [Live].
    public Routes stream(String path, Access access, Streamer streamer) {
        return add("GET", path, access, new Action.Stream(streamer));
    }

    /// Everything that no route before it takes: any method, any path.
    public Routes otherwise(Passage passage) {
        return add(ANY, "/*", Access.ANYONE, new Action.Pass(passage));
    }

    /// Puts a door before all routes.
    public Routes behind(Door newDoor) {
        door = newDoor;
        return this;
    }

    public Routes addAll(Routes others) {
        routes.addAll(others.routes);
        return this;
    }

    /// Gives the route added last another body limit, in bytes.
    public Routes upTo(int bodyLimit) {
        var last = routes.removeLast();
        return add(last.with(bodyLimit, last.isAudited, last.importance));
    }

    /// Has the route added last noted in the [Audit] also when a service asks.
    public Routes audited() {
        var last = routes.removeLast();
        return add(last.with(last.bodyLimit, true, last.importance));
    }

    /// Gives the route added last another importance than [Importance#usual].
    public Routes as(Importance importance) {
        var last = routes.removeLast();
        return add(last.with(last.bodyLimit, last.isAudited, importance));
    }

    public List<Route> list() {
        return List.copyOf(routes);
    }

    Door door() {
        return door;
    }

    private Routes add(String method, String path, Access access, Action action) {
        var importance = Importance.usual(method, access, action);
        return add(new Route(method, path, access, action, BODY_LIMIT, false, importance));
    }

    private Routes add(Route route) {
        routes.add(route);
        return this;
    }
}
