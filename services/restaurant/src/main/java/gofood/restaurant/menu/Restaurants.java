package gofood.restaurant.menu;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Pace;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The stored restaurants.
public final class Restaurants {
    Restaurant get(Tx tx, long restaurantId) {
        return one(
                tx,
                "SELECT * FROM restaurant WHERE restaurant_id = ?",
                Restaurants::read,
                restaurantId);
    }

    /// The menu's version now.
    public int version(Tx tx, long restaurantId) {
        return one(
                tx,
                "SELECT version FROM restaurant WHERE restaurant_id = ?",
                row -> row.integer("version"),
                restaurantId);
    }

    /// What tells a menu from another of the same restaurant.
    record Edition(int version, StarSum stars) {}

    Edition edition(Tx tx, long restaurantId) {
        return one(
                tx,
                "SELECT version, rating_sum, rating_count FROM restaurant WHERE restaurant_id = ?",
                row -> new Edition(row.integer("version"), StarSum.read(row)),
                restaurantId);
    }

    /// For a change: all changes of one restaurant happen one after the other.
    Restaurant lock(Tx tx, long restaurantId) {
        return one(
                tx,
                "SELECT * FROM restaurant WHERE restaurant_id = ? FOR UPDATE",
                Restaurants::read,
                restaurantId);
    }

    /// @throws Refused 404 when there is none
    private static <T> T one(Tx tx, String sql, Function<Row, T> reader, long restaurantId) {
        return tx.find(sql, reader, restaurantId).orElseThrow(() -> Refused.notFound("restaurant"));
    }

    /// @return its id
    long add(Tx tx, Restaurant it) {
        return tx.one(
                """
                INSERT INTO restaurant (
                       name, description, cuisine, cuisines, lat, lon, address, phone,
                       preparation_minutes, minimum_order, hours, slot_capacity, sections)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                RETURNING restaurant_id
                """,
                row -> row.number("restaurant_id"),
                it.name(),
                it.description(),
                it.cuisine(),
                SearchWords.cuisines(it.cuisine()),
                it.address().lat(),
                it.address().lon(),
                it.address().text(),
                it.phone(),
                it.preparationMinutes(),
                it.minimumOrder().mills(),
                Tx.json(it.hours()),
                it.pace().slotCapacity(),
                it.sections().toArray(String[]::new));
    }

    /// Stores what a change may touch, beside the dishes.
    ///
    /// @param dishes all names that it is found by
    /// @return the new version
    int changed(Tx tx, Restaurant it, List<String> dishes) {
        return tx.one(
                """
                WITH found_by AS (
                     INSERT INTO restaurant_words AS old VALUES (?, array_to_tsvector(?))
                         ON CONFLICT (restaurant_id) DO UPDATE SET words = excluded.words
                      WHERE old.words IS DISTINCT FROM excluded.words)
                UPDATE restaurant
                   SET hours = ?::jsonb, paused_until = ?, extra_minutes = ?, slot_capacity = ?,
                       sections = ?, version = version + 1
                 WHERE restaurant_id = ?
                RETURNING version
                """,
                row -> row.integer("version"),
                it.restaurantId(),
                SearchWords.of(Stream.concat(Stream.of(it.name(), it.cuisine()), dishes.stream())),
                Tx.json(it.hours()),
                it.pace().pausedUntil(),
                it.pace().extraMinutes(),
                it.pace().slotCapacity(),
                it.sections().toArray(String[]::new),
                it.restaurantId());
    }

    /// Reads a row of all columns.
    public static Restaurant read(Row row) {
        return new Restaurant(
                row.number("restaurant_id"),
                row.text("name"),
                row.findText("description"),
                row.text("cuisine"),
                new Address(row.decimal("lat"), row.decimal("lon"), row.text("address")),
                row.findText("phone"),
                row.integer("preparation_minutes"),
                new Money(row.number("minimum_order")),
                row.json("hours", Hours.class),
                new Pace(
                        row.findInstant("paused_until"),
                        row.integer("extra_minutes"),
                        row.integer("slot_capacity")),
                List.of(row.texts("sections")),
                StarSum.read(row),
                row.integer("version"));
    }
}
