/// How a service is started, configured and stopped. The same service runs beside the others in one
/// JVM or alone in a container; it cannot tell which.
@NullMarked
package gofood.platform.run;

import org.jspecify.annotations.NullMarked;
