package gofood.restaurant.menu;

import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Allergen;
import gofood.contracts.RestaurantApi.TaxClass;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.util.List;

/// The stored dishes of the restaurants.
public final class Dishes {
    /// In the order in which they were added.
    List<Dish> of(Tx tx, long restaurantId) {
        return tx.list(
                "SELECT * FROM dish WHERE restaurant_id = ? ORDER BY item_id",
                Dishes::read,
                restaurantId);
    }

    Dish find(Tx tx, long restaurantId, long itemId) {
        return tx.find(
                        "SELECT * FROM dish WHERE item_id = ? AND restaurant_id = ?",
                        Dishes::read,
                        itemId,
                        restaurantId)
                .orElseThrow(() -> Refused.notFound("item"));
    }

    /// @return the ids, in the order of the dishes
    List<Long> add(Tx tx, long restaurantId, List<Dish> dishes) {
        return tx.list(
                """
                INSERT INTO dish (restaurant_id, section, name, description, price, tax_class,
                                  available, sold_out_until, allergens, choices)
                SELECT ?, section, name, description, price * 1000, upper(tax_class),
                       available, sold_out_until, allergens, choices
                  FROM ROWS FROM (jsonb_to_recordset(?::jsonb)
                       AS (section text, name text, description text, price numeric,
                           tax_class text, available boolean, sold_out_until timestamptz, allergens jsonb,
                           choices jsonb)) WITH ORDINALITY
                 ORDER BY ordinality
                RETURNING item_id
                """,
                row -> row.number("item_id"),
                restaurantId,
                Tx.json(dishes));
    }

    void change(Tx tx, Dish it) {
        tx.update(
                """
                UPDATE dish
                   SET section = ?, name = ?, description = ?, price = ?, tax_class = ?,
                       available = ?, sold_out_until = ?, allergens = ?::jsonb, choices = ?::jsonb
                 WHERE item_id = ?
                """,
                it.section(),
                it.name(),
                it.description(),
                it.price().mills(),
                it.taxClass(),
                it.available(),
                it.soldOutUntil(),
                Tx.json(it.allergens()),
                Tx.json(it.choices()),
                it.itemId());
    }

    void remove(Tx tx, long itemId) {
        tx.update("DELETE FROM dish WHERE item_id = ?", itemId);
    }

    private static Dish read(Row row) {
        return new Dish(
                row.number("item_id"),
                row.text("section"),
                row.text("name"),
                row.text("description"),
                new Money(row.number("price")),
                TaxClass.valueOf(row.text("tax_class")),
                row.flag("available"),
                row.findInstant("sold_out_until"),
                List.of(row.json("allergens", Allergen[].class)),
                row.json("choices", Choices.class));
    }
}
