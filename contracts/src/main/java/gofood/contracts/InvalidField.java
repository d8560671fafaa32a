package gofood.contracts;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value that the wire does not accept; the reply is 422 and names the field.
public final class InvalidField extends IllegalArgumentException {
    private final String field;

    /// @param field the name on the wire
    /// @param rule what the value must be, to follow the field's name: "must be 1 to 99"
    public InvalidField(String field, String rule) {
        super(rule);
        this.field = field;
    }

    public String field() {
        return field;
    }

    public String rule() {
        return Objects.requireNonNull(getMessage());
    }

    static void text(String field, @Nullable String value, int least, int most) {
        if (value == null) return;
        // as people count: a smiley is one
        var stripped = value.strip();
        if (stripped.codePointCount(0, stripped.length()) < least
                || value.codePointCount(0, value.length()) > most)
            throw new InvalidField(field, "must have %d to %d characters".formatted(least, most));
        if (value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r'))
            throw new InvalidField(field, "must not contain control characters");
    }

    static void number(String field, @Nullable Number value, long least, long most) {
        if (value != null && (value.longValue() < least || value.longValue() > most))
            throw new InvalidField(field, "must be %d to %d".formatted(least, most));
    }

    static void id(String field, long value) {
        if (value < 1) throw new InvalidField(field, "must be the number of something that exists");
    }

    static void size(String field, @Nullable Collection<?> value, int least, int most) {
        if (value != null && (value.size() < least || value.size() > most))
            throw new InvalidField(field, "must have %d to %d entries".formatted(least, most));
    }

    /// @param mostCents the limit, in hundredths
    static void amount(String field, @Nullable Money value, long mostCents) {
        var most = Money.cents(mostCents);
        if (value != null && (Money.ZERO.isMoreThan(value) || value.isMoreThan(most)))
            throw new InvalidField(field, "must be 0 to " + most);
    }

    /// An amount that is more than nothing.
    static void payable(String field, @Nullable Money value, long mostCents) {
        var most = Money.cents(mostCents);
        if (value != null && (!value.isPositive() || value.isMoreThan(most)))
            throw new InvalidField(field, "must be more than 0 and at most " + most);
    }
}
