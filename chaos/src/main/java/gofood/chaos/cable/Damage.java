package gofood.chaos.cable;

import java.time.Duration;

/// What is wrong with one direction of a [Cable].
public sealed interface Damage {
    /// Nothing.
    record Whole() implements Damage {}

    /// Every piece comes later, by the delay and up to `jitter` more.
    record Late(Duration delay, Duration jitter) implements Damage {}

    /// So many bytes pass in a second.
    record Narrow(int bytesPerSecond) implements Damage {}

    /// What is sent is swallowed and never comes. Connections that lost something are torn when the
    /// cable is repaired: nobody would find the thread again.
    record Lost() implements Damage {}

    /// Nothing passes as long as it lasts, not even that the other side has hung up: each side
    /// thinks that the other one is silent. What was sent comes afterwards, as TCP has it.
    record Silent() implements Damage {}

    /// Connections are reset, new ones at once.
    record Torn() implements Damage {}

    Damage WHOLE = new Whole();
}
