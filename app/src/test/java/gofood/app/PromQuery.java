package gofood.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a PromQL expression asks for, as far as a test needs it: the metrics, what it wants of
/// their labels, and by which labels it groups.
record PromQuery(String text, List<Selected> selected, Set<String> grouping) {
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|on|without|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*(\\{[^}]*}|\\(?)");
    private static final Pattern MATCHER =
            Pattern.compile("(\\w+)\\s*(=~|!=|!~|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    record Selected(String metric, List<Matcher> matchers) {}

    record Matcher(String label, String how, String value) {}

    static PromQuery parse(String text) {
        var grouping = new LinkedHashSet<String>();
        var groups = GROUPING.matcher(text);
        while (groups.find())
            for (var label : groups.group(2).split(","))
                if (!label.isBlank()) grouping.add(label.strip());
        var rest = GROUPING.matcher(text).replaceAll(" ").replaceAll("\\[[^]]*]", " ");
        var selected = new ArrayList<Selected>();
        var selectors = SELECTOR.matcher(rest);
        while (selectors.find()) {
            var name = selectors.group(1);
            var after = selectors.group(2);
            if (after.equals("(") || WORDS.contains(name)) continue;
            selected.add(new Selected(name, matchers(after)));
        }
        return new PromQuery(text, selected, grouping);
    }

    private static List<Matcher> matchers(String braces) {
        var matchers = new ArrayList<Matcher>();
        var found = MATCHER.matcher(braces);
        while (found.find())
            matchers.add(new Matcher(found.group(1), found.group(2), found.group(3)));
        return matchers;
    }
}
