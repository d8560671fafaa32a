package gofood.order;

import static gofood.contracts.RestaurantApi.TaxClass.ALCOHOL;
import static gofood.contracts.RestaurantApi.TaxClass.PACKAGED;
import static gofood.contracts.RestaurantApi.TaxClass.PREPARED;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Day;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Opening;
import gofood.contracts.RestaurantApi.Option;
import gofood.contracts.RestaurantApi.OptionGroup;
import gofood.contracts.RestaurantApi.Section;
import gofood.contracts.RestaurantApi.TaxClass;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A small kitchen to order from.
final class TestMenus {
    static final int SLOT_CAPACITY = 2;
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
    static final Instant OPENS = Instant.parse("2026-05-01T16:30:00Z");

    private TestMenus() {}

    static Menu open() {
        return menu(7, true);
    }

    static Menu closed() {
        return menu(7, false);
    }

    /// The same kitchen under another number, for a test of its own.
    static Menu open(long id) {
        return menu(id, true);
    }

    static Menu closed(long id) {
        return menu(id, false);
    }

    /// The menu with its prices in another currency.
    static Menu in(String currency, Menu menu) {
        return with(menu, currency, menu.sections().getFirst().items());
    }

    /// The menu with one dish changed.
    static Menu with(Menu menu, String itemId, UnaryOperator<Item> change) {
        var items =
                menu.sections().getFirst().items().stream()
                        .map(item -> item.itemId().equals(itemId) ? change.apply(item) : item)
                        .toList();
        return with(menu, menu.currency(), items);
    }

    private static Menu with(Menu menu, String currency, List<Item> items) {
        return new Menu(
                menu.restaurantId(),
                menu.name(),
                menu.description(),
                menu.cuisine(),
                menu.address(),
                menu.phone(),
                menu.openNow(),
                menu.opensAt(),
                menu.hours(),
                menu.timeZone(),
                menu.preparationMinutes(),
                menu.minimumOrder(),
                menu.slotCapacity(),
                currency,
                menu.rating(),
                menu.version() + 1,
                List.of(new Section("All", items)));
    }

    static Item costing(Item item, long cents) {
        return new Item(
                item.itemId(),
                item.name(),
                item.description(),
                Money.cents(cents),
                item.taxClass(),
                item.available(),
                item.soldOutUntil(),
                item.allergens(),
                item.optionGroups());
    }

    static Item gone(Item item) {
        return new Item(
                item.itemId(),
                item.name(),
                item.description(),
                item.price(),
                item.taxClass(),
                false,
                item.soldOutUntil(),
                item.allergens(),
                item.optionGroups());
    }

    /// Opens at midnight and closes at the next, each day.
    private static Hours always() {
        var spans = new ArrayList<Opening>();
        for (var day : Day.values()) spans.add(new Opening(day, MIDNIGHT, MIDNIGHT));
        return new Hours(spans, List.of());
    }

    private static Menu menu(long id, boolean open) {
        var size =
                new OptionGroup(
                        "1",
                        "Size",
                        1,
                        1,
                        List.of(
                                new Option("1", "Normal", Money.ZERO),
                                new Option("2", "Large", Money.cents(300))));
        var extras =
                new OptionGroup(
                        "2", "Extras", 0, 3, List.of(new Option("3", "Burrata", Money.cents(150))));
        return new Menu(
                id,
                "Chez Edgar",
                null,
                "italian",
                new Address(43.7384, 7.4246, "12 Rue Grimaldi"),
                null,
                open,
                open ? null : OPENS,
                always(),
                "Europe/Monaco",
                20,
                Money.cents(1000),
                SLOT_CAPACITY,
                "EUR",
                null,
                3,
                List.of(
                        new Section(
                                "All",
                                List.of(
                                        item("301", 1399, PREPARED, null, List.of(size, extras)),
                                        item("302", 600, PACKAGED, null, List.of()),
                                        gone(item("303", 700, PREPARED, null, List.of())),
                                        item("304", 1000, PREPARED, OPENS, List.of()),
                                        item("305", 99_999, ALCOHOL, null, List.of())))));
    }

    private static Item item(
            String id,
            long price,
            TaxClass taxClass,
            @Nullable Instant soldOutUntil,
            List<OptionGroup> groups) {
        return new Item(
                id,
                "Dish " + id,
                "",
                Money.cents(price),
                taxClass,
                true,
                soldOutUntil,
                List.of(),
                groups);
    }
}
