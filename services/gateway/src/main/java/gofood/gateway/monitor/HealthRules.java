package gofood.gateway.monitor;

import gofood.contracts.GatewayApi.Severity;
import gofood.gateway.monitor.Rule.Subject;
import gofood.gateway.monitor.Rule.Verdict;
import gofood.platform.http.Standard.Signs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What each rule says of what was seen. Of whom nothing is known, nothing is said: a service that
/// doesn't answer has neither a backlog nor none.
final class HealthRules {
    private final MonitorConfig config;

    HealthRules(MonitorConfig config) {
        this.config = config;
    }

    Map<Subject, Verdict> apply(Look look) {
        var verdicts = new HashMap<Subject, Verdict>();
        var service = look.service();
        verdicts.put(ofAll(Rule.SERVICE_DOWN, service), down(look));
        for (var replica : look.replicas()) ofOne(look, replica, verdicts);
        verdicts.put(ofAll(Rule.SLOW, service), slow(look));
        verdicts.put(ofAll(Rule.ERROR_SHARE, service), errorShare(look));
        verdicts.put(ofAll(Rule.DEADLINE_MISSES, service), deadlineMisses(look));
        if (look.told().isEmpty()) return verdicts;
        verdicts.put(ofAll(Rule.BACKLOG, service), backlog(look));
        verdicts.put(ofAll(Rule.STUCK, service), stuck(look));
        verdicts.put(ofAll(Rule.LEDGER_DIFFERENCE, service), ledgerDifference(look));
        return verdicts;
    }

    private static Subject ofAll(Rule rule, String service) {
        return new Subject(rule, service, null);
    }

    private void ofOne(Look look, Look.Replica replica, Map<Subject, Verdict> verdicts) {
        var service = look.service();
        var alone = look.replicas().size() == 1;
        var name = alone ? null : Integer.toString(replica.number());
        if (!alone)
            verdicts.put(new Subject(Rule.SERVICE_DOWN, service, name), down(look, replica));
        var load = new Subject(Rule.CRITICAL_LOAD, service, name);
        replica.told().ifPresent(told -> verdicts.put(load, load(service, told.signs())));
    }

    private static Verdict down(Look look) {
        if (look.up() > 0) return new Verdict.Good();
        var service = look.service();
        return critical(
                "The %s service is down.".formatted(service),
                "Le service %s est arrêté.".formatted(service));
    }

    /// One of several; when all are down, that is one alert and not many.
    private static Verdict down(Look look, Look.Replica replica) {
        if (replica.isWell() || look.up() == 0) return new Verdict.Good();
        var number = replica.number();
        return warning(
                "Replica %d of the %s service is down.".formatted(number, look.service()),
                "La réplique %d du service %s est arrêtée.".formatted(number, look.service()));
    }

    private Verdict slow(Look look) {
        var passed = look.passed();
        var p95 = passed.requests() >= config.leastRequests() ? passed.p95() : 0;
        // one that is down is told as such
        var worst = look.up() > 0 ? Math.max(p95, look.slowest()) : p95;
        if (worst <= config.slow().toMillis()) return new Verdict.Good();
        return warning(
                "The %s service is slow: it takes %d ms.".formatted(look.service(), worst),
                "Le service %s est lent : il met %d ms.".formatted(look.service(), worst));
    }

    private Verdict errorShare(Look look) {
        var passed = look.passed();
        var share = Math.round(passed.errorPercent());
        if (passed.requests() < config.leastRequests() || share < config.errorPercent())
            return new Verdict.Good();
        return critical(
                "Of the requests to the %s service, %d %% fail.".formatted(look.service(), share),
                "%2$d %% des requêtes au service %1$s échouent.".formatted(look.service(), share));
    }

    private Verdict deadlineMisses(Look look) {
        var misses = look.passed().misses();
        if (misses < config.deadlineMisses()) return new Verdict.Good();
        return warning(
                "The %s service missed its deadline %d times within a minute."
                        .formatted(look.service(), misses),
                "Le service %s a dépassé %d fois son délai en une minute."
                        .formatted(look.service(), misses));
    }

    private Verdict backlog(Look look) {
        var seconds = most(look.told(), Signs::backlogSeconds);
        if (seconds < config.backlog().toSeconds()) return new Verdict.Good();
        return warning(
                "Events of the %s service have waited for %d s to be delivered."
                        .formatted(look.service(), seconds),
                "Des événements du service %s attendent depuis %d s d’être remis."
                        .formatted(look.service(), seconds));
    }

    private Verdict stuck(Look look) {
        var stuck = most(look.told(), this::stuck);
        if (stuck == 0) return new Verdict.Good();
        return warning(
                "Stuck in the %s service: %d events, deadlines or orders."
                        .formatted(look.service(), stuck),
                "Bloqués dans le service %s : %d événements, délais ou commandes."
                        .formatted(look.service(), stuck));
    }

    /// Besides what every service has: its own figures whose names begin with `stuck_`, and the
    /// rounds that it has not made for long, whose names end with `_age_seconds`.
    private long stuck(Signs signs) {
        var stuck = signs.parkedEvents() + signs.overdueTimers();
        for (var figure : signs.figures().entrySet()) {
            var value = figure.getValue().longValue();
            if (figure.getKey().startsWith("stuck_")) stuck += value;
            if (figure.getKey().endsWith("_age_seconds") && value >= config.stuckAge().toSeconds())
                stuck++;
        }
        return stuck;
    }

    private static Verdict ledgerDifference(Look look) {
        var differences = most(look.told(), signs -> figure(signs, "ledger_differences"));
        if (differences == 0) return new Verdict.Good();
        return critical(
                "The books of the %s service differ in %d places."
                        .formatted(look.service(), differences),
                "Les comptes du service %s diffèrent à %d endroits."
                        .formatted(look.service(), differences));
    }

    private Verdict load(String service, Signs signs) {
        var cpu = signs.cpuPercent();
        var memory = signs.memoryPercent();
        var waiting = signs.poolWaiting();
        if (cpu < config.cpuPercent() && memory < config.memoryPercent() && waiting == 0)
            return new Verdict.Good();
        return critical(
                "The %s service is at its limit: processor %d %%, memory %d %%, %d wait for the base."
                        .formatted(service, cpu, memory, waiting),
                "Le service %s est à bout : processeur %d %%, mémoire %d %%, %d attendent la base."
                        .formatted(service, cpu, memory, waiting));
    }

    /// Replicas share a database, and what they tell of it.
    private static long most(List<Look.Told> told, ToLongFunction<Signs> sign) {
        return told.stream().mapToLong(one -> sign.applyAsLong(one.signs())).max().orElse(0);
    }

    private static long figure(Signs signs, String name) {
        @Nullable Number value = signs.figures().get(name);
        return value == null ? 0 : value.longValue();
    }

    private static Verdict warning(String text, String french) {
        return new Verdict.Bad(Severity.WARNING, text, french);
    }

    private static Verdict critical(String text, String french) {
        return new Verdict.Bad(Severity.CRITICAL, text, french);
    }
}
