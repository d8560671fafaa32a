package gofood.gateway;

import gofood.platform.http.Importance;
import gofood.platform.http.Routes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which service answers which paths. The longest prefix wins, and only whole segments match. What
/// stands nowhere here, such as the services' `/events` and `/metrics`, can't be reached from
/// outside.
final class RouteTable {
    /// The services in the order in which people read of them.
    static final List<String> SERVICES =
            List.of("user", "restaurant", "order", "payment", "delivery", "notification", "city");

    /// Not a part of the whole: where nobody is simulated, it isn't there.
    static final String SIMULATOR = "simulator";

    private static final String HOOKS = "/restaurants/{restaurant_id}/webhooks";
    private static final String HOOK = HOOKS + "/{webhook_id}";

    private final List<Target> targets = new ArrayList<>();
    private final Map<String, List<Pattern>> creations = new HashMap<>();
    private final List<Pattern> ours = new ArrayList<>();
    private final List<Graded> graded = new ArrayList<>();

    private record Target(String prefix, String service) {
        boolean takes(String path) {
            return path.startsWith(prefix)
                    && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }

    private record Graded(Target target, Importance importance) {}

    /// The table of goFOOD.
    static RouteTable whole() {
        return new RouteTable()
                .to("user", "/users", "/guests", "/sessions", "/applications", "/.well-known")
                .to("user", "/erasures")
                .creating("/users", "/users/{user_id}/addresses")
                .to("restaurant", "/restaurants", "/callback/restaurants")
                .creating("/restaurants", "/restaurants/{restaurant_id}")
                .creating("/restaurants/{restaurant_id}/tickets/{order_id}/delay")
                .creating(HOOKS, HOOK + "/secret", HOOK + "/test", HOOK + "/deliveries/replay")
                .creating(HOOK + "/deliveries/{message_id}/replay")
                .to("order", "/orders", "/quotes", "/slots", "/promotions", "/problems")
                .to("order", "/callback/orders", "/tracking", "/delivery-prices")
                .creating("/orders", "/orders/{order_id}/substitutions")
                .creating("/orders/{order_id}/problems", "/orders/{order_id}/photos")
                .creating("/promotions")
                .to("payment", "/payments", "/webhooks", "/receipts", "/wallet", "/wallets")
                .to("payment", "/ledger", "/statements", "/payouts")
                .creating("/payments", "/payments/{payment_id}/refunds", "/payouts")
                .as(Importance.VITAL, "/webhooks", "/callback")
                .creating("/wallets/{customer_id}/credits")
                .to("delivery", "/deliveries", "/couriers", "/offers", "/estimates")
                .creating("/deliveries", "/couriers", "/deliveries/{delivery_id}/problem")
                .as(Importance.ORDERING, "/deliveries", "/couriers", "/offers")
                .to("notification", "/notifications")
                .to("city", "/map", "/addresses", "/places", "/routes", "/matrix", "/zones")
                .creating("/zones/restrictions")
                .as(Importance.BROWSING, "/routes", "/matrix")
                .to(SIMULATOR, "/simulator");
    }

    RouteTable to(String service, String... prefixes) {
        for (var prefix : prefixes) targets.add(new Target(prefix, service));
        targets.sort(Comparator.comparingInt(target -> -target.prefix.length()));
        return this;
    }

    /// Paths whose POST honours `Idempotency-Key`: exactly those that their service routes with
    /// [Routes#create].
    private RouteTable creating(String... paths) {
        for (var path : paths)
            creations.computeIfAbsent(start(path), _ -> new ArrayList<>()).add(pattern(path));
        return this;
    }

    /// Paths of another importance than reads and writes have as a rule.
    private RouteTable as(Importance importance, String... prefixes) {
        for (var prefix : prefixes) graded.add(new Graded(new Target(prefix, ""), importance));
        return this;
    }

    /// How late this is refused when there is too much to do. Who asks isn't known yet.
    Importance importance(String method, String path) {
        for (var grade : graded) if (grade.target.takes(path)) return grade.importance;
        if (path.endsWith("/tickets")) return Importance.ORDERING;
        return method.equals("GET") || method.equals("HEAD")
                ? Importance.BROWSING
                : Importance.ORDERING;
    }

    /// What the gateway answers itself.
    RouteTable beside(Routes own) {
        for (var route : own.list()) ours.add(pattern(route.path()));
        return this;
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q"));
    }

    /// The first segment, by which few patterns are left to try.
    private static String start(String path) {
        var end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    /// The service for this path.
    Optional<String> find(String path) {
        for (var target : targets) if (target.takes(path)) return Optional.of(target.service);
        return Optional.empty();
    }

    /// Whether a POST there that bears a key is done once, however often it is asked for.
    boolean creates(String path) {
        return creations.getOrDefault(start(path), List.of()).stream()
                .anyMatch(creation -> creation.matcher(path).matches());
    }

    boolean isOurs(String path) {
        return ours.stream().anyMatch(own -> own.matcher(path).matches());
    }
}
