package gofood.platform.http;

import gofood.contracts.UserApi.Role;
import gofood.platform.wire.Refused;
import java.util.Optional;
import java.util.Set;

/// Who may use a route. Every route has one; whose things they may touch there, the handler
/// decides.
///
/// @param roles one of these is needed; empty with `tokenNeeded` means any signed-in person
public record Access(boolean tokenNeeded, Set<Role> roles) {
    public static final Access ANYONE = new Access(false, Set.of());
    public static final Access SIGNED_IN = new Access(true, Set.of());

    public static Access only(Role... roles) {
        return new Access(true, Set.of(roles));
    }

    /// @throws Refused 401 without a person where one is needed, 403 for the wrong role
    void check(Optional<Person> person) {
        if (!tokenNeeded) return;
        var known =
                person.orElseThrow(() ->
                        new Refused(
                                401,
                                "sign_in_needed",
                                "Sign in first: POST /sessions, then send the token."));
        if (!roles.isEmpty() && roles.stream().noneMatch(known::has))
            throw new Refused(403, "not_allowed", "Your role may not do this.");
    }
}
