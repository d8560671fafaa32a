/// What goes over the wire: JSON, and the one exception that becomes a problem document.
@NullMarked
package gofood.platform.wire;

import org.jspecify.annotations.NullMarked;
