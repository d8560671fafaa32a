package gofood.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import gofood.platform.run.Env;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/// Where a process writes what it does: one line each, with time, level and place, to the terminal
/// or the container's log.
public final class Console {
    private Console() {}

    /// In the form that `LOG_FORMAT` says: `text` for people, `json` for programs.
    public static void open(Env env) {
        var format = env.text("LOG_FORMAT", "text");
        var lines =
                switch (format) {
                    case "text" -> "java.util.logging.SimpleFormatter";
                    case "json" -> JsonLines.class.getName();
                    default ->
                            throw new IllegalStateException(
                                    "The setting LOG_FORMAT can be text or json, not %s."
                                            .formatted(format));
                };
        configure("java.util.logging.ConsoleHandler.formatter = " + lines);
    }

    /// @param more what is said beside the usual, and counts more, as in `logging.properties`
    public static void configure(String more) {
        try (var usual = Console.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager()
                    .readConfiguration(
                            new SequenceInputStream(
                                    usual, new ByteArrayInputStream(more.getBytes(UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
