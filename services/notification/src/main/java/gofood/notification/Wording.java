package gofood.notification;

import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.ProblemKind;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;

/// The parts of sentences that several messages share.
final class Wording {
    private Wording() {}

    /// A reason, which may be two words that somebody typed, as a sentence on one line.
    static Text sentence(String reason) {
        var plain = reason.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) return Text.nothing();
        var end = plain.matches(".*[.!?]") ? "" : ".";
        var sentence = plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1) + end;
        return new Text(sentence, Reasons.inFrench(sentence).orElse(sentence));
    }

    /// Somebody's own words, as they wrote them.
    static Text quoted(String words) {
        return Text.of("“%s”", "«\u00a0%s\u00a0»", words.strip());
    }

    static Text span(Duration waited) {
        var minutes = Math.max(1, waited.toMinutes());
        return minutes == 1
                ? Text.of("a minute", "une minute")
                : Text.of("%d minutes", "%d minutes", minutes);
    }

    /// With the decimals that its coins have: `€15.99` and `15,99 €`, `KWD 1.250`.
    static Text price(Money amount, String currency) {
        return new Text(price(amount, currency, Locale.US), price(amount, currency, Locale.FRANCE));
    }

    private static String price(Money amount, String currency, Locale locale) {
        var decimals = new gofood.contracts.Currency(currency).decimals();
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        // a symbol that is a word, `KWD`, stands apart
        return format.format(amount.major()).replaceFirst("(?<=\\p{L})(?=\\d)", "\u00a0");
    }

    /// Why an order couldn't be paid; most reasons are those of card providers.
    static Text declined(String reason) {
        return switch (reason) {
            case "insufficient_credit" ->
                    Text.of(
                            "Your credit isn't enough for this order. Nothing was charged. Pay by"
                                    + " card.",
                            "Votre crédit ne suffit pas pour cette commande. Rien n’a été débité."
                                    + " Payez par carte.");
            case "too_much_for_cash" ->
                    Text.of(
                            "This order is too much to be paid in cash. Nothing was charged. Pay by"
                                    + " card.",
                            "Cette commande est trop chère pour un paiement en espèces. Rien n’a"
                                    + " été débité. Payez par carte.");
            case "too_much_cash_open" ->
                    Text.of(
                            "You have other orders that are to be paid in cash. Nothing was"
                                    + " charged. Pay by card, or order again when they are there.",
                            "Vous avez d’autres commandes à payer en espèces. Rien n’a été débité."
                                    + " Payez par carte, ou commandez à nouveau quand elles seront"
                                    + " arrivées.");
            default ->
                    Text.of(
                            "The card was declined. Nothing was charged. Try another card.",
                            "La carte a été refusée. Rien n’a été débité. Essayez une autre"
                                    + " carte.");
        };
    }

    /// Who is waited for when an order is late.
    static Text late(OrderStatus status) {
        return switch (status) {
            case PLACED ->
                    Text.of(
                            "nobody knows yet whether it is paid",
                            "on ne sait pas encore si elle est payée");
            case SCHEDULED ->
                    Text.of(
                            "its kitchen should have it by now",
                            "la cuisine devrait déjà l’avoir reçue");
            case PAID -> Text.of("the kitchen doesn't answer", "la cuisine ne répond pas");
            case RECEIVED -> Text.of("the kitchen hasn't begun", "la cuisine n’a pas commencé");
            case PREPARING -> Text.of("the kitchen is still cooking", "elle est encore en cuisine");
            case COMPLETE ->
                    Text.of(
                            "the food is ready and nobody fetches it",
                            "le repas est prêt et personne ne vient le chercher");
            case PICKED_UP ->
                    Text.of(
                            "the courier has it and hasn't arrived",
                            "le coursier l’a récupérée et n’est pas encore arrivé");
            case DECLINED, DELIVERED, REJECTED, CANCELLED ->
                    Text.of("it is over", "elle est terminée");
        };
    }

    /// What a customer says was wrong.
    static Text problem(ProblemKind kind) {
        return switch (kind) {
            case MISSING -> Text.of("something was missing", "il manquait quelque chose");
            case WRONG -> Text.of("something else came", "ce n’est pas ce qui avait été commandé");
            case DAMAGED -> Text.of("something was damaged", "quelque chose était abîmé");
            case QUALITY -> Text.of("the food wasn't good", "ce n’était pas bon");
            case LATE -> Text.of("it came late", "la commande est arrivée en retard");
            case NOT_ARRIVED -> Text.of("it never came", "la commande n’est jamais arrivée");
            case OTHER -> Text.of("something was wrong", "quelque chose n’allait pas");
        };
    }

    /// What stands in a courier's way.
    static Text trouble(RoadTrouble kind) {
        return switch (kind) {
            case KITCHEN_CLOSED -> Text.of("the restaurant is closed", "le restaurant est fermé");
            case LONG_WAIT -> Text.of("the food isn't ready", "le repas n’est pas prêt");
            case BROKEN_DOWN ->
                    Text.of("their vehicle has broken down", "son véhicule est en panne");
            case CANNOT_FIND -> Text.of("the address can't be found", "l’adresse est introuvable");
            case NOBODY_THERE -> Text.of("nobody is there", "il n’y a personne");
            case FOOD_DAMAGED -> Text.of("the food is damaged", "le repas est abîmé");
            case OTHER ->
                    Text.of(
                            "something stands in their way",
                            "quelque chose l’empêche de continuer");
        };
    }
}
