package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.ProblemItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The payment service: authorises, captures, voids and refunds, and keeps the books.
public final class PaymentApi {
    private PaymentApi() {}

    /// `POST /payments`: authorise the total of an order's price. One order has one payment.
    public record NewPayment(
            long orderId,
            long customerId,
            long restaurantId,
            String restaurantName,
            List<Line> items,
            Price price,
            PaymentMethod payment) {
        public NewPayment {
            InvalidField.id("order_id", orderId);
            InvalidField.id("customer_id", customerId);
            InvalidField.id("restaurant_id", restaurantId);
            InvalidField.text("restaurant_name", restaurantName, 1, 120);
            InvalidField.size("items", items, 1, 100);
            InvalidField.payable("price.total", price == null ? null : price.total(), 100_000_000);
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

    /// @param amount what was agreed, or less once something was left out
    /// @param captured what was taken
    /// @param refunded what of it went back
    public record Payment(
            long paymentId,
            long orderId,
            long customerId,
            long restaurantId,
            PayBy payBy,
            PaymentStatus status,
            Money amount,
            Money captured,
            Money refunded,
            String currency,
            @Nullable String reason,
            Instant createdAt) {}

    public record PaymentList(List<Payment> payments, @Nullable String nextCursor) {}

    /// Where a refund goes.
    public enum RefundTo {
        /// how it was paid; what was paid in cash goes to the wallet
        @JsonProperty("method")
        METHOD,
        /// as credit with us, at once
        @JsonProperty("wallet")
        WALLET
    }

    /// `POST /payments/{id}/refunds` by an operator: an amount, or some of the order's lines, or
    /// else all that is left.
    ///
    /// @param items of which lines how many; each can be refunded once
    /// @param liable who bears it; the platform unless told
    /// @param photo a reference to a picture of what was wrong
    /// @param to the method unless told
    public record NewRefund(
            @Nullable Money amount,
            @Nullable List<ProblemItem> items,
            String reason,
            @Nullable Liable liable,
            @Nullable String photo,
            @Nullable RefundTo to) {
        public NewRefund {
            InvalidField.payable("amount", amount, 100_000_000);
            InvalidField.size("items", items, 1, 100);
            if (amount != null && items != null)
                throw new InvalidField("amount", "goes without items, whose price is known");
            InvalidField.text("reason", reason, 1, 200);
            if (photo != null && !photo.matches("[A-Za-z0-9_-]{1,64}"))
                throw new InvalidField("photo", "must be a picture's id");
        }
    }

    public enum RefundStatus {
        @JsonProperty("Wanted")
        WANTED,
        @JsonProperty("Confirmed")
        CONFIRMED,
        @JsonProperty("Refused")
        REFUSED
    }

    public record Refund(
            long refundId,
            Money amount,
            List<ProblemItem> items,
            String reason,
            Liable liable,
            @Nullable String photo,
            RefundTo to,
            RefundStatus status,
            Instant createdAt) {}

    /// `GET /payments/{id}/refunds`.
    public record RefundList(List<Refund> refunds, String currency) {}

    /// `GET /receipts/{order_id}`: what was bought, what was paid, and who gets it.
    ///
    /// @param refunds those that are confirmed
    /// @param paid what was captured
    /// @param shares null until it is settled; their sum is what was captured less what went back
    public record Receipt(
            long orderId,
            long paymentId,
            String restaurantName,
            List<Line> items,
            Price price,
            PayBy payBy,
            PaymentStatus status,
            Money paid,
            Money refunded,
            List<Refund> refunds,
            @Nullable Shares shares,
            Instant issuedAt) {}

    /// Who gets what of an order in the end, value added tax apart from the platform's part.
    ///
    /// @param courier for the ride, without the tip
    /// @param platform negative when it pays for it
    public record Shares(Money restaurant, Money courier, Money tip, Money platform, Money tax) {}

    /// `GET /wallet`: a customer's credit with us.
    public record Wallet(Money balance, String currency, List<WalletEntry> entries) {}

    public record WalletEntry(Instant at, Money amount, String text, @Nullable Long orderId) {}

    /// `POST /wallets/{customer_id}/credits` by an operator.
    public record NewCredit(Money amount, String reason) {
        public NewCredit {
            InvalidField.payable("amount", amount, 10_000_000);
            InvalidField.text("reason", reason, 1, 200);
        }
    }

    /// `GET /ledger/entries?order_id=&account=`, newest first; for operators.
    public record LedgerEntryList(List<LedgerEntry> entries, @Nullable String nextCursor) {}

    /// A balanced movement: its lines add up to zero.
    ///
    /// @param cause what it stands for, once: `capture of payment 7`
    public record LedgerEntry(
            long entryId,
            Instant at,
            String cause,
            @Nullable Long orderId,
            String currency,
            List<LedgerLine> lines) {}

    /// @param account `customer:12`, `restaurant:7`, `courier:31`, `wallet:12`, `cash:31`,
    ///   `platform:commission`, `tax:vat`, `provider:card`, `bank`, …
    /// @param amount positive: the account gets it (debit); negative: it gives it (credit)
    public record LedgerLine(String account, Money amount) {}

    /// `GET /ledger/check`: whether the books agree with themselves, with the payments and with the
    /// provider.
    ///
    /// @param differences each in a sentence; none when all is well
    /// @param totals what stands on each kind of account; they add up to zero per currency
    public record LedgerCheck(
            boolean balanced,
            Instant checkedAt,
            long entries,
            List<String> differences,
            List<AccountTotal> totals) {}

    /// @param amount a whole kind of account may have more than a [Money] counts
    public record AccountTotal(String kind, String currency, BigDecimal amount) {}

    /// Whose statement.
    public enum Party {
        @JsonProperty("restaurant")
        RESTAURANT,
        @JsonProperty("courier")
        COURIER
    }

    /// `GET /statements?restaurant_id=&from=&to=` or `courier_id=`: one's account with us over some
    /// days; as JSON, or as CSV with `Accept: text/csv`.
    ///
    /// @param from the first moment that counts
    /// @param to the first that doesn't any more
    /// @param opening what we owed before; `opening` and all `lines` add up to `closing`
    public record Statement(
            Party party,
            long partyId,
            Instant from,
            Instant to,
            String currency,
            Money opening,
            List<StatementLine> lines,
            StatementSums sums,
            Money closing) {}

    /// @param kind `sale`, `commission`, `ride`, `tip`, `refund`, `promotion`, `compensation`,
    ///   `cash` or `payout`
    /// @param amount what it adds to what we owe them
    /// @param vat what of the amount is value added tax
    public record StatementLine(
            Instant at,
            String kind,
            @Nullable Long orderId,
            String text,
            Money amount,
            Money vat) {}

    /// @param orders how many
    public record StatementSums(
            int orders,
            Money sales,
            Money commission,
            Money rides,
            Money tips,
            Money refunds,
            Money promotions,
            Money compensations,
            Money cash,
            Money payouts,
            Money vat) {}

    /// `POST /payouts` by an operator: pays everybody what we owed them at that moment. The same
    /// `until` a second time pays nobody twice.
    public record NewPayoutRun(Party party, Instant until) {}

    public record Payout(
            long payoutId,
            Party party,
            long partyId,
            Money amount,
            String currency,
            Instant until,
            Instant paidAt) {}

    /// `GET /payouts`, and the reply to a run: what it paid, also when it was asked before.
    public record PayoutList(List<Payout> payouts, @Nullable String nextCursor) {}

    /// What happened to an order's money.
    public sealed interface PaymentEvent {
        long orderId();

        long customerId();

        /// The money is held, and the order can begin.
        record Authorized(long orderId, long customerId, long paymentId) implements PaymentEvent {}

        record Declined(long orderId, long customerId, String reason) implements PaymentEvent {}

        record Refunded(
                long orderId,
                long customerId,
                Money amount,
                String currency,
                String reason,
                RefundTo to)
                implements PaymentEvent {}

        /// Less goes back than was granted, or nothing, because the provider refused or no more was
        /// left: an operator must look.
        ///
        /// @param problemId the reported problem that it was for, if it was for one
        /// @param missing what doesn't go back
        record RefundFailed(
                long orderId,
                long customerId,
                @Nullable Long problemId,
                Money missing,
                String currency,
                String why)
                implements PaymentEvent {}

        /// What was held is gone before it was captured: a bank took it back, or it ran out. What
        /// is not cooked yet must not be cooked.
        record HoldLost(long orderId, long customerId, String why) implements PaymentEvent {}

        /// The provider refused or stays silent where money should have moved: an operator must
        /// look.
        record Stuck(long orderId, long customerId, String what) implements PaymentEvent {}

        /// The books don't agree: an operator must look.
        ///
        /// @param orderId 0 when it is about no order alone
        record LedgerDiffers(long orderId, long customerId, String what) implements PaymentEvent {}
    }
}
