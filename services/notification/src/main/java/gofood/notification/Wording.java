package gofood.notification;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderStatus;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;

/// The parts of sentences that several messages share.
final class Wording {
    private Wording() {}

    /// A reason, which may be two words that somebody typed, as a sentence on one line.
    static String sentence(String reason) {
        var plain = reason.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) return plain;
        var end = plain.matches(".*[.!?]") ? "" : ".";
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1) + end;
    }

    static String span(Duration waited) {
        var minutes = Math.max(1, waited.toMinutes());
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }

    static String price(Money amount, String currency) {
        return Currency.getInstance(currency).getSymbol(Locale.UK) + amount;
    }

    /// Who is waited for when an order is late.
    static String late(OrderStatus status) {
        return switch (status) {
            case PLACED -> "nobody knows yet whether it is paid";
            case PAID -> "the kitchen doesn't answer";
            case RECEIVED -> "the kitchen hasn't begun";
            case PREPARING -> "the kitchen is still cooking";
            case COMPLETE -> "the food is ready and nobody fetches it";
            case PICKED_UP -> "the courier has it and hasn't arrived";
            case DECLINED, DELIVERED, REJECTED, CANCELLED -> "it is over";
        };
    }
}
