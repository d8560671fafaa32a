package gofood.city.zones;

import gofood.contracts.CityApi.Area;
import java.time.Duration;
import java.util.Optional;

/// How far a kitchen delivers, without what an operator says.
///
/// @param time a bicycle's way
/// @param area drawn by the restaurant; empty for all that is within the time
record Reach(Duration time, Optional<Area> area) {}
