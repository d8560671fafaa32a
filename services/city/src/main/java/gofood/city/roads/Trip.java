package gofood.city.roads;

import java.util.List;

/// A way through the streets from one point to another.
///
/// @param line longitude and latitude of each point, degrees
public record Trip(int millis, int decimetres, List<double[]> line) {}
