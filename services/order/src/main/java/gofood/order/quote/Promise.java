package gofood.order.quote;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.Point;
import gofood.order.price.Fees;
import gofood.order.promotion.Promotions;
import gofood.platform.wire.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a quote promises to whoever orders just this basket in time.
///
/// @param basket which basket, see [#basket(NewOrder, Point)]
/// @param prices of one of each line, in the basket's order
/// @param off what the promotion takes off
public record Promise(
        String basket,
        Instant until,
        List<Money> prices,
        Fees fees,
        Money off,
        @Nullable Applied promotion,
        Money total) {

    private record Wanted(
            long restaurantId,
            List<Dish> dishes,
            Point door,
            Money tip,
            @Nullable String promotion,
            @Nullable Instant slotFrom) {}

    private record Dish(String itemId, int quantity, List<String> options) {}

    /// A digest of everything in an order that its price depends on. Notes and the way of paying
    /// may still change after the quote.
    ///
    /// @param door the address, as exact as the way there is reckoned
    public static String basket(NewOrder wanted, Point door) {
        var tip = wanted.tip();
        var promotion = wanted.promotion();
        var all =
                new Wanted(
                        wanted.restaurantId(),
                        wanted.items().stream().map(Promise::dish).toList(),
                        door,
                        tip == null ? Money.ZERO : tip,
                        promotion == null ? null : Promotions.normal(promotion),
                        wanted.slotFrom());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Json.write(all));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Dish dish(NewLine line) {
        var options = line.options();
        return new Dish(
                line.itemId(),
                line.quantity(),
                options == null ? List.of() : options.stream().sorted().toList());
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
