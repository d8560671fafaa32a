package gofood.platform.events;

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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Where other services' events arrive: `POST /events` with a batch. Each event is applied once, in
/// the transaction that notes its id.
public final class Inbox {
    private static final int BODY_LIMIT = 16 << 20;
    private static final System.Logger LOG = System.getLogger(Inbox.class.getName());

    private final Db db;
    private final Map<String, Family<?>> families = new HashMap<>();

    public Inbox(Db db) {
        this.db = db;
    }

    /// What an event does here.
    public interface Effect<E> {
        void apply(Tx tx, E event);
    }

    /// What events that come together do here, so that what they need is read at once, and what
    /// they change is written at once. Often it is one event.
    public interface Together<E> {
        Applying<E> begin(Tx tx, List<E> events);
    }

    /// Applies one after the other, in the order in which they came, and then writes.
    public interface Applying<E> {
        void apply(E event);

        void end();

        static <E> Applying<E> of(Consumer<E> effect, Runnable end) {
            return new Applying<>() {
                @Override
                public void apply(E event) {
                    effect.accept(event);
                }

                @Override
                public void end() {
                    end.run();
                }
            };
        }
    }

    /// How the events of a family are read and applied.
    private static final class Family<E> {
        private final Map<String, Class<? extends E>> types;
        private final Together<E> effect;

        Family(Map<String, Class<? extends E>> types, Together<E> effect) {
            this.types = types;
            this.effect = effect;
        }

        void apply(Tx tx, List<CloudEvent> told) {
            var events = told.stream().map(this::read).toList();
            var applying = effect.begin(tx, events);
            for (int i = 0; i < events.size(); i++) {
                var event = events.get(i);
                var scope = RequestScope.of(told.get(i).traceparent(), null);
                try (var part =
                        Part.following(scope.traceparent(), "apply " + told.get(i).type())) {
                    scope.within(part).run(() -> applying.apply(event));
                }
            }
            applying.end();
        }

        private E read(CloudEvent event) {
            return Json.read(event.data(), Objects.requireNonNull(types.get(event.type())));
        }
    }

    /// Says what the events of a sealed family do here, each by itself.
    public <E> Inbox on(Class<E> family, Effect<E> effect) {
        return together(family, (tx, _) -> Applying.of(event -> effect.apply(tx, event), () -> {}));
    }

    /// Says what the events of a sealed family do here, as many as come together.
    public <E> Inbox together(Class<E> events, Together<E> effect) {
        var family = new Family<>(CloudEvent.typesOf(events), effect);
        family.types.keySet().forEach(type -> families.put(type, family));
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

    /// All at once, which is fast; when that fails, half and half again, so that what can't be
    /// applied fails alone.
    List<CloudEvent.Failure> applyAll(List<CloudEvent> batch) {
        var failures = new ArrayList<CloudEvent.Failure>();
        apply(batch, new HashSet<>(), failures);
        return failures;
    }

    /// @param blocked the keys of which an event failed, so that nothing behind it may be applied
    private void apply(
            List<CloudEvent> batch, Set<String> blocked, List<CloudEvent.Failure> failures) {
        var free = new ArrayList<CloudEvent>(batch.size());
        for (var event : batch)
            if (!blocked.contains(event.subject())) free.add(event);
            else failures.add(new CloudEvent.Failure(event.id(), Why.BEHIND, ""));
        if (free.isEmpty()) return;
        try {
            db.run(tx -> apply(tx, free));
        } catch (RuntimeException e) {
            if (free.size() == 1) {
                blocked.add(free.getFirst().subject());
                failures.add(failure(free.getFirst(), e));
            } else {
                var half = free.size() / 2;
                apply(free.subList(0, half), blocked, failures);
                apply(free.subList(half, free.size()), blocked, failures);
            }
        }
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
        var fresh = note(tx, batch);
        var together = new ArrayList<CloudEvent>();
        Family<?> family = null;
        for (var event : batch) {
            if (!fresh.contains(event.id())) continue;
            var its = familyOf(event);
            if (family != null && family != its) {
                family.apply(tx, together);
                together.clear();
            }
            family = its;
            together.add(event);
        }
        if (family != null) family.apply(tx, together);
    }

    /// @return which of them are new here
    private static Set<UUID> note(Tx tx, List<CloudEvent> batch) {
        var ids = batch.stream().map(event -> event.id().toString()).toArray(String[]::new);
        return new HashSet<>(
                tx.list(
                        """
                        INSERT INTO inbox (id) SELECT unnest(?::uuid[])
                        ON CONFLICT DO NOTHING
                        RETURNING id
                        """,
                        row -> row.uuid("id"),
                        (Object) ids));
    }

    private Family<?> familyOf(CloudEvent event) {
        var family = families.get(event.type());
        if (family == null)
            throw new Refused(422, "unknown_event", "Nobody here knows " + event.type() + ".");
        return family;
    }
}
