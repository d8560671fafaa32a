/// What we deploy with, held against the code: manifests, compose file and images must name only
/// what is there.
@NullMarked
package gofood.deploy;

import org.jspecify.annotations.NullMarked;
