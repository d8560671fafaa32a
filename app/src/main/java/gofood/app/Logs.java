package gofood.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Where the process writes what it does: one line each, with time, level and place.
final class Logs {
    private static final String BOTH =
            """
            .level = INFO
            java.util.logging.SimpleFormatter.format = %1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n
            # what these find at every start is of no use to anyone
            io.zonky.level = WARNING
            io.helidon.level = WARNING
            org.flywaydb.level = WARNING
            com.zaxxer.hikari.level = WARNING
            com.graphhopper.level = WARNING
            """;

    /// Held here, since who holds no logger loses its handlers.
    private static final Logger CITY = Logger.getLogger("gofood.city.Progress");

    private Logs() {}

    /// To the terminal or the container's log.
    static void toConsole() {
        toConsole("text");
    }

    /// @param format `text` for people, `json` for programs
    static void toConsole(String format) {
        var lines =
                switch (format) {
                    case "text" -> "java.util.logging.SimpleFormatter";
                    case "json" -> JsonLines.class.getName();
                    default ->
                            throw new CannotStart(
                                    "The setting LOG_FORMAT can be text or json, not %s."
                                            .formatted(format));
                };
        configure(
                """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.encoding = UTF-8
                java.util.logging.ConsoleHandler.formatter = %s
                """
                        .formatted(lines));
    }

    /// To a file of at most 20 MB, so that the terminal stays free for what a person wants to know.
    static void toFile(Path file) {
        configure(
                """
                handlers = java.util.logging.FileHandler
                java.util.logging.FileHandler.pattern = %s
                java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
                java.util.logging.FileHandler.encoding = UTF-8
                java.util.logging.FileHandler.append = true
                java.util.logging.FileHandler.limit = 20000000
                """
                        .formatted(file.toString().replace("%", "%%").replace("\\", "\\\\")));
    }

    /// How far the reading of a map is, is for the terminal as well.
    static void tellOfTheCity(Consumer<String> say) {
        CITY.addHandler(
                new Handler() {
                    private final SimpleFormatter formatter = new SimpleFormatter();

                    @Override
                    public void publish(LogRecord line) {
                        say.accept("  " + formatter.formatMessage(line));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                });
    }

    private static void configure(String handlers) {
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream((handlers + BOTH).getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
