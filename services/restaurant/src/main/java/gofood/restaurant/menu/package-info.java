/// The restaurants and their menus: dishes, opening hours, and how fast a kitchen is driven.
///
/// Owns: restaurant, dish. Calls and hears nobody.
@NullMarked
package gofood.restaurant.menu;

import org.jspecify.annotations.NullMarked;
