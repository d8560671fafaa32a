package gofood.gateway;

import io.helidon.http.Headers;
import io.helidon.http.Method;
import java.time.Duration;

/// A request as it goes on to a service.
///
/// @param target path and query, encoded as they came
/// @param headers ready for the service, see [PassedOn]
/// @param stream the answer is a live stream
/// @param repeatable doing it twice is the same as doing it once
/// @param hurried the client waits less than the route allows, so its time-out says nothing about
///   the service
/// @param deadlineNanos on the clock of [System#nanoTime]
record Ask(
        Method method,
        String target,
        Headers headers,
        byte[] body,
        boolean stream,
        boolean repeatable,
        boolean hurried,
        long deadlineNanos) {

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }
}
