package gofood.simulator.living;

import gofood.contracts.OrderApi.NewRating;
import gofood.simulator.Dice;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What customers say of an order: they have seen how it tasted, whether it was in time and whether
/// it was all there. Two of three give stars, and some of those a sentence in their language.
final class Opinion {
    private static final double RATES = 0.67;
    private static final double SAYS_WHY = 0.4;
    private static final double LATE_AND_VERY = 0.4;
    private static final double IN_TIME_AND_KIND = 0.75;
    private static final int POOR = 2;

    private Opinion() {}

    /// What somebody saw at their door.
    record Seen(boolean late, boolean wrong) {}

    /// @param quality of the kitchen, see [#quality]
    static Optional<NewRating> of(Intent intent, double quality, Seen seen) {
        var dice = intent.dice("stars");
        if (dice.nextDouble() >= RATES) return Optional.empty();
        var food = food(quality, seen, dice);
        var ride = ride(seen, dice);
        var says = dice.nextDouble() < SAYS_WHY;
        var comment = says ? comment(intent, seen, food, dice) : null;
        return Optional.of(new NewRating(food, ride, comment));
    }

    /// How good a kitchen is, 0 to 1, which follows from the seed: most are good.
    static double quality(long seed, long restaurantId) {
        var dice = Dice.of(seed + " " + restaurantId, "quality");
        return Math.sqrt(dice.nextDouble());
    }

    private static int food(double quality, Seen seen, Random dice) {
        var taste = quality + dice.nextGaussian() * 0.15;
        var stars = taste > 0.65 ? 5 : taste > 0.35 ? 4 : 3;
        if (seen.wrong) return POOR;
        // it has become cold
        return seen.late ? Math.max(POOR, stars - 1) : stars;
    }

    private static int ride(Seen seen, Random dice) {
        var mood = dice.nextDouble();
        if (seen.late) return mood < LATE_AND_VERY ? 2 : 3;
        return mood < IN_TIME_AND_KIND ? 5 : 4;
    }

    private static @Nullable String comment(Intent intent, Seen seen, int food, Random dice) {
        var language = Dice.of(intent.seed() + " " + intent.customer(), "language");
        var list = language.nextBoolean() ? ENGLISH : FRENCH;
        var fitting =
                seen.wrong
                        ? list.wrong
                        : seen.late ? list.late : food == 5 ? list.good : list.middling;
        return fitting.get(dice.nextInt(fitting.size()));
    }

    private record Comments(
            List<String> good, List<String> middling, List<String> late, List<String> wrong) {}

    private static final Comments ENGLISH =
            new Comments(
                    List.of(
                            "Still hot, and plenty of it.",
                            "Just like at their tables. Thank you!",
                            "Our Friday favourite.",
                            "Fresh, and packed with care.",
                            "Could eat that every day."),
                    List.of(
                            "Good, a little salty for me.",
                            "Fine, but the portion was small.",
                            "Nice. The sauce was missing something.",
                            "All right for a quick lunch."),
                    List.of(
                            "Tasty, but lukewarm by then.",
                            "We waited too long for it.",
                            "The children had gone to bed."),
                    List.of("Not all of it was in the bag.", "One dish was missing."));

    private static final Comments FRENCH =
            new Comments(
                    List.of(
                            "Encore chaud, et généreux.",
                            "Comme à table chez eux. Merci\u202f!",
                            "Notre adresse du vendredi.",
                            "Frais, et emballé avec soin.",
                            "J’en mangerais tous les jours."),
                    List.of(
                            "Bon, un peu salé pour moi.",
                            "Correct, mais la portion était petite.",
                            "Bien. Il manquait un rien à la sauce.",
                            "Très bien pour déjeuner vite."),
                    List.of(
                            "Bon, mais tiède à l’arrivée.",
                            "Nous avons attendu trop longtemps.",
                            "Les enfants étaient déjà couchés."),
                    List.of("Tout n’était pas dans le sac.", "Il manquait un plat."));
}
