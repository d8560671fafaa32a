package gofood.city;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a pasted address says beside the street and the number: post code, city, country, flat.
final class Postal {
    private static final Pattern CODE_OF_A_COUNTRY =
            Pattern.compile("\\b\\p{Alpha}{1,2}-(\\d{4,6})\\b");

    private static final List<String> COUNTRIES =
            List.of(
                    "Monaco",
                    "France",
                    "Deutschland",
                    "Germany",
                    "Allemagne",
                    "Österreich",
                    "Austria",
                    "Autriche",
                    "Schweiz",
                    "Suisse",
                    "Svizzera",
                    "Switzerland",
                    "Italia",
                    "Italy",
                    "Italie",
                    "Italien",
                    "España",
                    "Spain",
                    "Espagne",
                    "Portugal",
                    "Belgique",
                    "België",
                    "Belgium",
                    "Luxembourg",
                    "Nederland",
                    "Netherlands",
                    "Liechtenstein",
                    "United Kingdom",
                    "England",
                    "UK",
                    "United States",
                    "USA");

    private static final Set<String> FLATS =
            Set.of(
                    "appartement",
                    "apartment",
                    "appt",
                    "apt",
                    "etage",
                    "floor",
                    "flat",
                    "bat",
                    "batiment",
                    "wohnung",
                    "whg");

    private final Set<List<String>> names = new HashSet<>();

    /// The words that were typed, without post codes and flats.
    ///
    /// @param beside those that name a city or a country
    record Typed(List<String> words, Set<String> beside) {}

    /// @param itsNames the cities and regions that the map knows
    Postal(Collection<String> itsNames) {
        Stream.concat(itsNames.stream(), COUNTRIES.stream())
                .map(Words::of)
                .filter(words -> !words.isEmpty())
                .forEach(names::add);
    }

    Typed read(String typed) {
        var words = Words.of(CODE_OF_A_COUNTRY.matcher(typed).replaceAll("$1"));
        var named = named(words);
        var kept = new ArrayList<String>();
        var beside = new HashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (isCode(word, named.get(i + 1) || (i > 0 && named.get(i - 1)))) continue;
            if (isFlat(words, i)) continue;
            kept.add(word);
            if (named.get(i)) beside.add(word);
        }
        // who types a city's name alone means the city
        var tells = kept.stream().anyMatch(word -> Words.isTelling(word) && !beside.contains(word));
        return new Typed(kept, tells ? beside : Set.of());
    }

    private BitSet named(List<String> words) {
        var named = new BitSet();
        for (var name : names)
            for (int at : occurrences(words, name)) named.set(at, at + name.size());
        return named;
    }

    private static List<Integer> occurrences(List<String> words, List<String> name) {
        if (Collections.indexOfSubList(words, name) < 0) return List.of();
        return IntStream.rangeClosed(0, words.size() - name.size())
                .filter(at -> words.subList(at, at + name.size()).equals(name))
                .boxed()
                .toList();
    }

    private static boolean isCode(String word, boolean besideACity) {
        return word.matches("\\d{5,}") || (besideACity && word.matches("\\d{4}"));
    }

    /// `appartement 3`, `bât. B`, `2e étage`; a number or a letter belongs to the word before it.
    private static boolean isFlat(List<String> words, int at) {
        var word = words.get(at);
        if (FLATS.contains(word)) return true;
        if (at > 0 && FLATS.contains(words.get(at - 1)) && word.matches("\\d{1,4}\\p{L}?|\\p{L}"))
            return true;
        return at + 1 < words.size()
                && FLATS.contains(words.get(at + 1))
                && word.matches("\\d{1,3}(e|er|eme|st|nd|rd|th)");
    }
}
