package gofood.platform;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.platform.db.Cache;
import gofood.platform.db.Db;
import gofood.platform.events.Housekeeping;
import gofood.platform.events.Inbox;
import gofood.platform.events.Outbox;
import gofood.platform.events.Parked;
import gofood.platform.events.Relay;
import gofood.platform.events.Timers;
import gofood.platform.events.Vitals;
import gofood.platform.http.Admission;
import gofood.platform.http.Audit;
import gofood.platform.http.Drain;
import gofood.platform.http.FaultSwitch;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Peer;
import gofood.platform.http.PersonalData;
import gofood.platform.http.RequestScope;
import gofood.platform.http.Routes;
import gofood.platform.http.Serving;
import gofood.platform.http.Signals;
import gofood.platform.http.Standard;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.http.UserKeys;
import gofood.platform.http.Web;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.trace.Tracing;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// What every service with a database stands on: storage, events, timers, peers, tokens and
/// metrics, opened in one place and closed in the opposite order. A service adds its own parts and
/// then calls [#serve].
public final class Foundation implements Serving {
    private static final Duration CACHE_KEEPS = Duration.ofMinutes(10);

    private final Env env;
    private final String service;
    private final Clock clock = Clock.systemUTC();
    private final PrometheusMeterRegistry metrics = Meters.registry();
    private final Signals signals = new Signals();
    private final Outbox outbox = new Outbox();
    private final Map<String, Peer> peers = new ConcurrentHashMap<>();
    private final Deque<Running> parts = new ArrayDeque<>();
    private final Db db;
    private final Cache cache;
    private final Inbox inbox;
    private final Timers timers;
    private final Tokens tokens;
    private final FaultSwitch faults;
    private final Vitals vitals;
    private final Drain drain;
    private final Tracing tracing;
    private final Admission admission;
    private Routes personal = new Routes();
    private Routes served = new Routes();
    private Routes everything = new Routes();

    private Foundation(Env env, String service, Function<Db, Supplier<JWKSet>> keys) {
        this.env = env;
        this.service = service;
        tracing = with(Tracing.of(env, service));
        db = with(Db.open(env, service, metrics, () -> RequestScope.current().left()));
        cache = with(Cache.open(env, service, CACHE_KEEPS));
        inbox = new Inbox(db);
        timers = new Timers(db, clock, replica(), tracing);
        tokens = new Tokens(service, env.text("SERVICE_SECRET"), keys.apply(db), clock);
        faults = new FaultSwitch(env, service);
        vitals = with(new Vitals(db, outbox, metrics));
        drain = Drain.of(env);
        admission = new Admission(drain, false, metrics);
    }

    /// For every service but the user service: tokens are checked with that one's public keys.
    public static Foundation of(Env env, String service) {
        var keys = new UserKeys(service, new Upstream("user", env.peers("user")));
        return new Foundation(env, service, _ -> keys);
    }

    /// For the user service, which has the keys itself.
    public static Foundation of(Env env, String service, Function<Db, Supplier<JWKSet>> keys) {
        return new Foundation(env, service, keys);
    }

    /// Takes a part that is to be closed with the service.
    public <T extends Running> T with(T part) {
        parts.push(part);
        return part;
    }

    public Env env() {
        return env;
    }

    public Clock clock() {
        return clock;
    }

    public Db db() {
        return db;
    }

    public Cache cache() {
        return cache;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Inbox inbox() {
        return inbox;
    }

    public Timers timers() {
        return timers;
    }

    public Signals signals() {
        return signals;
    }

    public Tokens tokens() {
        return tokens;
    }

    /// Adds a figure to the service's `/status`, by which a monitor sees that something is wrong
    /// with its own trade: `ledger_differences`, `stuck_orders`. Read every few seconds.
    public Foundation figure(String name, Supplier<? extends Number> figure) {
        vitals.figure(name, figure);
        return this;
    }

    /// The faults that are made on purpose.
    public FaultSwitch faults() {
        return faults;
    }

    /// Names what the service knows of people, which it can then be asked for and told to forget.
    public Foundation personal(PersonalData known) {
        personal = PersonalData.routes(db, known);
        return this;
    }

    public PrometheusMeterRegistry meters() {
        return metrics;
    }

    public Tracing tracing() {
        return tracing;
    }

    /// Another service.
    public Peer peer(String name) {
        return peers.computeIfAbsent(name, _ -> new Peer(upstream(name), tokens));
    }

    private Upstream upstream(String name) {
        var atOnce = env.number("PEER_CALLS_AT_ONCE", Upstream.AT_ONCE);
        return new Upstream(name, env.peers(name), atOnce, metrics);
    }

    /// Starts timers and relay and listens. From here on the service answers.
    public Running serve(Routes routes) {
        new Housekeeping(db, timers, clock, auditKept()).start();
        with(timers.start());
        with(new Relay(service, replica(), db, outbox, this::peer, tracing));
        served = routes;
        var audit = new Audit(db, service);
        var all =
                new Standard(service, Optional.of(db), metrics, vitals::signs, drain)
                        .routes()
                        .addAll(inbox.routes())
                        .addAll(new Parked(db).routes())
                        .addAll(faults.routes())
                        .addAll(audit.routes())
                        .addAll(personal)
                        .addAll(routes);
        everything = all;
        var web =
                new Web(
                        tokens,
                        Optional.of(new Idempotency(db, env.text("SERVICE_SECRET"))),
                        metrics,
                        Optional.of(faults),
                        Optional.of(audit),
                        admission,
                        tracing);
        with(web.serve(env.text("BIND_HOST", "0.0.0.0"), env.port(service), all));
        with(signals);
        with(drain);
        return this;
    }

    private Duration auditKept() {
        var days = env.number("AUDIT_DAYS", 400);
        // the table gives up nothing younger
        if (days >= 365) return Duration.ofDays(days);
        throw new IllegalStateException("The setting AUDIT_DAYS must be 365 or more.");
    }

    /// What tells this replica from the others, and is the same after a restart where the machine
    /// keeps its name.
    public String replica() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + env.port(service);
        } catch (UnknownHostException e) {
            return UUID.randomUUID().toString();
        }
    }

    /// The service's own routes, to compare them with its description.
    public Routes served() {
        return served;
    }

    @Override
    public Routes everything() {
        return everything;
    }

    @Override
    public void close() {
        Running.closeAll(parts);
    }
}
