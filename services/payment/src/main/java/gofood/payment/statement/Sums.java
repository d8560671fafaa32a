package gofood.payment.statement;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.StatementLine;
import gofood.contracts.PaymentApi.StatementSums;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Adds a statement's lines up, for each kind. All sums but the tax, which is a part of them, add
/// up to what the period has changed.
final class Sums {
    private static final Set<String> OF_AN_ORDER = Set.of("sale", "ride");

    private final Map<String, Money> amounts = new HashMap<>();
    private final Set<Long> orders = new HashSet<>();
    private Money vat = Money.ZERO;

    static StatementSums of(List<StatementLine> lines) {
        var sums = new Sums();
        lines.forEach(sums::add);
        return sums.view();
    }

    private void add(StatementLine line) {
        amounts.merge(line.kind(), line.amount(), Money::plus);
        vat = vat.plus(line.vat());
        // what comes after an order, such as a refund in the next month, doesn't count it again
        if (line.orderId() != null && OF_AN_ORDER.contains(line.kind())) orders.add(line.orderId());
    }

    private StatementSums view() {
        return new StatementSums(
                orders.size(),
                of("sale"),
                of("commission"),
                of("ride"),
                of("tip"),
                of("refund"),
                of("promotion"),
                of("compensation"),
                of("cash"),
                of("payout"),
                vat);
    }

    private Money of(String kind) {
        return Objects.requireNonNullElse(amounts.get(kind), Money.ZERO);
    }
}
