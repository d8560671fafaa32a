package gofood.app;

import gofood.platform.log.Console;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// What the launcher writes of what it does, beside what it tells the one who started it.
final class Logs {
    /// Held here, since who holds no logger loses its handlers.
    private static final Logger CITY = Logger.getLogger("gofood.city.Progress");

    private Logs() {}

    /// To a file of at most 20 MB, so that the terminal stays free for what a person wants to know.
    static void toFile(Path file) {
        Console.configure(
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
}
