@NullMarked
package gofood.chaos.law;

import org.jspecify.annotations.NullMarked;
