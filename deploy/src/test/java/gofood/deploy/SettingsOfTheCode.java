package gofood.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// The settings that the code reads, found in its text: every constant that is written like one. A
/// setting is text in capitals with an underscore, or a single word that an `Env` is asked for.
final class SettingsOfTheCode {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// Those that have an image, in the order in which one meets them.
    static final List<String> DEPLOYABLES =
            List.of(
                    "gateway",
                    "user",
                    "restaurant",
                    "order",
                    "payment",
                    "delivery",
                    "notification",
                    "city",
                    "simulator");

    private static final String VALUE =
            "(?:\\s*,\\s*(\"[^\"]*\"|[0-9][0-9_]*(?: (?:\\*|<<) [0-9_]+)*)\\s*\\))?";
    private static final Pattern CONSTANT =
            Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"" + VALUE);
    private static final Pattern WORD = Pattern.compile("env\\.\\w+\\(\\s*\"([A-Z]+)\"" + VALUE);

    private SettingsOfTheCode() {}

    /// The folder of a service, or of the simulator.
    static Path folder(String deployable) {
        return ROOT.resolve(
                deployable.equals("simulator") ? "simulator" : "services/" + deployable);
    }

    /// Names, with their default where the code says it as a constant, else empty.
    static Map<String, String> withDefaults() {
        var found = new TreeMap<String, String>();
        collect(ROOT.resolve("platform"), found);
        for (var each : DEPLOYABLES) collect(folder(each), found);
        return found;
    }

    /// What one of them may be told, those included whose names are put together.
    static Set<String> of(String deployable) {
        var found = new TreeMap<String, String>();
        collect(ROOT.resolve("platform"), found);
        collect(folder(deployable), found);
        var names = new TreeSet<>(found.keySet());
        var own = prefix(deployable);
        names.add(own + "PORT");
        for (var other : DEPLOYABLES) names.add(prefix(other) + "URL");
        if (!List.of("gateway", "simulator").contains(deployable))
            for (var what : List.of("URL", "USER", "PASSWORD", "POOL"))
                names.add(own + "DATABASE_" + what);
        return names;
    }

    static String prefix(String deployable) {
        return deployable.toUpperCase(Locale.ROOT) + "_";
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path module, Map<String, String> found) {
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(SettingsOfTheCode::read)
                    .forEach(code -> collect(code, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void collect(String code, Map<String, String> found) {
        for (var pattern : List.of(CONSTANT, WORD))
            for (var hit = pattern.matcher(code); hit.find(); )
                found.merge(
                        hit.group(1),
                        hit.group(2) == null ? "" : value(hit.group(2)),
                        (one, other) -> one.isEmpty() ? other : one);
    }

    // 19 * 1024, 64 << 20 and 1_000, as a person would say them
    private static String value(String expression) {
        if (expression.startsWith("\"")) return expression.substring(1, expression.length() - 1);
        var plain = expression.replace("_", "");
        if (plain.contains("<<")) {
            var sides = numbers(plain, " << ").toArray();
            return Long.toString(sides[0] << sides[1]);
        }
        return Long.toString(numbers(plain, " \\* ").reduce(1, (a, b) -> a * b));
    }

    private static LongStream numbers(String text, String between) {
        return Arrays.stream(text.split(between)).mapToLong(Long::parseLong);
    }
}
