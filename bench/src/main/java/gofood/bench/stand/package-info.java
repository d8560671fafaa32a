/// The test stand: goFOOD in a process of its own, its databases, and a town that is settled
/// through the public API.
@NullMarked
package gofood.bench.stand;

import org.jspecify.annotations.NullMarked;
