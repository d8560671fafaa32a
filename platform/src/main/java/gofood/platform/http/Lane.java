package gofood.platform.http;

/// Requests that share one [AdaptiveLimit]: as a rule those of one route.
///
/// @param name for the metrics, so there must be few: `GET /orders/{order_id}`
public record Lane(String name, Importance importance) {}
