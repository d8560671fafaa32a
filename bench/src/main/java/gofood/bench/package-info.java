/// `./gofood bench`: what goFOOD does, as ratios against baselines that are measured in the same
/// run and in turns. Owns a temporary data folder and the processes it starts. Calls the public API
/// of a goFOOD in a process of its own, and PostgreSQL's `pgbench`, `nginx` and `wrk`. Emits a
/// table and JSON. Start reading at [gofood.bench.Bench].
@NullMarked
package gofood.bench;

import org.jspecify.annotations.NullMarked;
