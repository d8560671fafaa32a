/// What is to be paid, computed once and to the coin. Pure: menus, distances and times are
/// arguments.
@NullMarked
package gofood.order.price;

import org.jspecify.annotations.NullMarked;
