package gofood.restaurant.menu;

import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Allergen;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.ItemSaved;
import gofood.contracts.RestaurantApi.NewItem;
import gofood.contracts.RestaurantApi.TaxClass;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A dish of a menu.
///
/// @param itemId 0 until it is stored
/// @param soldOutUntil not to be had before, whatever `available` says
record Dish(
        long itemId,
        String section,
        String name,
        String description,
        Money price,
        TaxClass taxClass,
        boolean available,
        @Nullable Instant soldOutUntil,
        List<Allergen> allergens,
        Choices choices) {

    /// @param section where it goes unless it says so itself
    /// @param at where it stands in the request, to name what is missing
    /// @throws Refused 422 without a name or a price
    static Dish of(NewItem asked, String section, String at) {
        if (asked.itemId() != null)
            throw Refused.invalid(at + "item_id", "is given to a new item, not chosen");
        var name = required(asked.name(), at + "name");
        var price = required(asked.price(), at + "price");
        var plain =
                new Dish(
                        0,
                        section,
                        name,
                        "",
                        price,
                        TaxClass.PREPARED,
                        true,
                        null,
                        List.of(),
                        Choices.NONE);
        return plain.changed(asked);
    }

    /// What isn't mentioned stays. A dish that is said to be available is no longer sold out,
    /// unless the same change says until when.
    Dish changed(NewItem asked) {
        var back = Boolean.TRUE.equals(asked.available()) && asked.soldOutUntil() == null;
        return new Dish(
                itemId,
                or(asked.section(), section).strip(),
                or(asked.name(), name).strip(),
                or(asked.description(), description).strip(),
                or(asked.price(), price),
                or(asked.taxClass(), taxClass),
                or(asked.available(), available),
                back ? null : asked.soldOutUntil() == null ? soldOutUntil : asked.soldOutUntil(),
                or(asked.allergens(), allergens).stream().distinct().sorted().toList(),
                asked.optionGroups() == null ? choices : choices.changedTo(asked.optionGroups()));
    }

    Item view(Instant now) {
        var soldOut = soldOutUntil != null && soldOutUntil.isAfter(now);
        return new Item(
                Long.toString(itemId),
                name,
                description,
                price,
                taxClass,
                available && !soldOut,
                soldOut ? soldOutUntil : null,
                allergens,
                choices.groups());
    }

    ItemSaved saved() {
        return new ItemSaved(Long.toString(itemId), name, description, price);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value != null) return Objects.requireNonNull(value);
        throw new Refused(422, "missing_field", "The field " + field + " is missing.")
                .with("missing", field);
    }
}
