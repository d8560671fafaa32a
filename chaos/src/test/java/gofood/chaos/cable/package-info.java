@NullMarked
package gofood.chaos.cable;

import org.jspecify.annotations.NullMarked;
