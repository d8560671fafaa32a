/// Connections that can be damaged while they are used.
@NullMarked
package gofood.chaos.cable;

import org.jspecify.annotations.NullMarked;
