package gofood.gateway.monitor;

import gofood.contracts.GatewayApi.AlertList;
import gofood.contracts.GatewayApi.HealthHistory;
import gofood.contracts.GatewayApi.HealthSample;
import gofood.contracts.UserApi.Role;
import gofood.gateway.monitor.Traffic.Passed;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Live;
import gofood.platform.http.Peer;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.http.Signals;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.wire.Refused;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Looks at every service by the clock, remembers how it was doing, and raises the alarm.
///
/// The gateway has no database: a restart forgets the history and the alerts that are over, and
/// what still lasts is raised again, as a new alert. With several gateways each has its own view
/// and tells of it. What must be kept for longer is in the metrics.
public final class Monitor implements Running {
    private static final Access OPERATORS = Access.only(Role.OPERATOR);
    private static final System.Logger LOG = System.getLogger(Monitor.class.getName());
    private static final String NEWS = "alerts";

    private final MonitorConfig config;
    private final Clock clock;
    private final Eyes eyes;
    private final HealthRules rules;
    private final Alarms alarms;
    private final Traffic traffic;
    private final Signals signals = new Signals();
    private final List<Outlet> outlets = new ArrayList<>();
    private final Map<String, Memory> memories = new TreeMap<>();
    private final Set<String> known = new HashSet<>();
    private final Thread looking;
    private final Instant startedAt;
    private Instant lookedAt;

    /// What is remembered of a service.
    ///
    /// @param minute what was passed on to it in each look of the last minute
    private record Memory(History history, Deque<Passed> minute) {}

    /// Begins to look.
    ///
    /// @param services where the replicas of each are
    /// @param notification keeps the operators' inbox
    public Monitor(
            Env env,
            Map<String, List<URI>> services,
            Peer notification,
            Traffic traffic,
            MeterRegistry metrics,
            Clock clock) {
        this.config = MonitorConfig.from(env);
        this.clock = clock;
        this.eyes = new Eyes(services, config.patience());
        this.rules = new HealthRules(config);
        this.startedAt = clock.instant();
        this.lookedAt = startedAt;
        this.alarms = new Alarms(lookedAt, this::announce);
        this.traffic = traffic;
        for (var service : services.keySet()) {
            memories.put(service, new Memory(new History(), new ArrayDeque<>()));
            for (var rule : Rule.values())
                Gauge.builder("gofood.alert", () -> alarms.active(rule, service))
                        .tags("rule", rule.word(), "service", service)
                        .register(metrics);
        }
        // days, which the notification service may be down, but not for ever
        outlets.add(
                new Outlet(
                        "inbox",
                        5_000,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        new OperatorInbox(notification)));
        config.webhook()
                .map(hook -> new AlertWebhook(hook, clock))
                .ifPresent(webhook ->
                        outlets.add(
                                new Outlet(
                                        "webhook",
                                        20,
                                        Duration.ofSeconds(1),
                                        Duration.ofMinutes(5),
                                        webhook)));
        looking = Thread.ofVirtual().name("monitor").start(this::lookByTheClock);
    }

    public Routes routes() {
        return new Routes()
                .get("/alerts", OPERATORS, _ -> Reply.ok(new AlertList(alarms.list()))).stream(
                                "/alerts/stream", OPERATORS, this::follow)
                        .get("/health/history", OPERATORS, this::history);
    }

    private Live follow(Call call) {
        return new Live(
                signals,
                List.of(NEWS),
                Live.lastSeen(call),
                seen ->
                        alarms.since(seen).stream()
                                .map(one -> new Live.Event(one.id(), "alert", one.alert(), false))
                                .toList());
    }

    private Reply history(Call call) {
        var service =
                call.query("service").orElseThrow(() -> Refused.invalid("service", "is missing"));
        var memory = memories.get(service);
        if (memory == null) throw Refused.notFound("service");
        return Reply.ok(new HealthHistory(service, memory.history.samples()));
    }

    private void announce(Alarms.Change change) {
        var alert = change.alert();
        var what = alert.clearedAt() == null ? "raised" : "cleared";
        LOG.log(System.Logger.Level.WARNING, "alert " + what + ": " + alert.text());
        for (var outlet : outlets) outlet.offer(change);
        signals.wake(NEWS);
    }

    private void lookByTheClock() {
        while (true) {
            try {
                Thread.sleep(config.every());
                look(clock.instant());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) return;
                LOG.log(System.Logger.Level.WARNING, "the monitor could not look", e);
            }
        }
    }

    private void look(Instant now) {
        var seen = eyes.look();
        var seconds = Math.max(0.001, Duration.between(lookedAt, now).toMillis() / 1_000.0);
        lookedAt = now;
        memories.forEach((service, memory) -> {
            var passed = traffic.take(service);
            var look =
                    new Look(
                            service, seen.getOrDefault(service, List.of()), minute(memory, passed));
            memory.history.add(sample(now, look, passed, seconds));
            if (look.up() > 0) known.add(service);
            if (known.contains(service) || now.isAfter(startedAt.plus(config.starting())))
                alarms.judge(now, rules.apply(look));
        });
    }

    private Passed minute(Memory memory, Passed passed) {
        memory.minute.addLast(passed);
        var looks = Math.max(1, Duration.ofMinutes(1).toMillis() / config.every().toMillis());
        if (memory.minute.size() > looks) memory.minute.removeFirst();
        return memory.minute.stream().reduce(Passed.NOTHING, Passed::plus);
    }

    private static HealthSample sample(Instant now, Look look, Passed passed, double seconds) {
        return new HealthSample(
                now,
                look.replicas().size(),
                look.up(),
                look.slowest(),
                History.rounded(passed.requests() / seconds),
                History.rounded(passed.errorPercent()));
    }

    @Override
    public void close() {
        looking.interrupt();
        signals.close();
        Running.closeAll(new ArrayDeque<>(outlets));
    }
}
