package gofood.gateway.monitor;

import gofood.contracts.GatewayApi.Alert;
import gofood.gateway.monitor.Rule.Subject;
import gofood.gateway.monitor.Rule.Verdict;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Which alerts last and which are over. It takes several bad looks in a row to raise one and
/// several good ones to clear it, so that what flickers makes no noise. The last 200 that are over
/// are remembered, and the last 400 changes for those who follow live.
final class Alarms {
    private static final int REMEMBERED = 200;
    private static final int CHANGES = 400;

    private final Consumer<Change> announce;
    private final Map<Subject, Streak> streaks = new HashMap<>();
    private final Map<Subject, Change> active = new LinkedHashMap<>();
    private final Deque<Alert> over = new ArrayDeque<>();
    private final Deque<Change> changes = new ArrayDeque<>();
    private long last;

    /// An alert as it was raised or cleared.
    ///
    /// @param id grows, also over a restart
    /// @param french the alert's text
    record Change(long id, Alert alert, String french) {}

    /// @param bad the looks that were bad in a row, or good if negative
    private record Streak(int bad) {
        Streak and(boolean bad) {
            if (bad) return new Streak(Math.max(this.bad, 0) + 1);
            return new Streak(Math.min(this.bad, 0) - 1);
        }
    }

    /// @param start numbers begin there: milliseconds leave room for a thousand alerts in each, and
    ///   what was counted from an earlier start is lower
    /// @param announce told of every change, quickly
    Alarms(Instant start, Consumer<Change> announce) {
        this.last = start.toEpochMilli() * 1_000;
        this.announce = announce;
    }

    synchronized void judge(Instant now, Map<Subject, Verdict> verdicts) {
        verdicts.forEach((subject, verdict) -> judge(now, subject, verdict));
    }

    private void judge(Instant now, Subject subject, Verdict verdict) {
        var streak =
                streaks.getOrDefault(subject, new Streak(0)).and(verdict instanceof Verdict.Bad);
        streaks.put(subject, streak);
        var lasting = active.get(subject);
        switch (verdict) {
            case Verdict.Bad bad -> {
                if (lasting == null && streak.bad >= subject.rule().raiseAfter)
                    raise(now, subject, bad);
            }
            case Verdict.Good _ -> {
                if (lasting != null && -streak.bad >= subject.rule().clearAfter)
                    clear(now, subject, lasting);
            }
        }
    }

    private void raise(Instant now, Subject subject, Verdict.Bad bad) {
        var alert =
                new Alert(
                        ++last,
                        subject.rule().word(),
                        bad.severity(),
                        subject.service(),
                        subject.replica(),
                        bad.text(),
                        now,
                        null);
        var change = new Change(last, alert, bad.french());
        active.put(subject, change);
        tell(change);
    }

    private void clear(Instant now, Subject subject, Change raised) {
        var alert = raised.alert;
        var cleared =
                new Alert(
                        alert.alertId(),
                        alert.rule(),
                        alert.severity(),
                        alert.service(),
                        alert.replica(),
                        alert.text(),
                        alert.since(),
                        now);
        active.remove(subject);
        over.addFirst(cleared);
        if (over.size() > REMEMBERED) over.removeLast();
        tell(new Change(++last, cleared, raised.french));
    }

    private void tell(Change change) {
        changes.addLast(change);
        if (changes.size() > CHANGES) changes.removeFirst();
        announce.accept(change);
    }

    /// Those that last, then those that are over, each newest first.
    synchronized List<Alert> list() {
        var list = new ArrayList<Alert>();
        for (var change : active.values()) list.add(change.alert);
        list.sort(Comparator.comparingLong(Alert::alertId).reversed());
        list.addAll(over);
        return list;
    }

    /// What has changed since; for who comes anew, what lasts.
    synchronized List<Change> since(long id) {
        if (id == 0) return List.copyOf(active.values());
        return changes.stream().filter(change -> change.id > id).toList();
    }

    synchronized int active(Rule rule, String service) {
        return (int)
                active.keySet().stream()
                        .filter(one -> one.rule() == rule && one.service().equals(service))
                        .count();
    }
}
