/// What must hold whatever happens: I1 to I8, checked with the people's own log, the public API and
/// the services' databases.
@NullMarked
package gofood.chaos.law;

import org.jspecify.annotations.NullMarked;
