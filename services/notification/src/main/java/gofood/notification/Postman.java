package gofood.notification;

import gofood.contracts.UserApi.User;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Timers;
import gofood.platform.http.Peer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Sends messages by e-mail, each by a timer of its own, so that a mail server that fails holds up
/// nothing and a crash loses nothing. Which language somebody reads is the business of their
/// browser and not known here, so a mail says everything in both.
final class Postman {
    private static final String KIND = "notification.mail";
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final System.Logger LOG = System.getLogger(Postman.class.getName());

    private final Db db;
    private final Mails mails;
    private final Timers timers;
    private final Peer users;
    private final Optional<Smtp> smtp;
    private final NotificationConfig config;
    private final Clock clock;
    private final Sent sent;

    Postman(
            Db db,
            Mails mails,
            Timers timers,
            Peer users,
            Optional<Smtp> smtp,
            NotificationConfig config,
            Clock clock,
            Sent sent) {
        this.db = db;
        this.mails = mails;
        this.timers = timers;
        this.users = users;
        this.smtp = smtp;
        this.config = config;
        this.clock = clock;
        this.sent = sent;
        timers.on(KIND, key -> bring(Long.parseLong(key)));
    }

    /// Takes a message that was just stored. Without a mail server there is nothing to take.
    void take(Tx tx, long notificationId, Message message) {
        if (smtp.isEmpty()) return;
        mails.add(tx, notificationId, message.userId());
        timers.set(tx, KIND, notificationId, clock.instant());
    }

    private void bring(long notificationId) {
        var letter = db.tx(tx -> mails.take(tx, notificationId));
        if (letter.isEmpty()) return;
        try {
            send(letter.get());
            db.run(tx -> mails.done(tx, notificationId));
        } catch (RuntimeException e) {
            failed(letter.get(), e);
        }
    }

    private void send(Mails.Letter letter) {
        // mails from before the server was taken out of the settings stay in the inbox only
        if (smtp.isEmpty()) return;
        var to = address(letter.person());
        if (to.isEmpty()) return;
        smtp.get()
                .send(
                        to.get(),
                        "Your goFOOD order %1$d · Votre commande goFOOD %1$d"
                                .formatted(letter.orderId()),
                        letter.text().en() + "\n\n" + letter.text().fr() + "\n",
                        letter.notificationId());
        sent.byMail();
    }

    /// Guests have none, and a person may be gone.
    private Optional<String> address(long person) {
        var answer = users.get("/users/" + person);
        if (answer.status() == 404) return Optional.empty();
        if (!answer.isOk())
            throw new IllegalStateException("the user service answered " + answer.status());
        return Optional.ofNullable(answer.as(User.class).email());
    }

    private void failed(Mails.Letter letter, RuntimeException why) {
        sent.mailFailed();
        var id = letter.notificationId();
        if (letter.tries() >= config.mailTries()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "e-mail of notification %d is given up after %d tries"
                            .formatted(id, letter.tries()),
                    why);
            db.run(tx -> mails.done(tx, id));
            return;
        }
        var pause = pauseAfter(letter.tries());
        LOG.log(
                System.Logger.Level.WARNING,
                "e-mail of notification %d failed, again in %d s: %s"
                        .formatted(id, pause.toSeconds(), rootOf(why)));
        db.run(tx -> timers.set(tx, KIND, id, clock.instant().plus(pause)));
    }

    private static Throwable rootOf(Throwable why) {
        var cause = why.getCause();
        return cause == null ? why : rootOf(cause);
    }

    private Duration pauseAfter(int tries) {
        var pause = config.mailPause();
        for (int i = 1; i < tries && pause.compareTo(LONGEST_PAUSE) < 0; i++)
            pause = pause.multipliedBy(3);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
