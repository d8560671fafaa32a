/// Whole-system tests, and the tests of what only the launcher does.
@NullMarked
package gofood.app;

import org.jspecify.annotations.NullMarked;
