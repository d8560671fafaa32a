/// The user service, driven from outside on a real PostgreSQL.
@NullMarked
package gofood.user;

import org.jspecify.annotations.NullMarked;
