/// What a process says while it runs.
@NullMarked
package gofood.platform.log;

import org.jspecify.annotations.NullMarked;
