package gofood.chaos.law;

/// A law that did not hold.
///
/// @param law `I1` to `I8`
/// @param subject what it is about: `order 1007`
public record Violation(String law, String subject, String expected, String seen) {
    @Override
    public String toString() {
        return "%s  %s: expected %s, seen %s".formatted(law, subject, expected, seen);
    }
}
