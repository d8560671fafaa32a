/// The gateway runs for real; the services behind it are played on bare sockets, so that they can
/// misbehave in every way that a service can.
@NullMarked
package gofood.gateway;

import org.jspecify.annotations.NullMarked;
