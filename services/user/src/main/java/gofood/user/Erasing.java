package gofood.user;

import gofood.contracts.UserApi.Erased;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Timers;
import gofood.platform.wire.Refused;
import gofood.user.StoredErasures.Stored;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Forgets a person everywhere: here at once, and by all other services as soon as they answer. One
/// that is silent is asked again, ever more slowly; one that still needs something, such as the
/// address of an order under way, every so often until it doesn't.
///
/// An access token works for a while after its person is gone, so nobody's answer is the last one
/// before that time is over.
final class Erasing {
    static final String TIMER = "user.erase";
    private static final List<String> KEPT =
            List.of(
                    "That there was somebody with this number, so that nobody else ever gets it.",
                    "What operators did, with the reasons that they gave: the audit of each service, a"
                            + " year or more.");

    private final Db db;
    private final Timers timers;
    private final Accounts accounts;
    private final Sessions sessions;
    private final StoredErasures erasures;
    private final Others others;
    private final UserConfig config;
    private final Clock clock;

    private record Nothing() {}

    Erasing(
            Db db,
            Timers timers,
            Accounts accounts,
            Sessions sessions,
            StoredErasures erasures,
            Others others,
            UserConfig config,
            Clock clock) {
        this.db = db;
        this.timers = timers;
        this.accounts = accounts;
        this.sessions = sessions;
        this.erasures = erasures;
        this.others = others;
        this.config = config;
        this.clock = clock;
        timers.on(TIMER, key -> ask(UUID.fromString(key)));
    }

    /// Erases what is known here; the others are asked once this is committed.
    ///
    /// @return the id of the erasure
    UUID begin(Tx tx, long userId) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        sessions.endAll(tx, userId);
        tx.update("DELETE FROM idempotency WHERE starts_with(key, ?)", "user " + userId + " ");
        var own = new Erased(accounts.erase(tx, userId, now), 0, KEPT);
        erasures.add(tx, id, userId, now);
        erasures.answered(tx, id, "user", own, now);
        timers.set(tx, TIMER, id.toString(), now);
        return id;
    }

    private void ask(UUID id) {
        var found = db.tx(tx -> erasures.find(tx, id)).orElseThrow();
        if (found.completedAt() != null) return;
        var now = clock.instant();
        var open = Others.NAMES.stream().filter(service -> !isDone(found, service)).toList();
        var path = "/personal-data/" + found.userId() + "/erase";
        var answers = others.ask(open, peer -> peer.post(path, new Nothing()));
        db.run(tx ->
                answers.forEach((service, answer) ->
                        erasures.answered(tx, id, service, answer.as(Erased.class), now)));
        var silent = new ArrayList<>(open);
        silent.removeAll(answers.keySet());
        // rings again, ever more slowly
        if (!silent.isEmpty())
            throw Refused.unavailable("The service of " + String.join(", ", silent));
        db.run(tx -> goOn(tx, id, now));
    }

    private void goOn(Tx tx, UUID id, Instant now) {
        var stored = erasures.find(tx, id).orElseThrow();
        if (Others.NAMES.stream().allMatch(service -> isDone(stored, service)))
            erasures.complete(tx, id, now);
        else timers.set(tx, TIMER, id.toString(), next(stored, now));
    }

    private Instant next(Stored stored, Instant now) {
        var last = lastWord(stored);
        return now.isBefore(last) ? last : now.plus(config.erasureEvery());
    }

    private boolean isDone(Stored stored, String service) {
        var answer = stored.answers().get(service);
        return answer != null
                && answer.erased().pending() == 0
                && !answer.askedAt().isBefore(lastWord(stored));
    }

    /// Nobody comes with a token of theirs after this.
    private Instant lastWord(Stored stored) {
        return stored.requestedAt().plus(config.erasureSettles());
    }
}
