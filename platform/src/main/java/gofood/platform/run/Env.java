package gofood.platform.run;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The settings that a service is started with: one flat map of names and texts, from the
/// environment in a container and from the launcher on a laptop. A value that is missing or wrong
/// fails the start with a sentence that names it.
public record Env(Map<String, String> values) {
    public Env {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    public String text(String name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalStateException("The setting " + name + " is missing."));
    }

    public String text(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    public int number(String name, int otherwise) {
        var value = find(name);
        try {
            return value.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "The setting %s must be a whole number, not %s.".formatted(name, value), e);
        }
    }

    /// A decimal number, for example an amount in the currency's main unit: `1.99`.
    public BigDecimal decimal(String name, String otherwise) {
        var value = text(name, otherwise);
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "The setting %s must be a decimal number, not %s.".formatted(name, value), e);
        }
    }

    public Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    /// Where a service listens, for example `ORDER_PORT`.
    public int port(String service) {
        return Integer.parseInt(text(prefix(service) + "PORT"));
    }

    /// Where the replicas of a service are, for example
    /// `ORDER_URL=http://10.0.0.7:8082,http://10.0.0.8:8082`.
    public List<URI> peers(String service) {
        return Arrays.stream(text(prefix(service) + "URL").split(","))
                .map(String::strip)
                .map(URI::create)
                .toList();
    }

    /// The prefix of a service's own settings: `ORDER_`.
    public static String prefix(String service) {
        return service.toUpperCase(Locale.ROOT) + "_";
    }
}
