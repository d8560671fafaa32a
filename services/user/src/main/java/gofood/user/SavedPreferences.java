package gofood.user;

import gofood.contracts.RestaurantApi.Allergen;
import gofood.contracts.UserApi.Language;
import gofood.contracts.UserApi.Preferences;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What people have set. Apart from the person: it is nobody else's business, and setting it makes
/// no new version of them.
final class SavedPreferences {
    private static final Preferences NOTHING_SET = new Preferences(Set.of(), null);

    Preferences of(Tx tx, long userId) {
        return tx.find(
                        "SELECT * FROM preference WHERE user_id = ?",
                        SavedPreferences::preferences,
                        userId)
                .orElse(NOTHING_SET);
    }

    Preferences set(Tx tx, long userId, Preferences wanted) {
        return tx.one(
                """
                INSERT INTO preference (user_id, avoided, language) VALUES (?, ?, ?)
                    ON CONFLICT (user_id) DO UPDATE
                   SET avoided = excluded.avoided, language = excluded.language
                RETURNING *
                """,
                SavedPreferences::preferences,
                userId,
                wanted.avoided().stream().map(Enum::name).toArray(String[]::new),
                wanted.language());
    }

    private static Preferences preferences(Row row) {
        var language = row.findText("language");
        return new Preferences(
                Arrays.stream(row.texts("avoided"))
                        .map(Allergen::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)),
                language == null ? null : Language.valueOf(language));
    }
}
