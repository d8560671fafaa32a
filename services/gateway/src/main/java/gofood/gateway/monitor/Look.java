package gofood.gateway.monitor;

import gofood.platform.http.Standard.Signs;
import java.util.List;
import java.util.Optional;

/// What the monitor saw of a service at one time.
///
/// @param passed in the last minute
record Look(String service, List<Replica> replicas, Traffic.Passed passed) {

    /// @param number from 1
    /// @param latencyMs how long it took to answer, or until it was given up
    /// @param told nothing without an answer
    record Replica(int number, long latencyMs, Optional<Told> told) {
        boolean isWell() {
            return told.filter(Told::isOk).isPresent();
        }
    }

    /// What a replica says of itself.
    record Told(boolean isOk, Signs signs) {}

    List<Told> told() {
        return replicas.stream().map(Replica::told).flatMap(Optional::stream).toList();
    }

    int up() {
        return (int) replicas.stream().filter(Replica::isWell).count();
    }

    long slowest() {
        return replicas.stream().mapToLong(Replica::latencyMs).max().orElse(0);
    }
}
