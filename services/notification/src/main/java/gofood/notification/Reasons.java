package gofood.notification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reasons come as sentences. Those of our own services are known here in French; what isn't known
/// is somebody's own words and stays as they wrote it.
final class Reasons {
    private Reasons() {}

    /// @param fr with `$1`, `$2` for the groups of the English one
    private record Known(Pattern en, String fr) {}

    private static final Pattern AMOUNT = Pattern.compile("(\\d+)\\.(\\d+) ([A-Z]{3})");

    private static final List<Known> KNOWN =
            List.of(
                    known("Cancelled by the customer\\.", "Annulée par le client."),
                    known("Cancelled by us\\.", "Annulée par goFOOD."),
                    known("The payment was not confirmed\\.", "Le paiement n’a pas été confirmé."),
                    known("The restaurant did not answer\\.", "Le restaurant n’a pas répondu."),
                    known(
                            "No courier came for the food\\.",
                            "Aucun coursier n’est venu chercher le repas."),
                    known("The courier never arrived\\.", "Le coursier n’est jamais arrivé."),
                    known("The food was never ready\\.", "Le repas n’a jamais été prêt."),
                    known(
                            "(.+) doesn't have (.+), and the customer wanted all or nothing\\.",
                            "$1 n’a plus $2, et le client voulait tout ou rien."),
                    known("No courier found\\.", "Aucun coursier n’a été trouvé."),
                    known("Nothing of the order is left\\.", "Il ne reste rien de la commande."),
                    known(
                            "The money for it is no longer held by your bank\\.",
                            "Votre banque ne bloque plus le montant."),
                    known(
                            "The courier did not arrive in time\\.",
                            "Le coursier n’est pas arrivé à temps."),
                    known(
                            "The courier gives no sign\\.",
                            "Le coursier ne donne plus signe de vie."),
                    known("Declined\\.", "Course refusée."),
                    known(
                            "Gave it back: the kitchen is closed\\.",
                            "Course rendue : le restaurant est fermé."),
                    known(
                            "Gave it back: the food takes too long\\.",
                            "Course rendue : le repas tarde trop."),
                    known(
                            "Gave it back: the vehicle broke down\\.",
                            "Course rendue : véhicule en panne."),
                    known(
                            "Gave it back: the address can't be found\\.",
                            "Course rendue : adresse introuvable."),
                    known("Gave it back: nobody is there\\.", "Course rendue : il n’y a personne."),
                    known(
                            "Gave it back: the food is damaged\\.",
                            "Course rendue : le repas est abîmé."),
                    known(
                            "Gave it back: something else is in the way\\.",
                            "Course rendue pour une autre raison."),
                    known("Courier (\\d+) did not answer\\.", "Le coursier $1 n’a pas répondu."),
                    known(
                            "(.+) doesn't have (\\d+ × .+)\\. May it be left out\\?",
                            "$1 n’a plus $2. Pouvons-nous le retirer de la commande ?"),
                    known(
                            "(.+) doesn't have (\\d+ × .+)\\. Would you take (.+) for (.+), instead"
                                    + " of (.+)\\?",
                            "$1 n’a plus $2. Prendriez-vous $3 pour $4, au lieu de $5 ?"),
                    known(
                            "(.+) doesn't have (\\d+ × .+)\\. Would you take (.+) for (.+)\\?",
                            "$1 n’a plus $2. Prendriez-vous $3 pour $4 ?"),
                    known("(.+) comes instead of (\\d+ × .+)\\.", "$1 remplace $2."),
                    known("(\\d+ × .+) is left out\\.", "La commande sera livrée sans $1."),
                    known("(\\d+ × .+) was missing\\.", "Il manquait $1."),
                    known(
                            "(\\d+ × .+) was not what was ordered\\.",
                            "$1 : ce n’était pas ce que vous aviez commandé."),
                    known("(\\d+ × .+) was damaged\\.", "$1 : c’était abîmé."),
                    known("(\\d+ × .+) was not good\\.", "$1 : ce n’était pas bon."),
                    known(
                            "It came (\\d+) minutes later than promised\\.",
                            "La commande est arrivée $1 min plus tard que promis."),
                    known("It did not arrive\\.", "La commande n’est pas arrivée."),
                    known("The provider refused: (.+)", "Le prestataire a refusé : $1"),
                    known(
                            "The provider does not answer\\.",
                            "Le prestataire de paiement ne répond pas."),
                    known(
                            "The provider does not answer to a refund\\.",
                            "Le prestataire de paiement ne répond pas à une demande de"
                                    + " remboursement."),
                    known(
                            "The provider holds the money no more\\.",
                            "Le prestataire de paiement ne bloque plus le montant."),
                    known(
                            "No more was left of what was paid\\.",
                            "Il ne restait pas assez de ce qui avait été payé."),
                    known(
                            "What is to be captured is not held\\.",
                            "Le montant à encaisser n’est pas réservé."),
                    known(
                            "This order has a payment that is not its own\\.",
                            "Un paiement rattaché à cette commande n’est pas le sien."));

    private static Known known(String en, String fr) {
        return new Known(Pattern.compile(en), Text.spaced(fr));
    }

    /// @param sentence as [Wording#sentence] makes them
    static Optional<String> inFrench(String sentence) {
        for (var known : KNOWN) {
            var matcher = known.en.matcher(sentence);
            if (matcher.matches()) return Optional.of(amounts(matcher.replaceFirst(known.fr)));
        }
        return Optional.empty();
    }

    /// `15.99 EUR` as it is written in French.
    private static String amounts(String sentence) {
        return AMOUNT.matcher(sentence).replaceAll("$1,$2\u00a0$3");
    }
}
