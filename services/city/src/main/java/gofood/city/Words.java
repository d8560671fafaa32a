package gofood.city;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What people type and what the map writes, made comparable.
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern REPETITION = Pattern.compile("(\\d)\\s+(bis|ter|quater)\\b");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// Letters that don't come apart into a letter and its mark.
    private static final Map<String, String> LETTERS =
            Map.of("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ı", "i");

    private static final Map<String, String> SHORT_FORMS =
            Map.ofEntries(
                    Map.entry("av", "avenue"),
                    Map.entry("ave", "avenue"),
                    Map.entry("bd", "boulevard"),
                    Map.entry("bld", "boulevard"),
                    Map.entry("blvd", "boulevard"),
                    Map.entry("boul", "boulevard"),
                    Map.entry("pl", "place"),
                    Map.entry("st", "saint"),
                    Map.entry("ste", "sainte"),
                    Map.entry("imp", "impasse"),
                    Map.entry("chem", "chemin"),
                    Map.entry("sq", "square"),
                    Map.entry("rte", "route"),
                    Map.entry("psg", "passage"));

    private static final Set<String> ARTICLES =
            Set.of(
                    "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et", "the",
                    "of", "di", "del", "della");

    private static final Set<String> STREET_KINDS =
            Set.of(
                    "rue",
                    "avenue",
                    "boulevard",
                    "place",
                    "quai",
                    "chemin",
                    "impasse",
                    "square",
                    "allee",
                    "allees",
                    "route",
                    "passage",
                    "escalier",
                    "ruelle",
                    "promenade",
                    "esplanade");

    private Words() {}

    /// The words of a text: lower case, without accents, short forms written out.
    static List<String> of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        plain = MARKS.matcher(plain).replaceAll("");
        for (var letter : LETTERS.entrySet())
            plain = plain.replace(letter.getKey(), letter.getValue());
        plain = REPETITION.matcher(plain).replaceAll("$1$2");
        return Arrays.stream(BETWEEN.split(plain))
                .filter(word -> !word.isEmpty())
                .map(word -> SHORT_FORMS.getOrDefault(word, word))
                .toList();
    }

    static boolean isArticle(String word) {
        return ARTICLES.contains(word);
    }

    static boolean isStreetKind(String word) {
        return STREET_KINDS.contains(word);
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /// Whether a word tells one street from another.
    static boolean isTelling(String word) {
        return isStrong(word) && !isNumber(word);
    }

    /// Whether a word says more than what every street has.
    static boolean isStrong(String word) {
        return !isArticle(word) && !isStreetKind(word);
    }
}
