package gofood.contracts;

/// What those who rated gave, on average.
///
/// @param average 1 to 5, with one decimal
/// @param count how many rated
public record Stars(double average, int count) {
    /// What so many stars in all come to.
    public static Stars of(long sum, int count) {
        return new Stars(Math.round(sum * 10.0 / count) / 10.0, count);
    }
}
