package gofood.user;

import gofood.contracts.UserApi.AddressBook;
import gofood.contracts.UserApi.NewAddress;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.UserList;
import gofood.contracts.UserApi.UserUpdate;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Page;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.util.Set;

/// People and their addresses.
final class UserRoutes {
    private static final int PAGE = 20;

    private final Db db;
    private final Accounts accounts;
    private final SavedAddresses addresses;
    private final Applications applications;
    private final Sessions sessions;
    private final Erasing erasing;
    private final Passwords passwords;
    private final UserConfig config;
    private final Clock clock;

    UserRoutes(
            Db db,
            Accounts accounts,
            SavedAddresses addresses,
            Applications applications,
            Sessions sessions,
            Erasing erasing,
            Passwords passwords,
            UserConfig config,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.addresses = addresses;
        this.applications = applications;
        this.sessions = sessions;
        this.erasing = erasing;
        this.passwords = passwords;
        this.config = config;
        this.clock = clock;
    }

    Routes table() {
        return new Routes()
                .create("/users", Access.ANYONE, this::signUp)
                .get("/users", Access.only(Role.OPERATOR), this::list)
                .get("/users/{user_id}", Access.SIGNED_IN, this::read)
                .put("/users/{user_id}", Access.SIGNED_IN, this::change)
                .delete("/users/{user_id}", Access.SIGNED_IN, this::erase)
                .get("/users/{user_id}/addresses", Access.SIGNED_IN, this::listAddresses)
                .create("/users/{user_id}/addresses", Access.SIGNED_IN, this::saveAddress)
                .delete(
                        "/users/{user_id}/addresses/{address_id}",
                        Access.SIGNED_IN,
                        this::removeAddress);
    }

    private Idempotency.Creation signUp(Call call) {
        var wanted = call.body(NewUser.class);
        if (wanted.roles() != null || wanted.restaurants() != null) onlyOperators(call);
        var email = Account.email(wanted.email());
        var roles =
                wanted.roles() == null ? Set.of(Role.CUSTOMER) : Account.givenRoles(wanted.roles());
        var restaurants =
                wanted.restaurants() == null
                        ? Set.<Long>of()
                        : Account.givenRestaurants(wanted.restaurants(), roles);
        Account.checkPassword(wanted.password(), email);
        var phone = wanted.phone() == null ? null : wanted.phone().strip();
        var hash = passwords.hash(wanted.password());
        return tx -> {
            var added =
                    accounts.add(
                            tx,
                            wanted.name().strip(),
                            email,
                            phone,
                            hash,
                            roles,
                            restaurants,
                            clock.instant());
            var account = added.orElseThrow(Accounts::emailTaken);
            return Reply.created("/users/" + account.id(), account.view());
        };
    }

    private Reply list(Call call) {
        var limit = call.limit(PAGE);
        var role = call.queryWord("role", Role.class).orElse(null);
        var part = call.query("q").map(String::strip).orElse(null);
        if (part != null && part.length() > 100)
            throw Refused.invalid("q", "must have at most 100 characters");
        var after = call.cursor(0);
        var page =
                Page.of(
                        limit,
                        most -> db.tx(tx -> accounts.page(tx, role, part, after, most)),
                        Account::id);
        var views = page.entries().stream().map(Account::view).toList();
        return Reply.ok(new UserList(views, page.nextCursor()));
    }

    private Reply read(Call call) {
        var id = call.id("user_id");
        call.onlyFor(id, "user");
        var account = db.tx(tx -> accounts.find(tx, id)).orElseThrow(UserRoutes::noSuchUser);
        return Reply.versioned(call, account.version(), account.view());
    }

    private Reply change(Call call) {
        var id = ownOrOperators(call);
        var update = call.body(UserUpdate.class);
        var isAboutRoles = update.roles() != null || update.restaurants() != null;
        if (isAboutRoles) onlyOperators(call);
        var hash = update.password() == null ? null : passwords.hash(update.password());
        var saved =
                db.tx(tx -> {
                    if (isAboutRoles) accounts.lockOperators(tx);
                    var before = accounts.lock(tx, id).orElseThrow(UserRoutes::noSuchUser);
                    call.ifMatch(before.version());
                    var after = before.with(update, hash);
                    if (before.has(Role.OPERATOR) && !after.has(Role.OPERATOR))
                        accounts.refuseLastOperator(tx, id);
                    if (hash != null) sessions.endAll(tx, id);
                    // who has been given a role waits for it no longer
                    if (isAboutRoles) applications.end(tx, id, after.roles());
                    return accounts.save(tx, after);
                });
        return Reply.ok(saved.view()).with("ETag", "\"" + saved.version() + "\"");
    }

    private Reply erase(Call call) {
        var id = ownOrOperators(call);
        var erasure =
                db.tx(tx -> {
                    accounts.lockOperators(tx);
                    var account = accounts.lock(tx, id).orElseThrow(UserRoutes::noSuchUser);
                    call.ifMatch(account.version());
                    if (account.has(Role.OPERATOR)) accounts.refuseLastOperator(tx, id);
                    return erasing.begin(tx, id);
                });
        return Reply.none().with("Location", "/erasures/" + erasure);
    }

    private Reply listAddresses(Call call) {
        var id = call.id("user_id");
        call.onlyFor(id, "user");
        return Reply.ok(
                db.tx(tx -> {
                    if (accounts.find(tx, id).isEmpty()) throw noSuchUser();
                    return new AddressBook(addresses.of(tx, id));
                }));
    }

    private Idempotency.Creation saveAddress(Call call) {
        var id = ownOrOperators(call);
        var wanted = call.body(NewAddress.class);
        return tx -> {
            if (accounts.lock(tx, id).isEmpty()) throw noSuchUser();
            if (addresses.of(tx, id).size() >= config.addresses())
                throw Refused.conflict(
                        "too_many_addresses", "Remove an address before you save another.");
            var saved = addresses.add(tx, id, wanted);
            return Reply.created("/users/" + id + "/addresses/" + saved.addressId(), saved);
        };
    }

    private Reply removeAddress(Call call) {
        var id = ownOrOperators(call);
        var addressId = call.id("address_id");
        if (!db.tx(tx -> addresses.remove(tx, id, addressId))) throw Refused.notFound("address");
        return Reply.none();
    }

    /// Services may read people, and nothing more.
    static long ownOrOperators(Call call) {
        var id = call.id("user_id");
        if (call.person().id() != id && !call.person().isOperator()) throw noSuchUser();
        return id;
    }

    private static void onlyOperators(Call call) {
        if (call.anyPerson().filter(Person::isOperator).isEmpty())
            throw new Refused(
                    403, "not_allowed", "Only an operator may give roles and restaurants.");
    }

    static Refused noSuchUser() {
        return Refused.notFound("user");
    }
}
