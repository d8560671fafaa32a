package gofood.order.problem;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.NewProblem;
import gofood.contracts.OrderApi.OrderEvent.ProblemRefused;
import gofood.contracts.OrderApi.OrderEvent.ProblemReported;
import gofood.contracts.OrderApi.OrderEvent.RefundGranted;
import gofood.contracts.OrderApi.Problem;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.OrderApi.ProblemKind;
import gofood.contracts.OrderApi.ProblemStatus;
import gofood.contracts.OrderApi.Resolution;
import gofood.contracts.PaymentApi.PaymentEvent.RefundFailed;
import gofood.order.life.Life;
import gofood.order.life.Order;
import gofood.order.life.Orders;
import gofood.order.problem.Rules.Facts;
import gofood.order.problem.Rules.Verdict;
import gofood.order.problem.StoredProblems.Decision;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Takes what customers report of a delivered order, and gives money back: at once where a rule
/// says so, else when an operator does. The order is locked meanwhile, so that two taps at once
/// give one refund.
public final class ProblemDesk {
    private static final int MOST_PER_ORDER = 20;

    /// The same told twice within so long is told once.
    private static final Duration SAME = Duration.ofSeconds(10);

    private final Foundation base;
    private final ProblemConfig config;
    private final Rules rules;
    private final Orders orders;
    private final Pictures pictures = new Pictures();
    private final StoredProblems stored;

    public ProblemDesk(
            Foundation base, ProblemConfig config, Orders orders, StoredProblems stored) {
        this.base = base;
        this.config = config;
        this.rules = new Rules(config);
        this.orders = orders;
        this.stored = stored;
    }

    Problem report(Tx tx, long orderId, NewProblem told) {
        var order = orders.lock(tx, orderId).orElseThrow();
        var now = base.clock().instant().truncatedTo(ChronoUnit.MICROS);
        requireInTime(order, now);
        var photo = told.photo();
        if (photo != null && pictures.find(tx, orderId, photo).isEmpty())
            throw Refused.invalid("photo", "must be one that was sent for this order");
        var before = stored.of(tx, orderId);
        var same = before.stream().filter(it -> isSame(it, told, now)).findFirst();
        if (same.isPresent()) return same.get();
        if (before.size() >= MOST_PER_ORDER)
            throw Refused.conflict("too_many", "You have reported enough about this order.");
        var worth = worth(order, told, before);
        var facts =
                new Facts(
                        order.purchase().price(),
                        worth,
                        Duration.between(order.purchase().promisedAt(), order.since()),
                        given(order, before),
                        order.purchase().guest(),
                        stored.givenAtOnce(tx, orderId),
                        stored.timesSince(
                                tx, order.purchase().customerId(), now.minus(config.period())));
        var verdict = rules.judge(told.kind(), facts);
        var problem = stored.insert(tx, order, told, decision(verdict, order), now);
        tell(tx, order, problem, verdict, facts.late());
        return problem;
    }

    /// A second tap.
    private static boolean isSame(Problem before, NewProblem told, Instant now) {
        var items = told.items() == null ? List.<ProblemItem>of() : told.items();
        return before.kind() == told.kind()
                && before.items().equals(items)
                && Objects.equals(before.text(), told.text())
                && now.isBefore(before.createdAt().plus(SAME));
    }

    private void requireInTime(Order order, Instant now) {
        if (!(order.state() instanceof Order.State.Delivered)) throw Life.wrongState(order);
        if (now.isAfter(order.since().plus(config.within())))
            throw Refused.conflict(
                    "too_late",
                    "Problems can be reported within %d hours of the delivery."
                            .formatted(config.within().toHours()));
    }

    /// @throws Refused 409 for what was reported before
    private static Money worth(Order order, NewProblem told, List<Problem> before) {
        var items = told.items() == null ? List.<ProblemItem>of() : told.items();
        if (isAboutDishes(told.kind()) == items.isEmpty())
            throw Refused.invalid(
                    "items",
                    items.isEmpty()
                            ? "must say which dishes it is about"
                            : "go with problems with dishes only");
        if (isOnce(told.kind()) && before.stream().anyMatch(it -> it.kind() == told.kind()))
            throw Refused.conflict("already_reported", "You have reported this before.");
        var pieces = new Portions(order.purchase().price(), order.purchase().items());
        before.forEach(it -> pieces.report(it.items()));
        return pieces.report(items);
    }

    private static boolean isAboutDishes(ProblemKind kind) {
        return switch (kind) {
            case MISSING, WRONG, DAMAGED, QUALITY -> true;
            case LATE, NOT_ARRIVED, OTHER -> false;
        };
    }

    private static boolean isOnce(ProblemKind kind) {
        return kind == ProblemKind.LATE || kind == ProblemKind.NOT_ARRIVED;
    }

    /// What was given back: for problems, of which some may be under way, or by the payment's
    /// refunds, among which those are once they have gone back.
    private static Money given(Order order, List<Problem> problems) {
        var granted = Money.ZERO;
        for (var problem : problems) granted = granted.plus(problem.refund());
        return granted.isMoreThan(order.given()) ? granted : order.given();
    }

    private static Decision decision(Verdict verdict, Order order) {
        return switch (verdict) {
            case Verdict.Granted(var refund, var liable, var counts, var code) ->
                    new Decision(
                            ProblemStatus.REFUNDED,
                            refund,
                            liable,
                            counts,
                            "We are sorry. You get %s back."
                                    .formatted(currency(order).text(refund)),
                            code);
            case Verdict.ForOperator _ ->
                    new Decision(
                            ProblemStatus.OPEN,
                            Money.ZERO,
                            null,
                            false,
                            "We are sorry. Somebody looks into it and will answer you.",
                            AnswerCode.LOOKED_INTO);
        };
    }

    private void tell(Tx tx, Order order, Problem problem, Verdict verdict, Duration late) {
        switch (verdict) {
            case Verdict.Granted(_, var liable, _, _) ->
                    grant(
                            tx,
                            order,
                            problem,
                            problem.items(),
                            liable,
                            reason(order, problem, late));
            case Verdict.ForOperator _ ->
                    base.outbox()
                            .send(
                                    tx,
                                    order.id(),
                                    new ProblemReported(
                                            order.id(),
                                            order.purchase().customerId(),
                                            order.purchase().restaurantId(),
                                            problem.problemId(),
                                            problem.kind()));
        }
    }

    private static String reason(Order order, Problem problem, Duration late) {
        return switch (problem.kind()) {
            case MISSING -> dishes(order, problem) + " was missing.";
            case WRONG -> dishes(order, problem) + " was not what was ordered.";
            case DAMAGED -> dishes(order, problem) + " was damaged.";
            case QUALITY -> dishes(order, problem) + " was not good.";
            case LATE -> "It came %d minutes later than promised.".formatted(late.toMinutes());
            case NOT_ARRIVED -> "It did not arrive.";
            case OTHER -> problem.answer();
        };
    }

    private static String dishes(Order order, Problem problem) {
        return problem.items().stream()
                .map(item -> item.quantity() + " × " + name(order, item.line()))
                .collect(Collectors.joining(", "));
    }

    private static String name(Order order, int number) {
        return order.purchase().items().stream()
                .filter(line -> line.line() == number)
                .findFirst()
                .orElseThrow()
                .name();
    }

    private void grant(
            Tx tx,
            Order order,
            Problem problem,
            List<ProblemItem> items,
            Liable liable,
            String reason) {
        base.outbox()
                .send(
                        tx,
                        order.id(),
                        new RefundGranted(
                                order.id(),
                                order.purchase().customerId(),
                                order.purchase().restaurantId(),
                                problem.problemId(),
                                problem.refund(),
                                items,
                                liable,
                                reason,
                                problem.photo()));
    }

    /// An operator decides.
    Problem resolve(Tx tx, long id, Resolution said) {
        var orderId = stored.find(tx, id).orElseThrow(ProblemDesk::notFound).orderId();
        var order = orders.lock(tx, orderId).orElseThrow();
        var problem = stored.find(tx, id).orElseThrow();
        if (problem.status() != ProblemStatus.OPEN)
            throw Refused.conflict("already_resolved", "This is decided already.")
                    .with("state", problem.status());
        var refund = said.refund();
        if (stored.hasFailed(tx, id)) return answer(tx, problem, said);
        if (refund == null || refund.isZero()) return refuse(tx, order, id, said.answer());
        var liable = liable(said);
        requirePossible(order, refund, given(order, stored.of(tx, orderId)));
        var decided =
                new Decision(ProblemStatus.REFUNDED, refund, liable, false, said.answer(), null);
        var refunded = stored.decide(tx, id, decided);
        // a person decides about an amount, whatever was given back for the dishes before
        grant(tx, order, refunded, List.of(), liable, said.answer());
        return refunded;
    }

    /// A grant goes out once per problem, and the same way would fail again.
    private Problem answer(Tx tx, Problem problem, Resolution said) {
        if (said.refund() != null && said.refund().isPositive())
            throw Refused.conflict(
                    "refund_failed",
                    "The refund of this problem failed. Refund the payment, as credit if need be,"
                            + " and resolve it without an amount.");
        var decided =
                new Decision(
                        ProblemStatus.REFUNDED,
                        problem.refund(),
                        problem.liable(),
                        false,
                        said.answer(),
                        null);
        return stored.decide(tx, problem.problemId(), decided);
    }

    /// Less goes back than was granted: an operator finds another way.
    public void refundFailed(Tx tx, RefundFailed told) {
        var problemId = told.problemId();
        if (problemId == null || orders.lock(tx, told.orderId()).isEmpty()) return;
        stored.failed(
                tx,
                told.orderId(),
                problemId,
                told.missing(),
                "We are sorry. %s could not be sent back yet. Somebody looks into it."
                        .formatted(new Currency(told.currency()).text(told.missing())));
    }

    private Problem refuse(Tx tx, Order order, long id, String answer) {
        var decided = new Decision(ProblemStatus.REFUSED, Money.ZERO, null, false, answer, null);
        var refused = stored.decide(tx, id, decided);
        base.outbox()
                .send(
                        tx,
                        order.id(),
                        new ProblemRefused(
                                order.id(),
                                order.purchase().customerId(),
                                order.purchase().restaurantId(),
                                id,
                                answer));
        return refused;
    }

    private static Liable liable(Resolution said) {
        var liable = said.liable();
        if (liable == null || liable == Liable.CUSTOMER)
            throw Refused.invalid(
                    "liable", "must be \"restaurant\", \"courier\" or \"platform\" with a refund");
        return liable;
    }

    private static void requirePossible(Order order, Money refund, Money given) {
        var currency = currency(order);
        if (!currency.holds(refund))
            throw Refused.invalid("refund", "must be payable in " + currency.code());
        var left = order.purchase().price().total().minus(given);
        if (refund.isMoreThan(left))
            throw Refused.invalid("refund", "must be at most " + currency.text(left))
                    .with("most", left);
    }

    private static Currency currency(Order order) {
        return new Currency(order.purchase().price().currency());
    }

    private static Refused notFound() {
        return Refused.notFound("problem");
    }
}
