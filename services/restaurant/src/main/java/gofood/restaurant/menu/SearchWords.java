package gofood.restaurant.menu;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Texts as people search for them: small letters without accents. Done here and not by an
/// extension of the database, which a service's role may not be allowed to install.
public final class SearchWords {
    private SearchWords() {}

    /// `Crêpes & Bœuf` becomes `crepes boeuf`.
    public static String plain(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return apart.replaceAll("\\p{M}+", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ı", "i")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }

    static String[] of(Stream<String> texts) {
        return texts.flatMap(text -> Arrays.stream(plain(text).split(" ")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    /// A `tsquery` that wants each word, or one that begins like it; without any words it finds
    /// nothing. Words hold only letters and digits, so nothing needs to be escaped.
    public static String query(String asked) {
        return Arrays.stream(of(Stream.of(asked)))
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
    }

    /// `coffee_shop;pizza` names two cuisines.
    static String[] cuisines(String cuisine) {
        return Arrays.stream(cuisine.split("[;,/]"))
                .map(SearchWords::plain)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }
}
