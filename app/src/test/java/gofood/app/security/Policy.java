package gofood.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The table of `policy.txt`.
record Policy(List<Line> lines) {
    private static final Policy READ = read();

    /// @param service or `every`
    /// @param instead what who is refused hears instead of the usual
    /// @param target the path to ask for, with its `$names`
    record Line(
            String service,
            String method,
            String path,
            Set<Persona> may,
            Map<Persona, Integer> instead,
            boolean inside,
            boolean page,
            String target,
            String body) {
        String name() {
            return method + " " + path;
        }

        boolean isOf(String running) {
            return service.equals(running)
                    || (service.equals("every") && !running.equals("gateway"));
        }
    }

    static Policy read() {
        try (var in = Policy.class.getResourceAsStream("/security/policy.txt")) {
            return parse(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A good body for this route, as the table has it; empty where it has none.
    static String usual(String name) {
        return READ.lines.stream()
                .filter(line -> line.name().equals(name) && line.body().startsWith("{"))
                .map(Line::body)
                .findFirst()
                .orElse("");
    }

    private static Policy parse(String text) {
        var lines = new ArrayList<Line>();
        var service = "";
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (line.startsWith("[")) service = line.substring(1, line.length() - 1);
            else lines.add(line(service, line));
        }
        return new Policy(lines);
    }

    private static Line line(String service, String text) {
        var columns = text.split(" \\|", -1);
        var route = columns[0].strip().split(" ", 2);
        var may = EnumSet.noneOf(Persona.class);
        var instead = new EnumMap<Persona, Integer>(Persona.class);
        var words = List.of(columns[1].strip().split(" +"));
        for (var word : words) {
            var exception = word.split("=", 2);
            if (exception.length == 2)
                instead.put(Persona.of(exception[0]), Integer.valueOf(exception[1]));
            else may.addAll(personas(word));
        }
        // the last column is what everybody who is refused hears
        if (columns.length > 3)
            for (var persona : EnumSet.complementOf(may))
                instead.put(persona, Integer.valueOf(columns[3].strip()));
        var usual =
                route[1].replaceAll("\\{([a-z]+)\\}", "\\$$1")
                        .replaceAll("\\{([a-z_]+)\\}", "\\$$1");
        var how = columns.length > 2 ? columns[2].strip() : usual;
        var parts = how.split(" ", 2);
        return new Line(
                service,
                route[0],
                route[1],
                may,
                instead,
                words.contains("inside"),
                words.contains("page"),
                parts[0],
                parts.length > 1 ? parts[1] : "");
    }

    private static Set<Persona> personas(String word) {
        return switch (word) {
            case "anyone" -> EnumSet.allOf(Persona.class);
            case "signed-in" -> EnumSet.complementOf(EnumSet.of(Persona.NOBODY));
            case "people" -> EnumSet.complementOf(EnumSet.of(Persona.NOBODY, Persona.SERVICE));
            case "inside", "page", "" -> Set.of();
            default -> Set.of(Persona.of(word));
        };
    }
}
