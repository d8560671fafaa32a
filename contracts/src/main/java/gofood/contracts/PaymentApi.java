package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The payment service: authorise, capture, void and refund, through a payment provider.
public final class PaymentApi {
    private PaymentApi() {}

    /// `POST /payments`: authorise an amount for an order. One order has one payment.
    public record NewPayment(
            long orderId,
            long customerId,
            Money amount,
            String currency,
            OrderApi.PaymentMethod payment) {
        public NewPayment {
            InvalidField.id("order_id", orderId);
            InvalidField.id("customer_id", customerId);
            InvalidField.amount("amount", amount, 1, 10_000_000);
            if (currency != null && !currency.matches("[A-Z]{3}"))
                throw new InvalidField("currency", "must be an ISO 4217 code");
        }
    }

    public enum PaymentStatus {
        /// the provider has not been asked yet
        @JsonProperty("Pending")
        PENDING,
        @JsonProperty("Authorized")
        AUTHORIZED,
        @JsonProperty("Captured")
        CAPTURED,
        @JsonProperty("Refunded")
        REFUNDED,
        @JsonProperty("Voided")
        VOIDED,
        @JsonProperty("Declined")
        DECLINED,
        /// the provider's answer was lost; it is asked again until it is known
        @JsonProperty("Unknown")
        UNKNOWN
    }

    public record Payment(
            long paymentId,
            long orderId,
            long customerId,
            PaymentStatus status,
            Money amount,
            Money captured,
            Money refunded,
            String currency,
            @Nullable String reason,
            Instant createdAt) {}

    public record PaymentList(List<Payment> payments, @Nullable String nextCursor) {}

    /// `POST /payments/{id}/refunds`. Without an amount: all that is left.
    public record NewRefund(@Nullable Money amount, String reason) {
        public NewRefund {
            InvalidField.amount("amount", amount, 1, 10_000_000);
            InvalidField.text("reason", reason, 1, 200);
        }
    }

    /// What happened to an order's money.
    public sealed interface PaymentEvent {
        long orderId();

        long customerId();

        record Authorized(long orderId, long customerId, long paymentId) implements PaymentEvent {}

        record Declined(long orderId, long customerId, String reason) implements PaymentEvent {}

        record Refunded(long orderId, long customerId, Money amount, String currency, String reason)
                implements PaymentEvent {}

        /// The provider refused or stays silent where money should have moved: an operator must
        /// look.
        record Stuck(long orderId, long customerId, String what) implements PaymentEvent {}
    }
}
