package gofood.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which service answers which paths. The longest prefix wins, and only whole segments match. What
/// stands nowhere here, such as the services' `/events` and `/metrics`, can't be reached from
/// outside.
final class RouteTable {
    /// The services in the order in which people read of them.
    static final List<String> SERVICES =
            List.of("user", "restaurant", "order", "payment", "delivery", "notification", "city");

    private final List<Target> targets = new ArrayList<>();

    /// @param timeout how long the service has for an answer
    record Target(String prefix, String service, Duration timeout) {
        boolean takes(String path) {
            return path.startsWith(prefix)
                    && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }

    static RouteTable of(Duration timeout) {
        return new RouteTable()
                .to("user", timeout, "/users", "/guests", "/sessions", "/.well-known")
                .to("restaurant", timeout, "/restaurants", "/callback/restaurants")
                .to("order", timeout, "/orders", "/quotes", "/callback/orders")
                .to("payment", timeout, "/payments", "/webhooks", "/ledger", "/statements")
                .to("delivery", timeout, "/deliveries", "/couriers", "/offers")
                .to("notification", timeout, "/notifications")
                .to(
                        "city",
                        timeout,
                        "/addresses",
                        "/places",
                        "/map",
                        "/routes",
                        "/matrix",
                        "/zones");
    }

    RouteTable to(String service, Duration timeout, String... prefixes) {
        for (var prefix : prefixes) targets.add(new Target(prefix, service, timeout));
        targets.sort(Comparator.comparingInt(target -> -target.prefix.length()));
        return this;
    }

    Optional<Target> find(String path) {
        return targets.stream().filter(target -> target.takes(path)).findFirst();
    }
}
