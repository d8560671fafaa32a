/// Orders as somebody sees them who has a link: where it is, and nothing of what is in it, what it
/// cost, who ordered it and where exactly it goes.
///
/// Owns nothing: a link is a signed token, and the order knows how often they were taken back. Asks
/// delivery where the courier is. Tells nobody.
@NullMarked
package gofood.order.tracking;

import org.jspecify.annotations.NullMarked;
