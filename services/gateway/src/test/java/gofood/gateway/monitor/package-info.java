/// The monitor's rules and its memory, by a clock of the tests' own.
@NullMarked
package gofood.gateway.monitor;

import org.jspecify.annotations.NullMarked;
