/// The rows of the table, one class for each kind.
@NullMarked
package gofood.bench.row;

import org.jspecify.annotations.NullMarked;
