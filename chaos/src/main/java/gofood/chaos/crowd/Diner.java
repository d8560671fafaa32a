package gofood.chaos.crowd;

import gofood.chaos.crowd.Phone.Answered;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/// A customer: orders with an Idempotency-Key, repeats what was not answered, sometimes taps twice,
/// sometimes changes their mind.
public final class Diner {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int TAPS_TWICE_PERCENT = 8;
    private static final int CANCELS_PERCENT = 6;
    private static final int DECLINED_PERCENT = 4;

    private final Phone phone;

    Diner(Phone phone) {
        this.phone = phone;
    }

    /// One order, from the wish to the last answer about it.
    ///
    /// @param patience how long they go on asking; none: once
    void order(Menu menu, Duration patience, Random dice) throws InterruptedException {
        var key =
                UUID.nameUUIDFromBytes(
                                Long.toString(dice.nextLong()).getBytes(StandardCharsets.UTF_8))
                        .toString();
        var declines = hits(dice, DECLINED_PERCENT);
        var body = new String(Json.write(menu.order(key, declines, dice)), StandardCharsets.UTF_8);
        var placement = phone.witness().begins(this, key, body, declines);
        var answer = place(placement, patience);
        if (!answer.isGood()) return;
        if (hits(dice, TAPS_TWICE_PERCENT)) place(placement, Duration.ZERO);
        if (hits(dice, CANCELS_PERCENT)) {
            Thread.sleep(Duration.ofMillis(dice.nextInt(3_000)));
            cancel(answer.json().path("order_id").asLong());
        }
    }

    private static boolean hits(Random dice, int percent) {
        return dice.nextInt(100) < percent;
    }

    private Answered place(Placement placement, Duration patience) throws InterruptedException {
        var until = Instant.now().plus(patience);
        var pause = FIRST_PAUSE;
        while (true) {
            var answer = repeat(placement);
            if (!answer.isPassing() || Instant.now().isAfter(until)) return answer;
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
            if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
        }
    }

    /// The same request once more.
    public Answered repeat(Placement placement) {
        var answer =
                phone.post(
                        "place", "/orders", placement.body(), "Idempotency-Key", placement.key());
        if (answer.status() == 201)
            phone.witness()
                    .placed(
                            placement.key(),
                            answer.text(),
                            answer.json().path("order_id").asLong());
        return answer;
    }

    /// They agree to whatever it costs by now.
    private void cancel(long orderId) {
        var path = "/orders/" + orderId;
        var answer = phone.post("cancel", path + "/cancel", "{\"reason\":\"not hungry\"}");
        if (answer.status() != 409) return;
        var cost = phone.get("cancel", path + "/cancellation");
        if (cost.isGood())
            phone.post(
                    "cancel",
                    path + "/cancel",
                    "{\"charged\":%s}".formatted(cost.json().path("charged")));
    }

    public Answered look(long orderId) {
        return phone.get("look", "/orders/" + orderId);
    }
}
