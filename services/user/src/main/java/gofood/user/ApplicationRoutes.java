package gofood.user;

import gofood.contracts.UserApi.Application;
import gofood.contracts.UserApi.ApplicationList;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import gofood.user.Applications.Filed;
import java.time.Clock;
import java.util.Set;

/// Somebody wants to ride or to sell. An operator answers by giving the role, which ends the
/// application, or by removing it.
final class ApplicationRoutes {
    private static final int PAGE = 20;

    private final Db db;
    private final Accounts accounts;
    private final Applications applications;
    private final Clock clock;

    ApplicationRoutes(Db db, Accounts accounts, Applications applications, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.applications = applications;
        this.clock = clock;
    }

    Routes table() {
        var one = "/users/{user_id}/applications/{role}";
        return new Routes()
                .get("/users/{user_id}/applications", Access.SIGNED_IN, this::own)
                .put(one, Access.SIGNED_IN, this::apply)
                .delete(one, Access.SIGNED_IN, this::remove)
                .get("/applications", Access.only(Role.OPERATOR), this::list);
    }

    private Reply own(Call call) {
        var id = UserRoutes.ownOrOperators(call);
        return Reply.ok(
                db.tx(tx -> {
                    if (accounts.find(tx, id).isEmpty()) throw UserRoutes.noSuchUser();
                    return new ApplicationList(applications.of(tx, id), null);
                }));
    }

    /// Nobody applies for somebody else. The person is locked, so that none is left over when the
    /// role is given at the same time.
    private Reply apply(Call call) {
        var id = call.id("user_id");
        if (call.person().id() != id) throw UserRoutes.noSuchUser();
        var role = role(call);
        var text = call.body(Application.class).text().strip();
        return Reply.ok(
                db.tx(tx -> {
                    var account = accounts.lock(tx, id).orElseThrow(UserRoutes::noSuchUser);
                    if (account.has(Role.GUEST))
                        throw new Refused(403, "not_allowed", "Sign up first, then apply.");
                    if (account.has(role))
                        throw Refused.conflict("has_role", "You may do this already.");
                    return applications.put(tx, id, role, text, clock.instant());
                }));
    }

    private Reply remove(Call call) {
        var id = UserRoutes.ownOrOperators(call);
        var role = role(call);
        if (!db.tx(tx -> applications.end(tx, id, Set.of(role))))
            throw Refused.notFound("application");
        return Reply.none();
    }

    private Reply list(Call call) {
        var after = call.cursor(0);
        var page =
                Page.of(
                        call.limit(PAGE),
                        most -> db.tx(tx -> applications.page(tx, after, most)),
                        Filed::applicationId);
        var views = page.entries().stream().map(Filed::applicant).toList();
        return Reply.ok(new ApplicationList(views, page.nextCursor()));
    }

    private static Role role(Call call) {
        return switch (call.path("role")) {
            case "courier" -> Role.COURIER;
            case "staff" -> Role.STAFF;
            default -> throw Refused.notFound("application");
        };
    }
}
