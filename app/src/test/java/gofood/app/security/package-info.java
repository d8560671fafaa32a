/// What nobody may do, tried on the whole: through the gateway and at each service. One start is
/// shared by all of it, see `SecurityTest`; each of the other classes is one of its chapters.
@NullMarked
package gofood.app.security;

import org.jspecify.annotations.NullMarked;
