package gofood.city;

import gofood.city.Findable.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds addresses by words. Each word that was typed is compared with the words of the map, not
/// with the entries, so that the work grows with the language and hardly with the city. An entry
/// costs what its words differ from what was typed; the cheapest come first.
final class AddressSearch {
    private static final int MOST_WORDS = 12;
    private static final int MISSING_STREET_KIND = 15;
    private static final int MISSING_NUMBER = 25;
    private static final int MISSING_WORD = 40;
    private static final int UNASKED_WORD = 2;
    private static final int OUT = 100_000;
    private static final double SAME_METRES = 1000;

    private final List<Findable> entries;
    private final Postal postal;
    private final String[] words;
    private final long[] letters;
    private final int[][] entriesOf;
    private final int[][] strongWordsOf;

    /// What was typed.
    ///
    /// @param needed of these an entry must have at least half
    /// @param beside these may be missing
    private record Asked(List<String> words, List<String> needed, Set<String> beside) {}

    /// An entry that fits.
    private record Match(Findable entry, int cost, double metres, boolean sure) {}

    /// @param sure whether what was typed names this, or may as well mean something else
    record Found(Findable entry, boolean sure) {}

    AddressSearch(List<Findable> entries, Postal postal) {
        this.entries = List.copyOf(entries);
        this.postal = postal;
        var index = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < entries.size(); i++)
            for (var word : entries.get(i).words())
                index.computeIfAbsent(word, _ -> new ArrayList<>()).add(i);
        words = index.keySet().toArray(String[]::new);
        letters = Arrays.stream(words).mapToLong(Likeness::letters).toArray();
        entriesOf =
                index.values().stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
        var numbers = new HashMap<String, Integer>();
        for (int word = 0; word < words.length; word++) numbers.put(words[word], word);
        strongWordsOf =
                entries.stream()
                        .map(entry ->
                                entry.words().stream()
                                        .filter(Words::isStrong)
                                        .mapToInt(numbers::get)
                                        .toArray())
                        .toArray(int[][]::new);
    }

    /// @param near among equal matches the nearest to this come first
    List<Found> find(String typed, Spot near, int limit) {
        var asked = asked(typed);
        var matches = matches(asked, near);
        matches.sort(
                Comparator.comparingInt(Match::cost)
                        .thenComparing(match -> !match.entry.served())
                        .thenComparingDouble(Match::metres));
        var shown = new ArrayList<Found>();
        for (var match : matches) {
            // what lacks a word is of no use beside what has them all
            if (shown.size() == limit || match.cost >= matches.getFirst().cost + MISSING_WORD)
                break;
            var entry = withNumber(match.entry, asked);
            if (shown.stream().noneMatch(it -> entry.repeats(it.entry, SAME_METRES)))
                shown.add(new Found(entry, match.sure));
        }
        return shown;
    }

    /// Numbers and words like "rue" count only where nothing else was typed.
    private Asked asked(String text) {
        var typed = postal.read(text);
        var words = typed.words().stream().distinct().limit(MOST_WORDS).toList();
        var strong =
                words.stream()
                        .filter(Words::isStrong)
                        .filter(word -> !typed.beside().contains(word))
                        .toList();
        var telling = strong.stream().filter(Words::isTelling).toList();
        return new Asked(
                words,
                !telling.isEmpty() ? telling : !strong.isEmpty() ? strong : words,
                typed.beside());
    }

    private List<Match> matches(Asked asked, Spot near) {
        var costs = new int[entries.size()];
        var needed = new int[entries.size()];
        var mistaken = new BitSet(entries.size());
        var lacking = new BitSet(entries.size());
        var numbered = new BitSet(entries.size());
        var likeAsked = new BitSet(words.length);
        for (var word : asked.words) {
            var costOfWord = costs(word, likeAsked);
            if (asked.beside.contains(word)) continue;
            for (int i = 0; i < costs.length; i++) {
                if (costOfWord[i] == Likeness.NONE) {
                    var cost = missing(word, entries.get(i).kind());
                    costs[i] += cost;
                    if (cost > 0) lacking.set(i);
                    continue;
                }
                costs[i] += costOfWord[i];
                if (Words.isNumber(word)) numbered.set(i);
                if (!asked.needed.contains(word)) continue;
                needed[i]++;
                if (costOfWord[i] > Likeness.UNFINISHED) mistaken.set(i);
            }
        }
        var matches = new ArrayList<Match>();
        for (int i = 0; i < costs.length; i++) {
            if (needed[i] == 0 || needed[i] * 2 < asked.needed.size() || costs[i] >= OUT) continue;
            var unasked = 0;
            for (var word : strongWordsOf[i]) if (!likeAsked.get(word)) unasked++;
            var entry = entries.get(i);
            var all = needed[i] == asked.needed.size();
            var sure =
                    switch (entry.kind()) {
                        case DOOR -> numbered.get(i) && (all || unasked == 0);
                        case STREET -> all || unasked == 0;
                        case NAMED ->
                                all
                                        && !mistaken.get(i)
                                        && !lacking.get(i)
                                        && (unasked == 0 || isNamed(entry, asked));
                    };
            matches.add(
                    new Match(
                            entry,
                            costs[i] + unasked * UNASKED_WORD,
                            near.metresTo(entry.at()),
                            sure));
        }
        return matches;
    }

    /// What each entry's best word costs.
    ///
    /// @param likeAsked takes note of the words of the map that this one may mean
    private int[] costs(String typed, BitSet likeAsked) {
        var costs = new int[entries.size()];
        Arrays.fill(costs, Likeness.NONE);
        var likeness = new Likeness(typed);
        for (int word = 0; word < words.length; word++) {
            var cost = likeness.cost(words[word], letters[word]);
            if (cost == Likeness.NONE) continue;
            likeAsked.set(word);
            for (var entry : entriesOf[word]) costs[entry] = Math.min(costs[entry], cost);
        }
        return costs;
    }

    /// Whether the kind of street that was typed is in its name, and not only in its address: "rue
    /// de Monaco" means no business called Monaco in another rue.
    private static boolean isNamed(Findable entry, Asked asked) {
        var name = Words.of(entry.text().split(",", 2)[0]);
        return asked.words.stream().filter(Words::isStreetKind).allMatch(name::contains);
    }

    /// A door with another number is another door; a street has all numbers.
    private static int missing(String word, Kind kind) {
        if (Words.isNumber(word)) return kind == Kind.STREET ? MISSING_NUMBER : OUT;
        if (Words.isArticle(word)) return 0;
        return Words.isStreetKind(word) ? MISSING_STREET_KIND : MISSING_WORD;
    }

    private static Findable withNumber(Findable entry, Asked asked) {
        if (entry.kind() != Kind.STREET) return entry;
        return number(asked, entry).map(entry::numbered).orElse(entry);
    }

    private static Optional<String> number(Asked asked, Findable street) {
        return asked.words.stream()
                .filter(word -> word.matches("\\d{1,4}[a-z]{0,6}"))
                .filter(word -> street.words().stream().noneMatch(own -> own.startsWith(word)))
                .findFirst();
    }
}
