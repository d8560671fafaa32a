package gofood.user;

import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.time.Clock;

/// Puts the user service together.
public final class UserService implements Service {
    @Override
    public String name() {
        return "user";
    }

    @Override
    public Running start(Env env) {
        var config = UserConfig.from(env);
        var operator = FirstOperator.from(env);
        var seal = new KeySeal(env.text("SERVICE_SECRET"));
        var clock = Clock.systemUTC();
        var base =
                Foundation.of(
                        env, name(), db -> new SigningKeys(db, seal, config, clock)::published);
        var db = base.db();
        var keys = new SigningKeys(db, seal, config, clock);
        var passwords = base.with(new Passwords(config));
        var accounts = new Accounts();
        var sessions = new Sessions(config, clock);
        var applications = new Applications();
        var others = new Others(base);
        var erasures = new StoredErasures();
        var erasing =
                new Erasing(db, base.timers(), accounts, sessions, erasures, others, config, clock);
        new Expiry(db, base.timers(), keys, erasing, config, clock).begin();
        operator.create(db, accounts, passwords, clock.instant());
        var people =
                new UserRoutes(
                        db,
                        accounts,
                        new SavedAddresses(),
                        applications,
                        sessions,
                        erasing,
                        passwords,
                        config,
                        clock);
        var own =
                new OwnRoutes(
                        db, accounts, new SavedFavourites(), new SavedPreferences(), config, clock);
        var applying = new ApplicationRoutes(db, accounts, applications, clock);
        var signingIn =
                new SessionRoutes(
                        db,
                        accounts,
                        sessions,
                        new SignInFailures(config, clock),
                        passwords,
                        new AccessTokens(keys, config, clock),
                        keys,
                        config,
                        clock);
        var known = new PersonalDataRoutes(db, accounts, others, erasures, keys, clock);
        return base.serve(
                people.table()
                        .addAll(own.table())
                        .addAll(applying.table())
                        .addAll(known.table())
                        .addAll(signingIn.table()));
    }
}
