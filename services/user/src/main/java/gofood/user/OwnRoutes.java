package gofood.user;

import gofood.contracts.UserApi.Favourites;
import gofood.contracts.UserApi.Preferences;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Clock;

/// What is a person's own affair, and not even an operator's: what they like and what they have
/// set.
final class OwnRoutes {
    private final Db db;
    private final Accounts accounts;
    private final SavedFavourites favourites;
    private final SavedPreferences preferences;
    private final UserConfig config;
    private final Clock clock;

    OwnRoutes(
            Db db,
            Accounts accounts,
            SavedFavourites favourites,
            SavedPreferences preferences,
            UserConfig config,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.favourites = favourites;
        this.preferences = preferences;
        this.config = config;
        this.clock = clock;
    }

    Routes table() {
        var favourite = "/users/{user_id}/favourites/{restaurant_id}";
        return new Routes()
                .get("/users/{user_id}/favourites", Access.SIGNED_IN, this::listFavourites)
                .put(favourite, Access.SIGNED_IN, this::addFavourite)
                .delete(favourite, Access.SIGNED_IN, this::removeFavourite)
                .get("/users/{user_id}/preferences", Access.SIGNED_IN, this::readPreferences)
                .put("/users/{user_id}/preferences", Access.SIGNED_IN, this::setPreferences);
    }

    private Reply listFavourites(Call call) {
        var id = own(call);
        return Reply.ok(
                db.tx(tx -> {
                    if (accounts.find(tx, id).isEmpty()) throw UserRoutes.noSuchUser();
                    return new Favourites(favourites.of(tx, id));
                }));
    }

    private Reply addFavourite(Call call) {
        var id = own(call);
        var restaurantId = restaurant(call);
        db.run(tx -> {
            lock(tx, id);
            var known = favourites.of(tx, id);
            if (known.contains(restaurantId)) return;
            if (known.size() >= config.favourites())
                throw Refused.conflict(
                                "too_many_favourites", "Remove a favourite before you add another.")
                        .with("most", config.favourites());
            favourites.add(tx, id, restaurantId, clock.instant());
        });
        return Reply.none();
    }

    /// What is none is none: two screens may take away the same.
    private Reply removeFavourite(Call call) {
        var id = own(call);
        var restaurantId = restaurant(call);
        db.run(tx -> {
            lock(tx, id);
            favourites.remove(tx, id, restaurantId);
        });
        return Reply.none();
    }

    private Reply readPreferences(Call call) {
        var id = own(call);
        return Reply.ok(
                db.tx(tx -> {
                    if (accounts.find(tx, id).isEmpty()) throw UserRoutes.noSuchUser();
                    return preferences.of(tx, id);
                }));
    }

    private Reply setPreferences(Call call) {
        var id = own(call);
        var wanted = call.body(Preferences.class);
        return Reply.ok(
                db.tx(tx -> {
                    lock(tx, id);
                    return preferences.set(tx, id, wanted);
                }));
    }

    /// Who is being erased meanwhile gets nothing new.
    private void lock(Tx tx, long id) {
        if (accounts.lock(tx, id).isEmpty()) throw UserRoutes.noSuchUser();
    }

    private static long own(Call call) {
        var id = call.id("user_id");
        if (call.person().id() != id) throw UserRoutes.noSuchUser();
        return id;
    }

    private static long restaurant(Call call) {
        var restaurantId = call.id("restaurant_id");
        if (restaurantId < 1) throw Refused.notFound("restaurant");
        return restaurantId;
    }
}
