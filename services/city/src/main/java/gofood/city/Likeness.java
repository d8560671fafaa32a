package gofood.city;

/// How far a typed word is from a word of the map. Small typing mistakes are forgiven: one in a
/// word of 5 letters or more, two from 8 letters on. Short words become others too easily.
final class Likeness {
    static final int NONE = Integer.MAX_VALUE;

    /// What costs at most this has no mistake in it.
    static final int UNFINISHED = 3;

    private static final int MISTAKE = 10;
    private static final int MISTAKE_UNFINISHED = 5;

    private final String typed;
    private final int mistakes;
    private final long letters;

    Likeness(String typed) {
        this.typed = typed;
        letters = letters(typed);
        if (typed.chars().anyMatch(Character::isDigit)) mistakes = 0;
        else mistakes = typed.length() >= 8 ? 2 : typed.length() >= 5 ? 1 : 0;
    }

    /// Which letters a word has, as bits. Comparing them is far cheaper than comparing the words.
    static long letters(String word) {
        return word.chars().mapToLong(c -> 1L << (c & 63)).reduce(0, (a, b) -> a | b);
    }

    /// 0 for the same word, more for a beginning or a mistake, [#NONE] for another word.
    ///
    /// @param itsLetters [#letters] of the word
    int cost(String word, long itsLetters) {
        if (word.startsWith(typed)) return word.length() == typed.length() ? 0 : UNFINISHED;
        if (mistakes == 0 || Long.bitCount(letters & ~itsLetters) > mistakes) return NONE;
        if (word.length() < typed.length() - mistakes) return NONE;
        return costOfMistakes(word);
    }

    /// Optimal string alignment (Levenshtein, and swapped neighbours count once), against the word
    /// and against each of its beginnings.
    private int costOfMistakes(String word) {
        var width = Math.min(word.length(), typed.length() + mistakes);
        var before = new int[width + 1];
        var above = new int[width + 1];
        var row = new int[width + 1];
        for (int j = 0; j <= width; j++) above[j] = j;
        for (int i = 1; i <= typed.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= width; j++) {
                var same = typed.charAt(i - 1) == word.charAt(j - 1);
                row[j] =
                        Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == word.charAt(j - 2)
                        && typed.charAt(i - 2) == word.charAt(j - 1))
                    row[j] = Math.min(row[j], before[j - 2] + 1);
            }
            var free = before;
            before = above;
            above = row;
            row = free;
        }
        if (width == word.length() && above[width] <= mistakes) return above[width] * MISTAKE;
        var least = NONE;
        for (int j = 1; j <= width; j++) least = Math.min(least, above[j]);
        return least <= mistakes ? least * MISTAKE + MISTAKE_UNFINISHED : NONE;
    }
}
