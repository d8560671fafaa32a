/// Who makes load, and what it is compared with: wrk, pgbench, nginx, and an open loop of our own.
@NullMarked
package gofood.bench.load;

import org.jspecify.annotations.NullMarked;
