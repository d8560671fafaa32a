package gofood.simulator.living;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderView;
import gofood.contracts.OrderApi.Problem;
import gofood.contracts.OrderApi.ProblemList;
import gofood.contracts.PaymentApi.LedgerCheck;
import gofood.contracts.PaymentApi.Payment;
import gofood.contracts.PaymentApi.PaymentList;
import gofood.contracts.PaymentApi.PaymentStatus;
import gofood.simulator.Api;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks whether the money of each finished order is right, as an operator would.
final class Auditor {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 1000;
    private static final int MOST_LOOKS = 15;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Api operator;

    Auditor(Api operator) {
        this.operator = operator;
    }

    /// @param wrong a sentence for each payment that isn't as it should be
    record Findings(int checked, Money refunded, List<String> wrong) {}

    /// Voiding and refunding happen a moment after the order has ended, so it looks again for up to
    /// half a minute before it says that something is wrong.
    Findings look(Collection<OrderView> ended) {
        var findings = findings(ended);
        try {
            for (int look = 1; look < MOST_LOOKS && !findings.wrong.isEmpty(); look++) {
                Thread.sleep(BETWEEN_LOOKS);
                findings = findings(ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return findings;
    }

    private Findings findings(Collection<OrderView> ended) {
        var payments = payments(ended);
        var refunded =
                payments.values().stream().map(Payment::refunded).reduce(Money.ZERO, Money::plus);
        var wrong =
                ended.stream()
                        .map(order -> {
                            var payment = payments.get(order.orderId());
                            return wrong(order, payment, forProblems(order, payment));
                        })
                        .flatMap(Optional::stream)
                        .toList();
        return new Findings(ended.size(), refunded, plus(wrong, books()));
    }

    private Money forProblems(OrderView order, @Nullable Payment payment) {
        if (payment == null || payment.refunded().isZero()) return Money.ZERO;
        var path = "/orders/%d/problems".formatted(order.orderId());
        return operator.get(path).as(ProblemList.class).problems().stream()
                .map(Problem::refund)
                .reduce(Money.ZERO, Money::plus);
    }

    /// Where the ledger disagrees with itself, with the payments or with the provider.
    private List<String> books() {
        return operator.get("/ledger/check").as(LedgerCheck.class).differences();
    }

    private static List<String> plus(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /// The list is newest first, like the orders.
    private Map<Long, Payment> payments(Collection<OrderView> orders) {
        var found = new HashMap<Long, Payment>();
        var wanted = new HashMap<Long, OrderView>();
        for (var order : orders) wanted.put(order.orderId(), order);
        @Nullable String cursor = "";
        for (int page = 0;
                page < MOST_PAGES && cursor != null && found.size() < wanted.size();
                page++) {
            var from = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            var list = operator.get("/payments?limit=" + PAGE + from).as(PaymentList.class);
            for (var payment : list.payments())
                if (wanted.containsKey(payment.orderId())) found.put(payment.orderId(), payment);
            cursor = list.nextCursor();
        }
        return found;
    }

    /// @param forProblems what went back because something was not as it should be
    static Optional<String> wrong(OrderView order, @Nullable Payment payment, Money forProblems) {
        var name =
                "order %d (%s, %s)"
                        .formatted(order.orderId(), order.status(), order.price().total());
        if (payment == null) return Optional.of(name + " has no payment");
        var right =
                switch (order.status()) {
                    case DELIVERED ->
                            payment.captured()
                                    .minus(payment.refunded())
                                    .plus(forProblems)
                                    .equals(order.price().total());
                    case DECLINED -> payment.status() == PaymentStatus.DECLINED;
                    case REJECTED, CANCELLED -> isGivenBack(payment);
                    case PLACED, SCHEDULED, PAID, RECEIVED, PREPARING, COMPLETE, PICKED_UP -> true;
                };
        return right
                ? Optional.empty()
                : Optional.of(
                        "%s: its payment is %s, captured %s, refunded %s"
                                .formatted(
                                        name,
                                        payment.status(),
                                        payment.captured(),
                                        payment.refunded()));
    }

    private static boolean isGivenBack(Payment payment) {
        return switch (payment.status()) {
            case VOIDED, DECLINED -> true;
            case REFUNDED -> payment.captured().equals(payment.refunded());
            case PENDING, AUTHORIZED, CAPTURED, UNKNOWN -> false;
        };
    }
}
