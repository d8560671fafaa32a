/// PostgreSQL with SQL in sight, idempotent creations, and the cache.
@NullMarked
package gofood.platform.db;

import org.jspecify.annotations.NullMarked;
