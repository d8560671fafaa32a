/// When food arrives. Learns from what kitchens, ways and doors really took, reckons the range that
/// customers are told, and measures how good it was. Owns the lessons. Start reading at
/// [gofood.delivery.eta.Learned], then [gofood.delivery.eta.Forecast].
@NullMarked
package gofood.delivery.eta;

import org.jspecify.annotations.NullMarked;
