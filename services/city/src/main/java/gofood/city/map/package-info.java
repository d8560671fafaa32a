/// The map on the screen.
///
/// - Does: reads one OpenStreetMap extract into features by layer, cuts vector tiles out of them on
///   demand, and says how they look.
/// - Owns: a file of features in its folder, which the next start reads again; finished tiles in
///   memory.
/// - Calls: nobody.
/// - Emits: nothing.
@NullMarked
package gofood.city.map;

import org.jspecify.annotations.NullMarked;
