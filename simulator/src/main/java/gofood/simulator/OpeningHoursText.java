package gofood.simulator;

import gofood.contracts.RestaurantApi.Day;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Opening;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads OpenStreetMap's `opening_hours`, the part of its grammar that places to eat really use, as
/// the hours of an ordinary week.
///
/// What an ordinary week doesn't have is left out: public and school holidays (`PH off`), the n-th
/// weekday of a month (`Su[1]`). Seasons (`Apr-Sep: …`) count only where nothing is said for the
/// whole year. Grammar: <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>
public final class OpeningHoursText {
    private static final int DAY_MINUTES = 24 * 60;
    private static final int MOST_OPENINGS = 42;
    private static final List<Day> WEEK = List.of(Day.values());
    private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");

    private static final Pattern COMMENT = Pattern.compile("\"[^\"]*\"");

    /// `Mo-Fr 08:00-18:00, Sa 09:00-12:00`: the comma starts another rule, not another time.
    private static final Pattern ALSO =
            Pattern.compile("(?<=:\\d\\d|\\d\\+|off|closed|\\?),(?=[a-z])");

    private static final String DATE =
            // a number is the day of the month unless it is the hour of what follows: Jul 10:00
            "(?:\\d{4}(?:-\\d{4})?\\+? ?)?(?:MONTH(?: NUMBER)?(?:-(?:MONTH(?: NUMBER)?|NUMBER))?)"
                    .replace("MONTH", "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
                    .replace("NUMBER", "\\d{1,2}(?!\\d|:\\d)");
    private static final String SEASON =
            list("(?:DATE|week \\d+(?:-\\d+)?|\\d{4}(?:-\\d{4})?(?= ))".replace("DATE", DATE));
    private static final String WEEKDAYS =
            list("DAY(?:-DAY)?(?:\\[[^]]*])?".replace("DAY", "(?:mo|tu|we|th|fr|sa|su|ph|sh)"));
    private static final String FROM = "(?:[01]?\\d|2[0-3])(?::[0-5]\\d)?";
    private static final String TO = "(?:[0-3]?\\d|4[0-8])(?::[0-5]\\d)?";
    private static final Pattern SPAN =
            Pattern.compile("(%s)(?:-(%s)\\+?|\\+)".formatted(FROM, TO));
    private static final String TIMES =
            "off|closed|unknown|open|24/7|" + list("(?:%1$s-%2$s\\+?|%1$s\\+)".formatted(FROM, TO));
    private static final Pattern RULE =
            Pattern.compile(
                    "(?:(?<season>%s)(?:: ?| |$))?".formatted(SEASON)
                            + "(?:(?<days>%s)(?:: ?| |$))?".formatted(WEEKDAYS)
                            + "(?<times>%s)?(?: open)?".formatted(TIMES));

    private OpeningHoursText() {}

    /// The hours of an ordinary week, or nothing if the text can't be read or never opens.
    public static Optional<Hours> parse(String text) {
        var rules = new ArrayList<Rule>();
        for (var part : tidy(text).split(";", -1)) {
            var adds = false;
            for (var words : ALSO.split(part, -1)) {
                var rule = RULE.matcher(words.replace("?", "").strip());
                if (!rule.matches()) return Optional.empty();
                if (!words.isBlank()) rules.add(read(rule, adds, words.contains("?")));
                adds = true;
            }
        }
        var weekly = week(everyday(rules));
        return weekly.isEmpty() || weekly.size() > MOST_OPENINGS
                ? Optional.empty()
                : Optional.of(new Hours(weekly, List.of()));
    }

    /// Lower case, one kind of dash, no needless spaces, and `?` for every comment.
    private static String tidy(String text) {
        return COMMENT.matcher(text)
                .replaceAll(" ? ")
                .split("\\|\\|", 2)[0] // what follows is for those who can't read the first part
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u2010-\u2015\u2212]", "-")
                .replaceAll("\\s*([-,;])\\s*", "$1")
                .replaceAll("\\s+", " ");
    }

    private static Rule read(MatchResult rule, boolean adds, boolean comment) {
        var times = rule.group("times");
        // "Sa on request": nobody can say that it is open
        var closed = times == null ? comment : Set.of("off", "closed", "unknown").contains(times);
        return new Rule(
                rule.group("season") != null,
                adds && !closed,
                days(rule.group("days")),
                closed ? List.of() : spans(times));
    }

    private static Set<Day> days(@Nullable String text) {
        if (text == null) return EnumSet.allOf(Day.class);
        var days = EnumSet.noneOf(Day.class);
        for (var item : text.split(",", -1)) {
            var ends = Arrays.stream(item.split("-", -1)).map(DAYS::indexOf).toList();
            if (ends.contains(-1)) continue; // a holiday, or the n-th such day of a month
            var last = ends.getLast() < ends.getFirst() ? ends.getLast() + 7 : ends.getLast();
            for (int day = ends.getFirst(); day <= last; day++) days.add(WEEK.get(day % 7));
        }
        return days;
    }

    private static List<Minutes> spans(@Nullable String text) {
        if (text == null || text.equals("open") || text.equals("24/7"))
            return List.of(new Minutes(0, DAY_MINUTES));
        return SPAN.matcher(text)
                .results()
                .map(span -> Minutes.between(minutes(span.group(1)), span.group(2)))
                .toList();
    }

    private static int minutes(String time) {
        var parts = time.split(":", -1);
        return Integer.parseInt(parts[0]) * 60
                + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }

    /// The rules of the whole year; if these never open, the seasons as if they lasted all year.
    private static List<Rule> everyday(List<Rule> rules) {
        var whole = rules.stream().filter(rule -> !rule.seasonal).toList();
        if (whole.stream().anyMatch(Rule::opens)) return whole;
        return rules.stream().filter(rule -> rule.opens() || !rule.seasonal).toList();
    }

    private static List<Opening> week(List<Rule> rules) {
        Map<Day, TreeSet<Minutes>> week = new EnumMap<>(Day.class);
        for (var rule : rules)
            for (var day : rule.days) {
                var spans = week.computeIfAbsent(day, _ -> new TreeSet<>());
                if (!rule.adds) spans.clear();
                for (var span : rule.spans) Minutes.join(spans, span);
            }
        var weekly = new ArrayList<Opening>();
        week.forEach((day, spans) -> spans.forEach(span -> weekly.add(span.on(day))));
        return weekly;
    }

    /// @param adds to what earlier rules say for the same days, instead of replacing it
    private record Rule(boolean seasonal, boolean adds, Set<Day> days, List<Minutes> spans) {
        boolean opens() {
            return !days.isEmpty() && !spans.isEmpty();
        }
    }

    /// Minutes since the midnight before, so that 02:00 in the night after is 26 × 60.
    private record Minutes(int from, int to) implements Comparable<Minutes> {
        static Minutes between(int from, @Nullable String end) {
            // "18:00+" ends when the last guest leaves
            if (end == null) return new Minutes(from, Math.max(23 * 60, from + 180));
            var to = minutes(end);
            if (to <= from) to += DAY_MINUTES;
            return new Minutes(from, Math.min(to, from + DAY_MINUTES));
        }

        static void join(TreeSet<Minutes> spans, Minutes span) {
            var touching =
                    spans.stream().filter(s -> s.from <= span.to && span.from <= s.to).toList();
            spans.removeAll(touching);
            var from = touching.stream().mapToInt(Minutes::from).min().orElse(span.from);
            var to = touching.stream().mapToInt(Minutes::to).max().orElse(span.to);
            var longest = Math.min(from, span.from) + DAY_MINUTES;
            spans.add(
                    new Minutes(
                            Math.min(from, span.from), Math.min(Math.max(to, span.to), longest)));
        }

        Opening on(Day day) {
            return new Opening(day, time(from), time(to));
        }

        private static LocalTime time(int minutes) {
            return LocalTime.ofSecondOfDay(minutes % DAY_MINUTES * 60L);
        }

        @Override
        public int compareTo(Minutes other) {
            return Integer.compare(from, other.from);
        }
    }

    private static String list(String item) {
        return "%s(?:,%s)*".formatted(item, item);
    }
}
