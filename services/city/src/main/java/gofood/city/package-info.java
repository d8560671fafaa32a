/// What the map knows.
///
/// - Does: reads the city's OpenStreetMap extract, finds addresses by words and by position, lists
///   the places to eat.
/// - Owns: what was read from the extract. All of it is kept in memory while the service runs.
/// - Calls: nobody.
/// - Emits: nothing.
@NullMarked
package gofood.city;

import org.jspecify.annotations.NullMarked;
