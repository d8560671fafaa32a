/// The arithmetic of a comparison: pairs in turns, what is thrown away, the median and the spread,
/// and latencies counted from the moment that was meant.
@NullMarked
package gofood.bench.ratio;

import org.jspecify.annotations.NullMarked;
