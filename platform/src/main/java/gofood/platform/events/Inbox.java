package gofood.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.db.SqlFailed;
import gofood.platform.db.Tx;
import gofood.platform.events.CloudEvent.Why;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.RequestScope;
import gofood.platform.http.Routes;
import gofood.platform.trace.Part;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Where other services' events arrive: `POST /events` with a batch. Each event is applied once, in
/// the transaction that notes its id.
public final class Inbox {
    private static final int BODY_LIMIT = 16 << 20;
    private static final System.Logger LOG = System.getLogger(Inbox.class.getName());

    private final Db db;
    private final Map<String, Applier> appliers = new HashMap<>();

    public Inbox(Db db) {
        this.db = db;
    }

    /// What an event does here.
    public interface Effect<E> {
        void apply(Tx tx, E event);
    }

    private interface Applier {
        void apply(Tx tx, JsonNode data);
    }

    /// Says what the events of a sealed family do here.
    public <E> Inbox on(Class<E> family, Effect<E> effect) {
        CloudEvent.typesOf(family)
                .forEach((type, event) ->
                        appliers.put(
                                type, (tx, data) -> effect.apply(tx, Json.convert(data, event))));
        return this;
    }

    public Routes routes() {
        return new Routes()
                .post("/events", Access.only(Role.SERVICE), this::receive)
                .upTo(BODY_LIMIT);
    }

    private Reply receive(Call call) {
        var batch = List.of(Json.read(call.bytes(), CloudEvent[].class));
        return Reply.ok(new CloudEvent.Outcome(applyAll(batch)));
    }

    /// All at once, which is fast; when one fails, one by one, so that it fails alone.
    List<CloudEvent.Failure> applyAll(List<CloudEvent> batch) {
        try {
            db.run(tx -> apply(tx, batch));
            return List.of();
        } catch (RuntimeException e) {
            return applyEach(batch);
        }
    }

    private List<CloudEvent.Failure> applyEach(List<CloudEvent> batch) {
        var failures = new ArrayList<CloudEvent.Failure>();
        var blocked = new HashSet<String>();
        for (var event : batch) {
            if (blocked.contains(event.subject())) {
                failures.add(new CloudEvent.Failure(event.id(), Why.BEHIND, ""));
                continue;
            }
            try {
                db.run(tx -> apply(tx, List.of(event)));
            } catch (RuntimeException e) {
                blocked.add(event.subject());
                failures.add(failure(event, e));
            }
        }
        return failures;
    }

    /// A store that is away, or an effect that says [Refused#unavailable] because it is one event
    /// ahead of another service's, is no fault of the event.
    private static CloudEvent.Failure failure(CloudEvent event, RuntimeException e) {
        var notNow =
                switch (e) {
                    case SqlFailed sql -> sql.isTransient();
                    // or the time for the batch was over before its turn came
                    case Refused refused -> refused.status() == 503 || refused.status() == 504;
                    default -> false;
                };
        var level = notNow ? System.Logger.Level.INFO : System.Logger.Level.WARNING;
        LOG.log(level, "event " + event.type() + " " + event.id(), e);
        return new CloudEvent.Failure(
                event.id(),
                notNow ? Why.NOT_NOW : Why.FAILED,
                e instanceof Refused
                        ? String.valueOf(e.getMessage())
                        : e.getClass().getSimpleName());
    }

    private void apply(Tx tx, List<CloudEvent> batch) {
        var ids = batch.stream().map(CloudEvent::id).toList();
        var fresh =
                new HashSet<UUID>(
                        tx.list(
                                """
                                INSERT INTO inbox (id) SELECT unnest(?::uuid[])
                                ON CONFLICT DO NOTHING
                                RETURNING id
                                """,
                                row -> row.uuid("id"),
                                (Object) ids.stream().map(UUID::toString).toArray(String[]::new)));
        for (var event : batch) {
            if (!fresh.contains(event.id())) continue;
            var applier = appliers.get(event.type());
            if (applier == null)
                throw new Refused(422, "unknown_event", "Nobody here knows " + event.type() + ".");
            var scope = RequestScope.of(event.traceparent(), null);
            try (var part = Part.following(scope.traceparent(), "apply " + event.type())) {
                scope.within(part).run(() -> applier.apply(tx, event.data()));
            }
        }
    }
}
