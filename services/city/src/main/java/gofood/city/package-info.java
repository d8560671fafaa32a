/// What the map knows.
///
/// - Does: reads the city's OpenStreetMap extract; finds addresses, ways and travel times; says
///   where restaurants deliver; lists the places to eat.
/// - Owns: what was read from the extract, in the database and in files; zones and restrictions.
/// - Calls: nobody.
/// - Emits: nothing.
@NullMarked
package gofood.city;

import org.jspecify.annotations.NullMarked;
