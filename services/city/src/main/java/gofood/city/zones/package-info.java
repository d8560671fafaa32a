/// Where each restaurant delivers: what a bicycle reaches in time, or a drawn area, less what an
/// operator has taken away for a while.
@NullMarked
package gofood.city.zones;

import org.jspecify.annotations.NullMarked;
