/// What every service stands on, written once: see [Foundation].
@NullMarked
package gofood.platform;

import org.jspecify.annotations.NullMarked;
