package gofood.user;

import gofood.contracts.UserApi.NewGuest;
import gofood.contracts.UserApi.Refresh;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.SignIn;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Signing in and out, and the keys by which others know our tokens.
///
/// What makes a session takes no `Idempotency-Key`: the platform would keep the answer, and here
/// the answer is a secret.
final class SessionRoutes {
    private final Db db;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInFailures failures;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final SigningKeys keys;
    private final UserConfig config;
    private final Clock clock;

    private record SignedIn(Account account, Sessions.Turn.Next turn) {}

    SessionRoutes(
            Db db,
            Accounts accounts,
            Sessions sessions,
            SignInFailures failures,
            Passwords passwords,
            AccessTokens tokens,
            SigningKeys keys,
            UserConfig config,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.passwords = passwords;
        this.tokens = tokens;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    Routes table() {
        return new Routes()
                .post("/guests", Access.ANYONE, this::newGuest)
                .post("/sessions", Access.ANYONE, this::signIn)
                .post("/sessions/refresh", Access.ANYONE, this::refresh)
                .delete("/sessions", Access.SIGNED_IN, this::signOut)
                .get("/.well-known/jwks.json", Access.ANYONE, _ -> publicKeys());
    }

    private Reply newGuest(Call call) {
        var wanted = call.body(NewGuest.class);
        var name = wanted.name() == null ? "Guest" : wanted.name().strip();
        var phone = wanted.phone() == null ? null : wanted.phone().strip();
        var guest = Set.of(Role.GUEST);
        var now = clock.instant();
        var signedIn =
                db.tx(tx -> {
                    var added = accounts.add(tx, name, null, phone, null, guest, Set.of(), now);
                    var account = added.orElseThrow();
                    return new SignedIn(account, sessions.begin(tx, account.id()));
                });
        return Reply.created("/users/" + signedIn.account.id(), session(signedIn))
                .with("Cache-Control", "no-store");
    }

    private Reply signIn(Call call) {
        var given = call.body(SignIn.class);
        var email = Account.email(given.email());
        var client = call.client();
        var known =
                db.tx(tx -> {
                    failures.check(tx, email, client);
                    return accounts.byEmail(tx, email);
                });
        var hash = known.map(Account::passwordHash).orElse(null);
        var isRight = passwords.matches(given.password(), hash);
        var signedIn =
                isRight ? enter(known.orElseThrow(), given, client) : Optional.<SignedIn>empty();
        if (signedIn.isPresent())
            return Reply.ok(session(signedIn.get())).with("Cache-Control", "no-store");
        db.run(tx -> failures.add(tx, email, client));
        throw new Refused(401, "wrong_credentials", "The e-mail or the password is wrong.");
    }

    private Optional<SignedIn> enter(Account known, SignIn given, String client) {
        var email = Account.email(given.email());
        var outdated = passwords.isOutdated(Objects.requireNonNull(known.passwordHash()));
        var newHash = outdated ? passwords.hash(given.password()) : null;
        return db.tx(tx -> {
            // others may have failed while we hashed; then even the right password waits
            failures.check(tx, email, client);
            var account = unchanged(tx, known);
            if (account.isEmpty()) return Optional.empty();
            if (newHash != null) accounts.rehash(tx, known.id(), newHash);
            failures.succeeded(tx, known.id(), email, client);
            return Optional.of(new SignedIn(account.get(), sessions.begin(tx, known.id())));
        });
    }

    /// Nobody gets in with a password that was changed while we hashed. A hash that another sign-in
    /// has renewed is of the same password, and leaves the version as it was.
    private Optional<Account> unchanged(Tx tx, Account known) {
        return accounts.lock(tx, known.id())
                .filter(now ->
                        now.version() == known.version()
                                || Objects.equals(now.passwordHash(), known.passwordHash()));
    }

    private Reply refresh(Call call) {
        var given = new RefreshToken(call.body(Refresh.class).refreshToken());
        // committed before we refuse: a family that is to end must end
        var turn = db.tx(tx -> sessions.turn(tx, given));
        return switch (turn) {
            case Sessions.Turn.Next next -> {
                var account = db.tx(tx -> accounts.find(tx, next.userId()));
                var signedIn = new SignedIn(account.orElseThrow(SessionRoutes::over), next);
                yield Reply.ok(session(signedIn)).with("Cache-Control", "no-store");
            }
            case Sessions.Turn.Reused() ->
                    throw new Refused(
                            401,
                            "refresh_token_reused",
                            "This token was used before, so its session has ended. Sign in again.");
            case Sessions.Turn.Unknown() -> throw over();
        };
    }

    private static Refused over() {
        return new Refused(401, "refresh_token_invalid", "This session is over. Sign in again.");
    }

    private Reply signOut(Call call) {
        call.header("Authorization")
                .flatMap(AccessTokens::sid)
                .ifPresent(sid -> db.run(tx -> sessions.end(tx, sid, call.person().id())));
        return Reply.none();
    }

    private Reply publicKeys() {
        return Reply.ok(keys.published().toJSONObject())
                .with("Cache-Control", "public, max-age=60");
    }

    private Session session(SignedIn signedIn) {
        var turn = signedIn.turn;
        return new Session(
                tokens.write(signedIn.account, turn.sid()),
                turn.token().text(),
                Math.toIntExact(config.accessLife().toSeconds()),
                signedIn.account.view());
    }
}
