package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.PaymentApi.NewPayment;
import gofood.payment.PaymentLife.Fact;
import gofood.payment.PaymentLife.State;
import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What payments do at the same moment, in one transaction.
class PaymentStepsTest {
    private static final Payments PAYMENTS = new Payments();
    private static Db db;
    private static PaymentSteps steps;

    @BeforeAll
    static void start() {
        db = Db.open(TestBed.emptyDatabase("payment"), "payment", new SimpleMeterRegistry());
        steps = new PaymentSteps(db, PAYMENTS);
    }

    @AfterAll
    static void stop() {
        db.close();
    }

    private static NewPayment wanted(long order) {
        return new NewPayment(
                order,
                PaymentBed.CUSTOMER,
                PaymentBed.RESTAURANT,
                "Chez Test",
                PaymentBed.ITEMS,
                PaymentBed.PRICE,
                PaymentBed.by("tok_visa"));
    }

    private static List<Payment> open(long... orders) {
        var wanted = LongStream.of(orders).mapToObj(PaymentStepsTest::wanted).toList();
        return db.tx(tx -> PAYMENTS.insert(tx, wanted, Instant.now()));
    }

    private static State stateOf(Payment payment) {
        return db.tx(tx -> PAYMENTS.find(tx, payment.id())).orElseThrow().state();
    }

    private static PaymentSteps.Step asking(AtomicInteger members) {
        return (tx, payment) -> {
            members.incrementAndGet();
            var asked = payment.on(new Fact.Asked(), Instant.now());
            PAYMENTS.save(tx, asked, Instant.now());
            return asked;
        };
    }

    private static <T> CompletableFuture<T> aside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    /// Has all that is wanted meanwhile done at once.
    private static void whileAllWait(long order, Runnable meanwhile) {
        var first = open(order).getFirst();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var busy =
                aside(() ->
                        steps.take(
                                first.id(),
                                (_, payment) -> {
                                    begun.countDown();
                                    waitFor(goOn);
                                    return payment;
                                }));
        waitFor(begun);
        meanwhile.run();
        PaymentBed.sleep(100);
        goOn.countDown();
        busy.join();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void of_two_steps_in_one_transaction_the_one_that_fails_fails_alone() {
        var both = open(11, 12);
        var good = both.getFirst();
        var bad = both.getLast();
        var results = new ArrayList<CompletableFuture<?>>();
        whileAllWait(
                10,
                () -> {
                    results.add(aside(() -> steps.take(good.id(), asking(new AtomicInteger()))));
                    results.add(
                            aside(() ->
                                    steps.take(
                                            bad.id(),
                                            (tx, payment) -> {
                                                asking(new AtomicInteger()).from(tx, payment);
                                                throw new IllegalStateException("no");
                                            })));
                });
        results.getFirst().join();
        assertThatThrownBy(() -> results.getLast().join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("no");
        assertThat(stateOf(good)).isEqualTo(new State.Asked());
        assertThat(stateOf(bad)).isEqualTo(new State.Pending());
    }

    @Test
    void two_steps_of_one_payment_follow_each_other() {
        var payment = open(21).getFirst();
        var asked = new AtomicInteger();
        var results = new ArrayList<CompletableFuture<Optional<PaymentSteps.Taken>>>();
        whileAllWait(
                20,
                () -> {
                    for (int i = 0; i < 2; i++)
                        results.add(aside(() -> steps.take(payment.id(), asking(asked))));
                });
        var before = results.stream().map(it -> it.join().orElseThrow().before().state()).toList();
        assertThat(before).containsExactlyInAnyOrder(new State.Pending(), new State.Asked());
        assertThat(stateOf(payment)).isEqualTo(new State.Asked());
    }

    @Test
    void an_order_that_has_a_payment_keeps_it_when_others_are_opened() {
        var first = open(32).getFirst();
        assertThat(open(33, 32, 31).stream().map(Payment::orderId))
                .containsExactlyInAnyOrder(31L, 33L);
        var locked = db.tx(tx -> PAYMENTS.lockOfOrders(tx, List.of(33L, 32L, 31L, 99L)));
        assertThat(locked)
                .hasSize(3)
                .isSortedAccordingTo(Comparator.comparingLong(Payment::id))
                .first()
                .extracting(Payment::id)
                .isEqualTo(first.id());
        assertThat(steps.take(999_999, (_, payment) -> payment)).isEmpty();
    }
}
