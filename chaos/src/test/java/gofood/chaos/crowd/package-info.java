@NullMarked
package gofood.chaos.crowd;

import org.jspecify.annotations.NullMarked;
