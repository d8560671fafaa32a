package gofood.delivery.ride;

import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rides that are wanted, stored together.
final class NewRides {
    private NewRides() {}

    /// What is to be brought.
    ///
    /// @param currency of all its amounts
    /// @param preparationMinutes as the order said, if it did
    /// @param notBefore when it may be at the door at the earliest, if that matters
    record Wish(
            NewDelivery order,
            Currency currency,
            @Nullable Integer preparationMinutes,
            @Nullable Instant notBefore) {
        private @Nullable Long cashDue() {
            var cash = order.cashDue();
            return cash == null ? null : cash.mills();
        }

        private @Nullable Long preparation() {
            return preparationMinutes == null ? null : preparationMinutes.longValue();
        }
    }

    /// @return the new rides' ids; an order that has one already gets no other
    static List<Long> add(Tx tx, List<Wish> wishes, String by, Instant now) {
        if (wishes.isEmpty()) return List.of();
        var first = new DeliveryStep(1, DeliveryStatus.WAITING, now, by, null);
        return tx.list(
                """
                INSERT INTO delivery (created_at, timeline, order_id, customer_id, restaurant_id,
                                      restaurant_name, pickup, dropoff, pin, fee, tip, cash_due,
                                      currency, note, preparation_minutes, ready_at, not_before,
                                      promised_at)
                SELECT ?, ?::jsonb, w.*
                  FROM unnest(?, ?, ?, ?, ?::jsonb[], ?::jsonb[], ?, ?, ?, ?, ?, ?, ?::int[],
                              ?::timestamptz[], ?::timestamptz[], ?::timestamptz[]) AS w
                ON CONFLICT (order_id) DO NOTHING
                RETURNING delivery_id
                """,
                row -> row.number("delivery_id"),
                now,
                Tx.json(List.of(first)),
                numbers(wishes, it -> it.order.orderId()),
                numbers(wishes, it -> it.order.customerId()),
                numbers(wishes, it -> it.order.restaurantId()),
                texts(wishes, it -> it.order.restaurantName()),
                texts(wishes, it -> Tx.json(it.order.pickup())),
                texts(wishes, it -> Tx.json(it.order.dropoff())),
                texts(wishes, it -> it.order.deliveryPin()),
                numbers(wishes, it -> it.order.fee().mills()),
                numbers(wishes, it -> it.order.tip().mills()),
                numbers(wishes, Wish::cashDue),
                texts(wishes, it -> it.currency.code()),
                texts(wishes, it -> it.order.note()),
                numbers(wishes, Wish::preparation),
                texts(wishes, it -> text(it.order.readyAt())),
                texts(wishes, it -> text(it.notBefore)),
                texts(wishes, it -> text(it.order.promisedAt())));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static Long[] numbers(List<Wish> of, Function<Wish, @Nullable Long> number) {
        return of.stream().map(number).toArray(Long[]::new);
    }

    private static String[] texts(List<Wish> of, Function<Wish, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}
