package gofood.city.map;

import org.locationtech.jts.geom.Geometry;

/// A thing on the map: what it is and where.
///
/// @param shape in the coordinates of [World]
record Feature(Meaning meaning, Geometry shape) {}
