package gofood.chaos.law;

import gofood.chaos.law.Facts.Charge;
import gofood.chaos.law.Facts.StoredOrder;
import gofood.chaos.law.Facts.StoredPayment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What was taken is what is owed, to the last cent, in our books and in the provider's.
final class MoneyLaws {
    private static final Set<String> NOTHING_HELD = Set.of("VOIDED", "DECLINED");

    private MoneyLaws() {}

    /// I2: captured − refunded = what live orders owe, per order and in sum.
    static List<Violation> keptIsOwed(Facts facts) {
        var found = new ArrayList<Violation>();
        var payments = OrderLaws.grouped(facts.payments(), StoredPayment::orderId);
        var charges = OrderLaws.grouped(facts.charges(), Charge::paymentId);
        long owed = 0;
        for (var order : facts.orders()) {
            var subject = "order " + order.id();
            var own = payments.getOrDefault(order.id(), List.of());
            owed += owes(order, own);
            if (own.isEmpty()) {
                found.add(new Violation("I2", subject, "a payment", "none"));
                continue;
            }
            var payment = own.getFirst();
            var due = owes(order, own);
            if (payment.kept() != due)
                found.add(
                        new Violation(
                                "I2",
                                subject + " " + order.status(),
                                amount(due) + " kept",
                                amount(payment.kept()) + " by payment " + payment));
            if (order.status().equals("CANCELLED")
                    && !isFreeOfCharge(order)
                    && payment.charged() == null)
                found.add(new Violation("I2", subject, order.why(), "payment never heard of it"));
            if (isFreeOfCharge(order) && due != 0)
                found.add(
                        new Violation("I2", subject + " (" + order.why() + ")", "0", amount(due)));
            if (payment.card())
                agreesWithProvider(payment, charges.getOrDefault(payment.id(), List.of()), found);
        }
        var kept = facts.payments().stream().mapToLong(StoredPayment::kept).sum();
        if (kept != owed)
            found.add(new Violation("I2", "the sum", amount(owed) + " kept", amount(kept)));
        return found;
    }

    private static void agreesWithProvider(
            StoredPayment payment, List<Charge> charges, List<Violation> found) {
        var there = charges.stream().mapToLong(c -> c.captured() - c.refunded()).sum();
        var subject = "payment %d of order %d".formatted(payment.id(), payment.orderId());
        if (there != payment.kept())
            found.add(
                    new Violation(
                            "I2",
                            subject,
                            amount(payment.kept()) + " at the provider",
                            amount(there)));
        for (var charge : charges)
            if (charge.status().equals("AUTHORIZED") || charge.status().equals("PROCESSING"))
                found.add(new Violation("I2", subject, "nothing held any more", "held: " + charge));
    }

    /// What the customer owes for it now.
    private static long owes(StoredOrder order, List<StoredPayment> payments) {
        return switch (order.status()) {
            case "DELIVERED" -> order.total() - order.given();
            case "CANCELLED" -> {
                var charged = payments.isEmpty() ? null : payments.getFirst().charged();
                // what a cancelled order costs is said by the order when it ends; what was never
                // charged may have no settlement
                yield charged == null ? 0 : charged;
            }
            default -> 0;
        };
    }

    /// What the customer reads in the timeline is what counts.
    private static boolean isFreeOfCharge(StoredOrder order) {
        return order.why().endsWith("Nothing is charged.");
    }

    /// I3, the payments' half: one order, one charge.
    static List<Violation> oneOrderOneCharge(Facts facts) {
        var found = new ArrayList<Violation>();
        OrderLaws.grouped(facts.payments(), StoredPayment::orderId)
                .forEach((order, payments) -> {
                    if (payments.size() > 1)
                        found.add(
                                new Violation(
                                        "I3", "order " + order, "one payment", "" + payments));
                });
        OrderLaws.grouped(facts.charges(), Charge::paymentId)
                .forEach((payment, charges) -> {
                    var real =
                            charges.stream()
                                    .filter(charge -> !NOTHING_HELD.contains(charge.status()))
                                    .toList();
                    if (real.size() > 1)
                        found.add(
                                new Violation("I3", "payment " + payment, "one charge", "" + real));
                });
        return found;
    }

    /// I8: the ledger sums to zero, in every entry, in every account, and by its own word.
    static List<Violation> ledgerIsEven(Facts facts) {
        var found = new ArrayList<Violation>();
        var books = facts.books();
        if (books.sum().signum() != 0)
            found.add(new Violation("I8", "the ledger", "0", books.sum().toPlainString()));
        for (var entry : books.uneven())
            found.add(new Violation("I8", "entry " + entry, "0", "not 0"));
        for (var account : books.strayAccounts())
            found.add(new Violation("I8", "account", "the sum of its lines", account));
        if (!books.check().isEmpty())
            found.add(new Violation("I8", "GET /ledger/check", "no difference", books.check()));
        var taken = facts.payments().stream().anyMatch(payment -> payment.captured() > 0);
        if (taken && books.entries() == 0)
            found.add(new Violation("I8", "the ledger", "entries", "none, though money was taken"));
        return found;
    }

    private static String amount(long thousandths) {
        return "%d.%03d".formatted(thousandths / 1000, Math.abs(thousandths % 1000));
    }
}
