/// Faults made on purpose: starts the whole in real processes, has people order through it, breaks
/// things from a seed, waits until all is quiet, and checks from the outside that nothing was lost,
/// stuck or charged twice.
@NullMarked
package gofood.chaos;

import org.jspecify.annotations.NullMarked;
