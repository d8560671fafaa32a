/// Tokens that we give away and know again, such as a quote's promise or a link to an order.
///
/// Owns the key that they are signed with. Calls and tells nobody.
@NullMarked
package gofood.order.seal;

import org.jspecify.annotations.NullMarked;
