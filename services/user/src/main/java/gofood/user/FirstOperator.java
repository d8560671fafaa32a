package gofood.user;

import gofood.contracts.InvalidField;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.run.Env;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The operator who makes all others: named in the settings, made when nobody has that e-mail.
final class FirstOperator {
    private final Optional<NewUser> wanted;

    private FirstOperator(Optional<NewUser> wanted) {
        this.wanted = wanted;
    }

    static FirstOperator from(Env env) {
        return new FirstOperator(env.find("USER_OPERATOR_EMAIL").map(email -> read(env, email)));
    }

    private static NewUser read(Env env, String email) {
        var password = env.text("USER_OPERATOR_PASSWORD");
        try {
            return new NewUser("Operator", email, password, null, null, null);
        } catch (InvalidField e) {
            throw new IllegalStateException(
                    "The setting USER_OPERATOR_%s %s."
                            .formatted(e.field().toUpperCase(Locale.ROOT), e.rule()),
                    e);
        }
    }

    void create(Db db, Accounts accounts, Passwords passwords, Instant now) {
        if (wanted.isEmpty()) return;
        var name = wanted.get().name();
        var email = Account.email(wanted.get().email());
        if (db.tx(tx -> accounts.byEmail(tx, email)).isPresent()) return;
        var hash = passwords.hash(wanted.get().password());
        var roles = Set.of(Role.OPERATOR);
        // two replicas may be here at once; the second adds nothing
        db.run(tx -> accounts.add(tx, name, email, null, hash, roles, Set.of(), now));
    }
}
