package gofood.order;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Option;
import gofood.contracts.RestaurantApi.OptionGroup;
import gofood.contracts.RestaurantApi.Section;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small kitchen to order from.
final class TestMenus {
    static final Instant OPENS = Instant.parse("2026-05-01T16:30:00Z");

    private TestMenus() {}

    static Menu open() {
        return menu(true);
    }

    static Menu closed() {
        return menu(false);
    }

    private static Menu menu(boolean open) {
        var size =
                new OptionGroup(
                        "1",
                        "Size",
                        1,
                        1,
                        List.of(
                                new Option("1", "Normal", Money.ZERO),
                                new Option("2", "Large", new Money(300))));
        var extras =
                new OptionGroup(
                        "2", "Extras", 0, 3, List.of(new Option("3", "Burrata", new Money(150))));
        return new Menu(
                7,
                "Chez Edgar",
                null,
                "italian",
                new Address(43.7384, 7.4246, "12 Rue Grimaldi"),
                null,
                open,
                open ? null : OPENS,
                new Hours(List.of(), List.of()),
                20,
                new Money(1000),
                "EUR",
                3,
                List.of(
                        new Section(
                                "All",
                                List.of(
                                        item("301", 1399, true, null, List.of(size, extras)),
                                        item("302", 600, true, null, List.of()),
                                        item("303", 700, false, null, List.of()),
                                        item("304", 1000, true, OPENS, List.of()),
                                        item("305", 99_999, true, null, List.of())))));
    }

    private static Item item(
            String id,
            long price,
            boolean available,
            @Nullable Instant soldOutUntil,
            List<OptionGroup> groups) {
        return new Item(
                id, "Dish " + id, "", new Money(price), available, soldOutUntil, List.of(), groups);
    }
}
