package gofood.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/// Looks for what no log may have. It keeps only the lines that have it.
public final class Telltale extends Handler {
    private static final List<Pattern> SECRETS =
            List.of(
                    // tokens of people and of services, tracking links and refresh tokens
                    Pattern.compile("eyJ[\\w-]{10,}"),
                    Pattern.compile("(?i)bearer +[\\w-]{8,}"),
                    Pattern.compile(
                            "(?i)(refresh_token|authorization|password|delivery_pin)\"? *[:=]"),
                    Pattern.compile("whsec_[\\w+/=]{8,}"),
                    Pattern.compile("/tracking/[\\w.-]{12,}"),
                    // e-mails but those that the demo is documented with
                    Pattern.compile("[\\w.+-]+@example\\.(test|com)"),
                    // cards and what stands for one
                    Pattern.compile("\\btok_\\w+"),
                    Pattern.compile("\\b4[ -]?1{3}[ -]?1{4}[ -]?1{4}[ -]?1{4}\\b|\\b4242 ?4242"),
                    Pattern.compile(Pattern.quote(Town.PASSWORD)),
                    Pattern.compile("gofood-demo"),
                    Pattern.compile(
                            "Sesame-\\w+|Rue Caruana|Place de la Visitation|\\+3779\\d{6,}"));

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Set<String> lines = new ConcurrentSkipListSet<>();
    private final LongAdder seen = new LongAdder();

    /// What is wrong in a text, by line.
    public static List<String> in(String text) {
        return text.lines().filter(Telltale::tells).toList();
    }

    private static boolean tells(String line) {
        return SECRETS.stream().anyMatch(secret -> secret.matcher(line).find());
    }

    public long seen() {
        return seen.sum();
    }

    public Set<String> lines() {
        return Set.copyOf(lines);
    }

    @Override
    public void publish(LogRecord record) {
        seen.increment();
        // with all that was thrown
        lines.addAll(in(formatter.format(record)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
