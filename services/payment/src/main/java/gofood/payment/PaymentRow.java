package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.PaymentApi.PaymentStatus;
import gofood.payment.PaymentLife.State;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Sale;
import gofood.platform.db.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a payment lies in its row.
final class PaymentRow {
    private PaymentRow() {}

    /// How a state is called in its column and on the wire.
    enum Stored {
        PENDING(PaymentStatus.PENDING),
        ASKED(PaymentStatus.PENDING),
        UNKNOWN(PaymentStatus.UNKNOWN),
        AUTHORIZED(PaymentStatus.AUTHORIZED),
        CAPTURED(PaymentStatus.CAPTURED),
        REFUNDED(PaymentStatus.REFUNDED),
        VOIDED(PaymentStatus.VOIDED),
        DECLINED(PaymentStatus.DECLINED);

        final PaymentStatus status;

        Stored(PaymentStatus status) {
            this.status = status;
        }

        String text() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }

        /// The states that look like this from outside.
        static String[] named(PaymentStatus status) {
            return Arrays.stream(values())
                    .filter(stored -> stored.status == status)
                    .map(Stored::text)
                    .toArray(String[]::new);
        }

        static Stored of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /// A state as it lies in its columns.
    record Columns(
            Stored stored,
            @Nullable String reference,
            @Nullable String reason,
            Money captured,
            Money refunded) {
        Columns(Stored stored, @Nullable String reference, @Nullable String reason) {
            this(stored, reference, reason, Money.ZERO, Money.ZERO);
        }
    }

    static Columns columns(State state) {
        return switch (state) {
            case State.Pending _ -> new Columns(Stored.PENDING, null, null);
            case State.Asked _ -> new Columns(Stored.ASKED, null, null);
            case State.Unknown _ -> new Columns(Stored.UNKNOWN, null, null);
            case State.Authorized(var reference, var refused) ->
                    new Columns(Stored.AUTHORIZED, reference, refused);
            case State.Captured(var reference, var captured, var refunded) ->
                    new Columns(Stored.CAPTURED, reference, null, captured, refunded);
            case State.Refunded(var reference, var all) ->
                    new Columns(Stored.REFUNDED, reference, null, all, all);
            case State.Voided _ -> new Columns(Stored.VOIDED, null, null);
            case State.Declined(var reason) -> new Columns(Stored.DECLINED, null, reason);
        };
    }

    static State state(Row row) {
        return switch (Stored.of(row.text("state"))) {
            case PENDING -> new State.Pending();
            case ASKED -> new State.Asked();
            case UNKNOWN -> new State.Unknown();
            case AUTHORIZED -> new State.Authorized(row.text("reference"), row.findText("reason"));
            case CAPTURED ->
                    new State.Captured(
                            row.text("reference"),
                            new Money(row.number("captured")),
                            new Money(row.number("refunded")));
            case REFUNDED ->
                    new State.Refunded(row.text("reference"), new Money(row.number("captured")));
            case VOIDED -> new State.Voided();
            case DECLINED -> new State.Declined(row.text("reason"));
        };
    }

    static Payment read(Row row) {
        return new Payment(
                row.number("payment_id"),
                row.integer("version"),
                new Payment.Agreed(
                        row.number("order_id"),
                        row.number("customer_id"),
                        PayBy.valueOf(row.text("pay_by")),
                        new Money(row.number("amount")),
                        row.text("currency"),
                        row.findText("token"),
                        row.instant("created_at")),
                new Sale(
                        row.number("restaurant_id"),
                        row.text("restaurant_name"),
                        List.of(row.json("items", Line[].class)),
                        row.json("price", Price.class)),
                state(row),
                new Payment.Aim(
                        Payment.Wanted.valueOf(row.text("wanted")),
                        new Money(row.number("due")),
                        row.findText("release_reason")),
                row.findInstant("asked_at"),
                new Silence(
                        row.integer("tries"), row.findInstant("silent_since"), row.flag("stuck")),
                ending(row),
                row.findInstant("settled_at") != null,
                row.flag("has_refunds"));
    }

    private static @Nullable Ending ending(Row row) {
        var courier = row.findNumber("courier_id");
        if (courier != null) return new Ending.Delivered(courier);
        var settlement = row.findJson("settlement", Settlement.class);
        return settlement == null ? null : new Ending.CalledOff(settlement);
    }
}
