package gofood.notification;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderStatus;
import java.math.RoundingMode;
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

    /// With the decimals that its coins have: `€15.99`, `¥1500`, `KWD 1.250`.
    static String price(Money amount, String currency) {
        var symbol = Currency.getInstance(currency).getSymbol(Locale.US);
        var gap = Character.isLetter(symbol.charAt(symbol.length() - 1)) ? " " : "";
        var decimals = new gofood.contracts.Currency(currency).decimals();
        return symbol + gap + amount.major().setScale(decimals, RoundingMode.HALF_UP);
    }

    /// Why an order couldn't be paid; most reasons are those of card providers.
    static String declined(String reason) {
        return switch (reason) {
            case "insufficient_credit" ->
                    "Your credit isn't enough for this order. Nothing was charged. Pay by card.";
            case "too_much_for_cash" ->
                    "This order is too much to be paid in cash. Nothing was charged. Pay by card.";
            case "too_much_cash_open" ->
                    "You have other orders that are to be paid in cash. Nothing was charged. Pay by"
                            + " card, or order again when they are there.";
            default -> "The card was declined. Nothing was charged. Try another card.";
        };
    }

    /// Who is waited for when an order is late.
    static String late(OrderStatus status) {
        return switch (status) {
            case PLACED -> "nobody knows yet whether it is paid";
            case SCHEDULED -> "its kitchen should have it by now";
            case PAID -> "the kitchen doesn't answer";
            case RECEIVED -> "the kitchen hasn't begun";
            case PREPARING -> "the kitchen is still cooking";
            case COMPLETE -> "the food is ready and nobody fetches it";
            case PICKED_UP -> "the courier has it and hasn't arrived";
            case DECLINED, DELIVERED, REJECTED, CANCELLED -> "it is over";
        };
    }
}
