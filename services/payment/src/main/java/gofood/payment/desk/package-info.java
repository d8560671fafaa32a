/// The other ways to pay: cash and credit with us, behind the same seam as a card's provider.
@NullMarked
package gofood.payment.desk;

import org.jspecify.annotations.NullMarked;
