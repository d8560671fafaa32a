package gofood.contracts;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A value that the wire does not accept; the reply is 422 and names the field.
public final class InvalidField extends IllegalArgumentException {
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[ .-]?\\d){11,}");

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
        var length = value.strip().length();
        if (length < least || value.length() > most)
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

    static void amount(String field, @Nullable Money value, long leastCents, long mostCents) {
        var least = Money.cents(leastCents);
        var most = Money.cents(mostCents);
        if (value != null && (least.isMoreThan(value) || value.isMoreThan(most)))
            throw new InvalidField(field, "must be %s to %s".formatted(least, most));
    }

    /// Nobody sends us a card number, nor a code that goes with one: whoever holds such must keep
    /// rules that we don't want to need. What looks like one passes the sum of ISO/IEC 7812.
    static void noCardNumber(String field, @Nullable String value) {
        if (value == null) return;
        var digits = DIGITS.matcher(value);
        while (digits.find())
            if (isCardNumber(digits.group().replaceAll("[ .-]", "")))
                throw new InvalidField(field, "must not contain a card number");
    }

    private static boolean isCardNumber(String digits) {
        int length = digits.length();
        if (length < 12 || length > 19) return false;
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(length - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
