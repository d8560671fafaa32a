package gofood.gateway.desk;

import gofood.contracts.GatewayApi.ParkedEvent;
import gofood.contracts.GatewayApi.ParkedEvents;
import gofood.contracts.UserApi.Role;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Peer;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `GET /parked`: the events of all services that somebody refused for good, oldest first; and an
/// operator's word on one of them. Each service is asked with the operator's own token, so that its
/// audit names them.
public final class ParkedDesk {
    private static final Access OPERATORS = Access.only(Role.OPERATOR);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PAGE = 50;

    private final Map<String, Peer> services;

    /// As a service shows them.
    ///
    /// @param position its number there
    record Shown(
            long position,
            String subscriber,
            String key,
            String type,
            String error,
            Instant createdAt,
            Instant parkedAt) {
        ParkedEvent of(String service) {
            return new ParkedEvent(
                    service, position, subscriber, key, type, error, createdAt, parkedAt);
        }
    }

    record Page(List<Shown> events, @Nullable String nextCursor) {}

    /// What one service gave.
    ///
    /// @param page nothing without an answer
    private record Part(String service, Optional<Page> page) {
        List<ParkedEvent> events() {
            return page.stream()
                    .flatMap(it -> it.events.stream())
                    .map(shown -> shown.of(service))
                    .toList();
        }

        boolean goesOn() {
            return page.map(Page::nextCursor).isPresent();
        }
    }

    public ParkedDesk(Map<String, Peer> services) {
        this.services = new TreeMap<>(services);
    }

    public Routes routes() {
        return new Routes()
                .get("/parked", OPERATORS, this::list)
                .post("/parked/{service}/{id}/retry", OPERATORS, call -> tell(call, "retry"))
                .post("/parked/{service}/{id}/drop", OPERATORS, call -> tell(call, "drop"));
    }

    /// Without a cursor: the oldest are to be dealt with first, and then the next ones are seen.
    private Reply list(Call call) {
        var limit = call.limit(PAGE);
        var parts =
                AtOnce.ask(
                        services.entrySet(),
                        PATIENCE,
                        one -> read(one.getKey(), one.getValue(), limit, token(call)));
        var merged =
                parts.stream()
                        .flatMap(part -> part.events().stream())
                        .sorted(Comparator.comparing(ParkedEvent::parkedAt))
                        .toList();
        var unreachable =
                parts.stream().filter(part -> part.page.isEmpty()).map(Part::service).toList();
        return Reply.ok(
                new ParkedEvents(
                        merged.stream().limit(limit).toList(),
                        merged.size() > limit || parts.stream().anyMatch(Part::goesOn),
                        unreachable));
    }

    private static Part read(String service, Peer peer, int limit, Map<String, String> token) {
        try {
            var answer = peer.get("/events/parked?limit=" + limit, token);
            return new Part(
                    service, answer.isOk() ? Optional.of(answer.as(Page.class)) : Optional.empty());
        } catch (Refused away) {
            return new Part(service, Optional.empty());
        }
    }

    private Reply tell(Call call, String word) {
        var peer = services.get(call.path("service"));
        if (peer == null) throw Refused.notFound("service");
        var path = "/events/parked/%d/%s".formatted(call.id("id"), word);
        var answer = peer.post(path, Map.of(), token(call));
        if (answer.isOk()) return Reply.none();
        if (answer.status() == 404) throw Refused.notFound("parked event");
        throw Refused.unavailable("The " + call.path("service") + " service");
    }

    private static Map<String, String> token(Call call) {
        return Map.of("Authorization", call.header("Authorization").orElse(""));
    }
}
