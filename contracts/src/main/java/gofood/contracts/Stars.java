package gofood.contracts;

/// What those who rated gave, on average.
///
/// @param average 1 to 5, with one decimal
/// @param count how many rated
public record Stars(double average, int count) {}
