package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import gofood.contracts.DeliveryApi.Eta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order service: prices, promotions, orders and their life.
public final class OrderApi {
    private OrderApi() {}

    /// `POST /orders`, and `POST /quotes` for the price alone. Prices never come from the client;
    /// an order that carries a [Quote#quote] is sold for what that promised.
    ///
    /// @param tip all of it goes to the courier
    /// @param promotion the code of one
    /// @param slotFrom for later: when one of the restaurant's slots begins (see `GET /slots`)
    /// @param ifUnavailable what becomes of a dish that turns out to be gone, unless the customer
    ///   answers; left out unless told
    /// @param quote the promise that the reply to `POST /quotes` holds, for the same basket
    public record NewOrder(
            long restaurantId,
            List<NewLine> items,
            Address address,
            @Nullable String note,
            @Nullable PaymentMethod payment,
            @Nullable Money tip,
            @Nullable String promotion,
            @Nullable Instant slotFrom,
            @Nullable IfUnavailable ifUnavailable,
            @Nullable String quote) {
        public NewOrder {
            InvalidField.size("items", items, 1, 100);
            InvalidField.text("note", note, 0, 500);
            InvalidField.amount("tip", tip, 1_000_000);
            InvalidField.text("promotion", promotion, 1, 40);
            InvalidField.text("quote", quote, 1, 8_000);
        }
    }

    public record NewLine(
            String itemId, int quantity, @Nullable List<String> options, @Nullable String note) {
        public NewLine {
            InvalidField.text("item_id", itemId, 1, 18);
            InvalidField.number("quantity", quantity, 1, 99);
            InvalidField.size("options", options, 0, 50);
            InvalidField.text("note", note, 0, 200);
        }
    }

    /// What becomes of a dish that a kitchen turns out not to have, when the customer doesn't
    /// answer.
    public enum IfUnavailable {
        /// take what the kitchen proposes instead
        @JsonProperty("swap")
        SWAP,
        /// leave it out and give the money back
        @JsonProperty("drop")
        DROP,
        /// cancel the whole order, free of charge
        @JsonProperty("cancel")
        CANCEL
    }

    public enum PayBy {
        @JsonProperty("card")
        CARD,
        @JsonProperty("cash")
        CASH,
        @JsonProperty("wallet")
        WALLET
    }

    /// How the customer pays: `card` with the provider's token, never a card number; `cash` to the
    /// courier; `wallet` from their credit with us.
    public record PaymentMethod(PayBy method, @Nullable String token) {
        public PaymentMethod {
            InvalidField.text("token", token, 1, 255);
            if (method == PayBy.CARD && token == null)
                throw new InvalidField("token", "must be the card's token");
            if (method != null && method != PayBy.CARD && token != null)
                throw new InvalidField("token", "belongs to a card only");
        }
    }

    /// The reply to `POST /orders`, to the letter of the seed.
    public record OrderPlaced(long orderId, String message) {}

    /// What an order costs now, with every line, and when it would come.
    ///
    /// @param quote a signed promise: an order that carries it costs this, until it expires
    /// @param distanceMetres along streets from the kitchen to the door
    /// @param slot when it is to come, if it is for later
    public record Quote(
            String quote,
            Instant expiresAt,
            long restaurantId,
            List<Line> items,
            Price price,
            int preparationMinutes,
            long distanceMetres,
            Eta eta,
            @Nullable Slot slot) {}

    /// One dish of an order. `price` is for one, with its options, value added tax included.
    ///
    /// @param line its number in the order, from 1
    /// @param vatPercent the rate of the tax that its price includes
    public record Line(
            int line,
            String itemId,
            String name,
            int quantity,
            List<String> options,
            @Nullable String note,
            Money price,
            BigDecimal vatPercent) {}

    /// What is to be paid, and what for. All parts but the discount add up to the total and the
    /// discount with them; every part includes its value added tax.
    ///
    /// @param discount what the promotion takes off, a positive amount
    /// @param taxes what of the total is tax, for each rate; a tip isn't taxed
    public record Price(
            Money itemsTotal,
            Money deliveryFee,
            Money serviceFee,
            Money smallOrderFee,
            Money discount,
            Money tip,
            Money total,
            String currency,
            @Nullable Applied promotion,
            List<Tax> taxes) {}

    /// @param percent the rate
    /// @param gross what is paid at this rate: net and tax together
    public record Tax(BigDecimal percent, Money gross, Money net, Money tax) {}

    /// The promotion that an order was given, and who pays for it.
    public record Applied(String code, PromotionKind kind, Liable fundedBy) {}

    public enum PromotionKind {
        @JsonProperty("percent")
        PERCENT,
        @JsonProperty("amount")
        AMOUNT,
        @JsonProperty("free_delivery")
        FREE_DELIVERY
    }

    /// Whose it is to bear: a discount, an order that came to nothing, a dish that was missing.
    public enum Liable {
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("restaurant")
        RESTAURANT,
        @JsonProperty("courier")
        COURIER,
        @JsonProperty("platform")
        PLATFORM
    }

    /// When an order for later is to come.
    public record Slot(Instant from, Instant to) {}

    /// `GET /slots?restaurant_id=`: when one can have it later, earliest first.
    ///
    /// @param timeZone the restaurant's, an IANA name
    public record SlotList(long restaurantId, String timeZone, List<FreeSlot> slots) {}

    /// @param left how many more orders this slot takes
    public record FreeSlot(Instant from, Instant to, int left) {}

    public enum OrderStatus {
        @JsonProperty("Placed")
        PLACED,
        @JsonProperty("Declined")
        DECLINED,
        /// paid, for later: the kitchen gets it when it is time to begin
        @JsonProperty("Scheduled")
        SCHEDULED,
        @JsonProperty("Paid")
        PAID,
        @JsonProperty("Received")
        RECEIVED,
        @JsonProperty("Preparing")
        PREPARING,
        @JsonProperty("Complete")
        COMPLETE,
        @JsonProperty("PickedUp")
        PICKED_UP,
        @JsonProperty("Delivered")
        DELIVERED,
        @JsonProperty("Rejected")
        REJECTED,
        @JsonProperty("Cancelled")
        CANCELLED
    }

    /// `GET /orders/{order_id}`.
    ///
    /// @param refunded what went back to the customer so far, of what they had paid
    /// @param deliveryPin the customer tells it to the courier at the door; only the customer sees
    ///   it
    /// @param slot when it is to come, if it was ordered for later
    /// @param promisedAt the latest moment that the customer was told when they ordered
    /// @param eta when it comes, as far as one can say now; null once it is there or ended
    /// @param substitutions what the kitchen proposed instead of dishes that it doesn't have
    /// @param rating what the customer said of it
    public record OrderView(
            long orderId,
            OrderStatus status,
            long customerId,
            long restaurantId,
            String restaurantName,
            List<Line> items,
            Price price,
            PayBy payBy,
            Money refunded,
            Address address,
            @Nullable String note,
            IfUnavailable ifUnavailable,
            @Nullable String deliveryPin,
            @Nullable String courierName,
            Instant placedAt,
            @Nullable Slot slot,
            @Nullable Instant readyAt,
            @Nullable Instant promisedAt,
            @Nullable Eta eta,
            List<Substitution> substitutions,
            @Nullable Rating rating,
            List<TimelineEntry> timeline) {}

    /// One step of an order's life.
    ///
    /// @param by who moved it: "customer 12", "restaurant 7", "payment", "courier 31", "deadline"
    /// @param why in a sentence
    /// @param code the same for a program, where it isn't somebody's own words: `card_declined`,
    ///   `restaurant_silent`, `no_courier`
    /// @param traceId under which the logs have it; for operators
    public record TimelineEntry(
            int step,
            OrderStatus status,
            Instant at,
            String by,
            @Nullable String why,
            @Nullable String code,
            @Nullable String traceId) {}

    public record OrderList(List<OrderSummary> orders, @Nullable String nextCursor) {}

    public record OrderSummary(
            long orderId,
            OrderStatus status,
            long restaurantId,
            String restaurantName,
            Money total,
            String currency,
            Instant placedAt,
            Instant statusAt,
            @Nullable Rating rating) {}

    /// `PUT /orders/{order_id}/rating`, once it was delivered, by the customer; a second one takes
    /// the first one's place, for 14 days.
    ///
    /// @param food 1 to 5 stars
    /// @param ride 1 to 5 stars for how it was brought
    public record NewRating(int food, @Nullable Integer ride, @Nullable String comment) {
        public NewRating {
            InvalidField.number("food", food, 1, 5);
            InvalidField.number("ride", ride, 1, 5);
            InvalidField.text("comment", comment, 0, 500);
        }
    }

    public record Rating(int food, @Nullable Integer ride, @Nullable String comment, Instant at) {}

    /// `POST /orders/{order_id}/links`: the customer lets others watch their order. Whoever has the
    /// token sees it, and no more than [Tracking].
    ///
    /// @param token for `GET /tracking/{token}` and `GET /tracking/{token}/stream`
    public record TrackingLink(String token, Instant expiresAt) {}

    /// What somebody with a link sees: neither what was bought and paid, nor the exact door.
    ///
    /// @param pickup the kitchen
    /// @param courierLat where the courier is, while they bring it
    public record Tracking(
            long orderId,
            OrderStatus status,
            String restaurantName,
            Address pickup,
            Instant placedAt,
            @Nullable Slot slot,
            @Nullable Instant readyAt,
            @Nullable Instant promisedAt,
            @Nullable Eta eta,
            @Nullable String courierName,
            @Nullable Double courierLat,
            @Nullable Double courierLon,
            List<TrackingStep> timeline) {}

    public record TrackingStep(OrderStatus status, Instant at) {}

    /// `GET /delivery-prices?lat=&lon=&restaurants=7,9`: what bringing it to this door costs now
    /// and how long it takes, for up to 50 restaurants, in the order asked.
    public record DeliveryPriceList(List<DeliveryPrice> prices) {}

    /// @param delivers whether it delivers there now; without it nothing else is known
    /// @param eta for an order placed now
    public record DeliveryPrice(
            long restaurantId,
            boolean delivers,
            @Nullable Money deliveryFee,
            String currency,
            @Nullable Eta eta) {}

    /// `POST /orders/{order_id}/cancel`.
    ///
    /// @param charged what the customer was shown that it costs them (see `GET
    ///   /orders/{order_id}/cancellation`); if it has become more meanwhile the answer is 409
    /// @param liable whose fault it is; said by operators, who are the platform unless they do
    public record Cancellation(
            @Nullable String reason, @Nullable Money charged, @Nullable Liable liable) {
        public Cancellation {
            InvalidField.text("reason", reason, 1, 200);
            InvalidField.amount("charged", charged, 100_000_000);
        }
    }

    /// `GET /orders/{order_id}/cancellation`: what the customer would pay if they cancelled now.
    ///
    /// @param returned what they would get back, or would not be charged
    /// @param why in a sentence
    /// @param code the same for a program
    public record CancellationCost(
            Money charged, Money returned, String currency, String why, String code) {}

    /// How an order that came to nothing is settled. Of what the customer had agreed to pay,
    /// `charged` is kept; the restaurant is paid as if it had sold food for `restaurant`; what is
    /// left over or missing is the platform's.
    ///
    /// @param liable whose fault it was
    public record Settlement(Liable liable, Money charged, Money restaurant) {}

    /// `POST /orders/{order_id}/substitutions`: a kitchen that has confirmed an order doesn't have
    /// one of its dishes.
    ///
    /// @param line the line's number
    /// @param quantity how many of it are missing; all unless told
    /// @param itemId the dish that is proposed instead; none: to leave it out
    public record NewSubstitution(
            int line,
            @Nullable Integer quantity,
            @Nullable String itemId,
            @Nullable List<String> options,
            @Nullable String note) {
        public NewSubstitution {
            InvalidField.number("line", line, 1, 1000);
            InvalidField.number("quantity", quantity, 1, 99);
            InvalidField.text("item_id", itemId, 1, 18);
            InvalidField.size("options", options, 0, 50);
            InvalidField.text("note", note, 0, 200);
        }
    }

    public enum SubstitutionStatus {
        @JsonProperty("Proposed")
        PROPOSED,
        /// the customer took it, or wanted to unless they said otherwise
        @JsonProperty("Accepted")
        ACCEPTED,
        /// the dish is left out
        @JsonProperty("Dropped")
        DROPPED,
        /// the order was cancelled because of it, or ended meanwhile
        @JsonProperty("Void")
        VOID
    }

    /// A proposal. The customer answers by `POST …/substitutions/{substitution_id}/accept` or
    /// `…/drop`, or cancels the order free of charge.
    ///
    /// @param instead null: nothing
    /// @param totalIfAccepted what the whole order then costs, never more than was authorised
    /// @param totalIfDropped what it costs without the dish
    public record Substitution(
            long substitutionId,
            int line,
            String itemName,
            int quantity,
            @Nullable Line instead,
            @Nullable String note,
            Money totalIfAccepted,
            Money totalIfDropped,
            SubstitutionStatus status,
            Instant answerBy) {}

    public enum ProblemKind {
        @JsonProperty("missing")
        MISSING,
        @JsonProperty("wrong")
        WRONG,
        @JsonProperty("damaged")
        DAMAGED,
        @JsonProperty("quality")
        QUALITY,
        @JsonProperty("late")
        LATE,
        @JsonProperty("not_arrived")
        NOT_ARRIVED,
        @JsonProperty("other")
        OTHER
    }

    /// `POST /orders/{order_id}/problems` by the customer of a delivered order.
    ///
    /// @param items which of it, with the kinds that are about dishes
    /// @param photo the id that `POST /orders/{order_id}/photos` gave
    public record NewProblem(
            ProblemKind kind,
            @Nullable List<ProblemItem> items,
            @Nullable String text,
            @Nullable String photo) {
        public NewProblem {
            InvalidField.size("items", items, 0, 100);
            InvalidField.text("text", text, 1, 1000);
            InvalidField.text("photo", photo, 1, 40);
        }
    }

    /// So many of a line.
    public record ProblemItem(int line, int quantity) {
        public ProblemItem {
            InvalidField.number("line", line, 1, 1000);
            InvalidField.number("quantity", quantity, 1, 99);
        }
    }

    public enum ProblemStatus {
        /// an operator looks at it
        @JsonProperty("Open")
        OPEN,
        @JsonProperty("Refunded")
        REFUNDED,
        @JsonProperty("Refused")
        REFUSED
    }

    /// @param refund what the customer gets back; nothing while it is open
    /// @param liable who bears it
    /// @param answer what the customer is told, in a sentence
    /// @param code the same for a program, where a rule answered and not an operator
    public record Problem(
            long problemId,
            long orderId,
            ProblemKind kind,
            List<ProblemItem> items,
            @Nullable String text,
            @Nullable String photo,
            ProblemStatus status,
            Money refund,
            String currency,
            @Nullable Liable liable,
            String answer,
            @Nullable String code,
            Instant createdAt) {}

    /// `GET /orders/{order_id}/problems`, and `GET /problems?status=` for operators.
    public record ProblemList(List<Problem> problems, @Nullable String nextCursor) {}

    /// `POST /problems/{problem_id}/resolve` by an operator.
    ///
    /// @param refund nothing or zero refuses it
    /// @param liable with a refund: who bears it
    public record Resolution(@Nullable Money refund, @Nullable Liable liable, String answer) {
        public Resolution {
            InvalidField.amount("refund", refund, 100_000_000);
            InvalidField.text("answer", answer, 1, 500);
        }
    }

    /// `POST /promotions` by an operator. Only an order that is paid for uses one up.
    ///
    /// @param code what customers type; letters are not told apart by case
    /// @param percent with `percent`: of the dishes, 1 to 100
    /// @param amount with `amount`: off the dishes
    /// @param mostDiscount never more than this
    /// @param minimumItems only for dishes of at least this
    /// @param restaurantId only there; anywhere unless told
    /// @param limit how many orders it is good for in all
    /// @param limitPerCustomer how many of one customer, who must have an account then
    /// @param fundedBy `platform` or `restaurant`
    public record NewPromotion(
            String code,
            PromotionKind kind,
            @Nullable Integer percent,
            @Nullable Money amount,
            @Nullable Money mostDiscount,
            @Nullable Money minimumItems,
            @Nullable Long restaurantId,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Integer limit,
            @Nullable Integer limitPerCustomer,
            @Nullable Liable fundedBy) {
        public NewPromotion {
            if (code != null && !code.matches("[A-Za-z0-9_-]{3,40}"))
                throw new InvalidField("code", "must be 3 to 40 letters, digits, - or _");
            InvalidField.number("percent", percent, 1, 100);
            InvalidField.payable("amount", amount, 100_000_000);
            InvalidField.payable("most_discount", mostDiscount, 100_000_000);
            InvalidField.amount("minimum_items", minimumItems, 100_000_000);
            InvalidField.number("limit", limit, 1, 1_000_000_000);
            InvalidField.number("limit_per_customer", limitPerCustomer, 1, 1_000_000);
            if ((kind == PromotionKind.PERCENT) != (percent != null))
                throw new InvalidField("percent", "goes with the kind \"percent\" alone");
            if ((kind == PromotionKind.AMOUNT) != (amount != null))
                throw new InvalidField("amount", "goes with the kind \"amount\" alone");
            if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt))
                throw new InvalidField("ends_at", "must be after starts_at");
            if (fundedBy != null && fundedBy != Liable.PLATFORM && fundedBy != Liable.RESTAURANT)
                throw new InvalidField("funded_by", "must be \"platform\" or \"restaurant\"");
            if (fundedBy == Liable.RESTAURANT && restaurantId == null)
                throw new InvalidField("restaurant_id", "must say which restaurant pays for it");
        }
    }

    /// @param reserved orders that wait for their payment
    /// @param used orders that were paid for and not cancelled
    public record Promotion(
            String code,
            PromotionKind kind,
            @Nullable Integer percent,
            @Nullable Money amount,
            @Nullable Money mostDiscount,
            Money minimumItems,
            @Nullable Long restaurantId,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Integer limit,
            @Nullable Integer limitPerCustomer,
            Liable fundedBy,
            boolean active,
            int reserved,
            int used) {}

    public record PromotionList(List<Promotion> promotions, @Nullable String nextCursor) {}

    /// `PUT /promotions/{code}` by an operator: ends it, or lets it go on.
    public record PromotionSwitch(boolean active) {}

    /// `POST /callback/orders/{order_id}/complete`, request and reply, to the letter of the seed.
    public record Completion(long orderId, OrderStatus status, String message) {
        public Completion {
            if (status != null && status != OrderStatus.COMPLETE)
                throw new InvalidField("status", "must be \"Complete\"");
            InvalidField.text("message", message, 0, 500);
        }
    }

    /// How urgent a wait has become: first the one who is waited for is reminded, then the operator
    /// is told; after the last step the order is cancelled.
    public enum Urgency {
        @JsonProperty("remind")
        REMIND,
        @JsonProperty("operator")
        OPERATOR
    }

    /// What happened to an order, for everyone who has a part in it.
    public sealed interface OrderEvent {
        long orderId();

        long customerId();

        long restaurantId();

        /// For payment: authorise the price's total.
        record Placed(
                long orderId,
                long customerId,
                long restaurantId,
                String restaurantName,
                List<Line> items,
                Price price,
                PaymentMethod payment)
                implements OrderEvent {}

        record Declined(long orderId, long customerId, long restaurantId, String reason)
                implements OrderEvent {}

        /// It is paid and for later: the kitchen sees it coming, and gets it with [Paid].
        ///
        /// @param kitchenAt when that will be
        record Scheduled(
                long orderId,
                long customerId,
                long restaurantId,
                String restaurantName,
                List<Line> items,
                @Nullable String note,
                Slot slot,
                Instant kitchenAt)
                implements OrderEvent {}

        /// For the kitchen (a ticket), delivery (a courier will be needed) and the inbox.
        ///
        /// @param slot when it is to come, if it was ordered for later
        /// @param answerBy the kitchen must have said yes or no
        /// @param cashDue what the courier is to be given at the door
        record Paid(
                long orderId,
                long customerId,
                long restaurantId,
                String restaurantName,
                List<Line> items,
                Price price,
                @Nullable String note,
                Address pickup,
                Address dropoff,
                String deliveryPin,
                int preparationMinutes,
                @Nullable Slot slot,
                Instant promisedAt,
                Instant answerBy,
                @Nullable Money cashDue)
                implements OrderEvent {}

        /// The kitchen confirmed: capture, and plan the ride for `readyAt`.
        record Received(
                long orderId,
                long customerId,
                long restaurantId,
                String restaurantName,
                Instant readyAt)
                implements OrderEvent {}

        record Preparing(long orderId, long customerId, long restaurantId) implements OrderEvent {}

        /// The kitchen needs longer.
        record Delayed(
                long orderId,
                long customerId,
                long restaurantId,
                String restaurantName,
                Instant readyAt)
                implements OrderEvent {}

        record Complete(long orderId, long customerId, long restaurantId) implements OrderEvent {}

        record PickedUp(long orderId, long customerId, long restaurantId) implements OrderEvent {}

        record Delivered(long orderId, long customerId, long restaurantId, long courierId)
                implements OrderEvent {}

        /// The kitchen says no.
        record Rejected(
                long orderId,
                long customerId,
                long restaurantId,
                String reason,
                Settlement settlement)
                implements OrderEvent {}

        record Cancelled(
                long orderId,
                long customerId,
                long restaurantId,
                String by,
                String reason,
                Settlement settlement)
                implements OrderEvent {}

        /// The kitchen doesn't have something; the customer is asked.
        ///
        /// @param question in a sentence
        record SubstitutionProposed(
                long orderId,
                long customerId,
                long restaurantId,
                long substitutionId,
                String question,
                Instant answerBy)
                implements OrderEvent {}

        /// Something was swapped or left out, before the food was ready. It never costs more than
        /// before; the difference goes back to the customer.
        ///
        /// @param what in a sentence
        /// @param cashDue as with [Paid]
        record Changed(
                long orderId,
                long customerId,
                long restaurantId,
                List<Line> items,
                Price price,
                String what,
                @Nullable Money cashDue)
                implements OrderEvent {}

        /// The food was handed over although the order had been cancelled meanwhile: the courier
        /// could not know. An operator must look.
        ///
        /// @param cashTaken what the courier was given at the door
        record HandedOver(
                long orderId,
                long customerId,
                long restaurantId,
                long courierId,
                @Nullable Money cashTaken)
                implements OrderEvent {}

        /// Money goes back for something that was not as it should be, once per problem.
        ///
        /// @param amount less is given back when less is left of what was captured
        /// @param reason in a sentence, for the customer
        record RefundGranted(
                long orderId,
                long customerId,
                long restaurantId,
                long problemId,
                Money amount,
                List<ProblemItem> items,
                Liable liable,
                String reason,
                @Nullable String photo)
                implements OrderEvent {}

        /// The customer said how it was. Told again when they change their mind.
        record Rated(
                long orderId,
                long customerId,
                long restaurantId,
                @Nullable Long courierId,
                Rating rating)
                implements OrderEvent {}

        /// A customer has reported something that an operator must look at.
        record ProblemReported(
                long orderId, long customerId, long restaurantId, long problemId, ProblemKind kind)
                implements OrderEvent {}

        /// An operator said no to a reported problem.
        record ProblemRefused(
                long orderId, long customerId, long restaurantId, long problemId, String answer)
                implements OrderEvent {}

        /// Somebody is waited for too long.
        record Overdue(
                long orderId,
                long customerId,
                long restaurantId,
                OrderStatus status,
                Urgency urgency)
                implements OrderEvent {}
    }
}
