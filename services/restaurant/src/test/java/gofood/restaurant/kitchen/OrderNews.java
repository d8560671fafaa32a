package gofood.restaurant.kitchen;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Rating;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.OrderApi.Urgency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the order service tells of orders of customer 5: two soups for 18 euros.
public final class OrderNews {
    public static final Slot SLOT =
            new Slot(Instant.parse("2099-06-01T18:00:00Z"), Instant.parse("2099-06-01T18:30:00Z"));
    static final Instant KITCHEN_AT = Instant.parse("2099-06-01T17:20:00Z");
    public static final Instant ANSWER_BY = Instant.parse("2099-06-01T17:28:00Z");
    private static final Address HERE = new Address(43.73, 7.42, "5 Rue Grimaldi");
    private static final Settlement NOTHING =
            new Settlement(Liable.CUSTOMER, Money.ZERO, Money.ZERO);
    private static final Price PRICE =
            new Price(
                    Money.cents(1800),
                    Money.cents(250),
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.cents(2050),
                    "EUR",
                    null,
                    List.of());

    private OrderNews() {}

    public static Line line(int line, int quantity, String name) {
        return new Line(
                line,
                "301",
                name,
                quantity,
                List.of("Large"),
                "hot",
                Money.cents(900),
                BigDecimal.TEN);
    }

    public static OrderEvent.Placed placed(long orderId, long restaurantId) {
        return new OrderEvent.Placed(
                orderId,
                5,
                restaurantId,
                "House",
                List.of(),
                PRICE,
                new PaymentMethod(PayBy.CASH, null));
    }

    public static OrderEvent.Scheduled scheduled(long orderId, long restaurantId) {
        return new OrderEvent.Scheduled(
                orderId,
                5,
                restaurantId,
                "House",
                List.of(line(1, 2, "Soupe")),
                "ring twice",
                SLOT,
                KITCHEN_AT);
    }

    public static OrderEvent.Paid paid(long orderId, long restaurantId) {
        return paid(orderId, restaurantId, null);
    }

    /// @param slot when it is to come, if it was for later
    public static OrderEvent.Paid paid(long orderId, long restaurantId, @Nullable Slot slot) {
        return new OrderEvent.Paid(
                orderId,
                5,
                restaurantId,
                "House",
                List.of(line(1, 2, "Soupe")),
                PRICE,
                "ring twice",
                HERE,
                HERE,
                "1234",
                30,
                slot,
                Instant.now().plusSeconds(2400),
                ANSWER_BY,
                null);
    }

    public static OrderEvent.Changed changed(long orderId, long restaurantId, Line... lines) {
        return new OrderEvent.Changed(
                orderId, 5, restaurantId, List.of(lines), PRICE, "No soup today.", null);
    }

    public static OrderEvent.Rejected rejected(long orderId, long restaurantId, String reason) {
        return new OrderEvent.Rejected(orderId, 5, restaurantId, reason, NOTHING);
    }

    public static OrderEvent.Cancelled cancelled(long orderId, long restaurantId) {
        return new OrderEvent.Cancelled(
                orderId, 5, restaurantId, "customer", "Changed my mind", NOTHING);
    }

    public static OrderEvent.Rated rated(long orderId, long restaurantId) {
        return new OrderEvent.Rated(
                orderId, 5, restaurantId, 31L, new Rating(4, 5, "Hot", Instant.EPOCH));
    }

    public static OrderEvent.Overdue overdue(long orderId, long restaurantId) {
        return new OrderEvent.Overdue(orderId, 5, restaurantId, OrderStatus.PAID, Urgency.REMIND);
    }
}
