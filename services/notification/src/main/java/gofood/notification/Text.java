package gofood.notification;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The same, said in both languages. Both are written when something happens, side by side, so that
/// neither is forgotten and an old message reads as it was meant.
record Text(String en, String fr) {
    private static final Text NOTHING = same("");

    /// Two sentences with the same parts, as [String#format] takes them; a part that is a text
    /// itself goes into each in its language. French is typed with plain spaces before `: ; ! ?`
    /// and gets the ones that don't break.
    static Text of(String en, String fr, Object... parts) {
        return new Text(
                en.formatted(each(parts, Text::en)), spaced(fr).formatted(each(parts, Text::fr)));
    }

    /// What is the same in every language, such as a name, or somebody's own words.
    static Text same(String words) {
        return new Text(words, words);
    }

    static Text nothing() {
        return NOTHING;
    }

    /// One sentence after the other; those that say nothing are left out.
    static Text sentences(Text... all) {
        return new Text(join(all, Text::en), join(all, Text::fr));
    }

    String in(Language language) {
        return switch (language) {
            case EN -> en;
            case FR -> fr;
        };
    }

    static String spaced(String fr) {
        return fr.replaceAll(" (?=[;!?])", "\u202f").replace(" :", "\u00a0:");
    }

    private static Object[] each(Object[] parts, Function<Text, String> language) {
        return Arrays.stream(parts)
                .map(part -> part instanceof Text text ? language.apply(text) : part)
                .toArray();
    }

    private static String join(Text[] all, Function<Text, String> language) {
        return Arrays.stream(all)
                .map(language)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
