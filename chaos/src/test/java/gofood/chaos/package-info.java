@NullMarked
package gofood.chaos;

import org.jspecify.annotations.NullMarked;
