/// The launcher: it starts PostgreSQL and the services, all in one JVM or one process each, and
/// stops them in order. The only place that knows every service.
@NullMarked
package gofood.app;

import org.jspecify.annotations.NullMarked;
