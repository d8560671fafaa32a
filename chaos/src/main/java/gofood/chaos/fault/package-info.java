/// Everything that is broken on purpose.
@NullMarked
package gofood.chaos.fault;

import org.jspecify.annotations.NullMarked;
