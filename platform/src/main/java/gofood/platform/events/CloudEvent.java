package gofood.platform.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import gofood.platform.wire.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event on the wire, as CloudEvents 1.0 has it.
///
/// @param id the same for each delivery of the event
/// @param source the service that tells it
/// @param type `order.paid` for the record `OrderEvent.Paid`
/// @param subject the key within which events keep their order
/// @param data the record, which nobody reads before it is applied
record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        @Nullable String traceparent,
        @JsonProperty("datacontenttype") String dataContentType,
        TokenBuffer data) {

    /// The reply to a batch: what could not be applied; everything else was.
    record Outcome(List<Failure> failed) {}

    /// Why an event was not applied.
    enum Why {
        /// an earlier one of its key failed
        BEHIND,
        /// the subscriber can't work now, or has not heard yet what this event builds on
        NOT_NOW,
        FAILED
    }

    /// What went wrong is in the subscriber's log, under the event's id.
    record Failure(UUID id, Why why, String error) {}

    /// `order.paid` for `OrderEvent.Paid`.
    static String typeOf(Class<?> event) {
        var family = event.getEnclosingClass();
        if (family == null) throw new IllegalArgumentException(event + " has no family");
        var prefix = family.getSimpleName().replace("Event", "");
        return Json.snake(prefix) + "." + Json.snake(event.getSimpleName());
    }

    /// All events of a sealed family, by type.
    static <E> Map<String, Class<? extends E>> typesOf(Class<E> family) {
        var types = new HashMap<String, Class<? extends E>>();
        for (var event : family.getPermittedSubclasses())
            types.put(typeOf(event), event.asSubclass(family));
        return types;
    }
}
