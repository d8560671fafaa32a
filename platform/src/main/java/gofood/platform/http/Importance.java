package gofood.platform.http;

import gofood.contracts.UserApi.Role;
import java.time.Duration;
import java.util.Set;

/// What is refused first when there is too much to do: whoever looks around before whoever orders,
/// and both before what is still owed to those who ordered.
///
/// @see AdaptiveLimit
public enum Importance {
    /// Health checks and metrics, which must always be answered, and streams, which have bounds of
    /// their own.
    ALWAYS(0, Duration.ZERO),
    /// What other services ask and tell, and the answers of a payment provider: it belongs to
    /// something that was let in before.
    VITAL(20, Duration.ofSeconds(2)),
    /// Orders, and the steps of kitchens, couriers and operators.
    ORDERING(6, Duration.ofMillis(300)),
    /// Menus, searches, the map, and one's own lists.
    BROWSING(3, Duration.ofMillis(100));

    private static final Set<Role> WORKING = Set.of(Role.STAFF, Role.COURIER, Role.OPERATOR);

    private final double timesSlower;
    private final Duration unnoticed;

    Importance(double timesSlower, Duration unnoticed) {
        this.timesSlower = timesSlower;
        this.unnoticed = unnoticed;
    }

    /// How many times slower than usual it may become before some of it is refused.
    double timesSlower() {
        return timesSlower;
    }

    /// An answer within this is never called slow.
    Duration unnoticed() {
        return unnoticed;
    }

    /// What a route has that doesn't say otherwise.
    static Importance usual(String method, Access access, Routes.Action action) {
        if (action instanceof Routes.Action.Stream) return ALWAYS;
        if (access.roles().equals(Set.of(Role.SERVICE))) return VITAL;
        var ofWork = !access.roles().isEmpty() && WORKING.containsAll(access.roles());
        return method.equals("GET") && !ofWork ? BROWSING : ORDERING;
    }
}
