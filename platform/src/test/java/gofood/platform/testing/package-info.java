/// What the services' tests stand on: a real PostgreSQL, tokens, neighbours played by hand, and a
/// client.
@NullMarked
package gofood.platform.testing;

import org.jspecify.annotations.NullMarked;
