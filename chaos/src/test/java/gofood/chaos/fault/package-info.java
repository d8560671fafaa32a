@NullMarked
package gofood.chaos.fault;

import org.jspecify.annotations.NullMarked;
