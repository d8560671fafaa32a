package gofood.gateway.desk;

import gofood.contracts.GatewayApi.AuditEntry;
import gofood.contracts.GatewayApi.AuditList;
import gofood.contracts.UserApi.Role;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Peer;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `GET /audit`: what was done in all services, merged from their own books, newest first. A page's
/// cursor says for each service how far it was read, so that a page is neither doubled nor torn
/// when new entries come.
public final class WholeAudit {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PAGE = 50;

    private final Map<String, Peer> services;

    /// What one service gave.
    ///
    /// @param list nothing without an answer
    private record Part(String service, Optional<AuditList> list) {
        List<AuditEntry> entries() {
            return list.map(AuditList::entries).orElse(List.of());
        }

        long newest() {
            return entries().isEmpty() ? 0 : entries().getFirst().auditId();
        }

        boolean goesOn() {
            return list.map(AuditList::nextCursor).isPresent();
        }
    }

    /// How far each service was read: only entries with lower numbers follow.
    public record Position(Map<String, Long> read) {}

    public WholeAudit(Map<String, Peer> services) {
        this.services = new TreeMap<>(services);
    }

    public Routes routes() {
        return new Routes().get("/audit", Access.only(Role.OPERATOR), this::list);
    }

    private Reply list(Call call) {
        var limit = call.limit(PAGE);
        var read = new HashMap<>(call.query("cursor").map(WholeAudit::parse).orElse(Map.of()));
        var parts =
                AtOnce.ask(
                        services.entrySet(),
                        PATIENCE,
                        one -> read(one.getKey(), one.getValue(), limit, read.get(one.getKey())));
        var merged =
                parts.stream()
                        .flatMap(part -> part.entries().stream())
                        .sorted(Comparator.comparing(AuditEntry::at).reversed())
                        .toList();
        var page = merged.subList(0, Math.min(limit, merged.size()));
        // what comes from now on belongs before the first page
        for (var part : parts)
            if (part.list.isPresent()) read.putIfAbsent(part.service, part.newest() + 1);
        for (var entry : page) read.merge(entry.service(), entry.auditId(), Math::min);
        var unreachable =
                parts.stream().filter(part -> part.list.isEmpty()).map(Part::service).toList();
        // who didn't answer may have more, but nobody shall ask for ever
        var goesOn = merged.size() > page.size() || parts.stream().anyMatch(Part::goesOn);
        return Reply.ok(new AuditList(page, goesOn ? text(read) : null, unreachable));
    }

    private static Part read(String service, Peer peer, int limit, @Nullable Long before) {
        var path = "/audit?limit=" + limit;
        if (before != null) path += "&cursor=" + Call.cursorAfter(before);
        try {
            var answer = peer.get(path);
            return new Part(
                    service,
                    answer.isOk() ? Optional.of(answer.as(AuditList.class)) : Optional.empty());
        } catch (Refused away) {
            return new Part(service, Optional.empty());
        }
    }

    private static String text(Map<String, Long> read) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(read));
    }

    private static Map<String, Long> parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var position = "{\"read\":" + text + "}";
            return Json.read(position.getBytes(StandardCharsets.UTF_8), Position.class).read();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw Refused.invalid("cursor", "must be a cursor that an earlier page gave");
        }
    }
}
