/// The people of a run, who use nothing but the public API, and the log of what they were told.
@NullMarked
package gofood.chaos.crowd;

import org.jspecify.annotations.NullMarked;
