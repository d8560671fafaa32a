package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.wire.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchingTest {
    private final List<List<Integer>> batches = new ArrayList<>();
    private int bad = -1;
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    private List<Integer> doubled(List<Integer> wishes) {
        synchronized (batches) {
            batches.add(List.copyOf(wishes));
        }
        if (wishes.equals(List.of(0))) await(firstMayEnd);
        if (wishes.contains(bad)) throw new IllegalArgumentException(bad + " of " + wishes);
        return wishes.stream().map(wish -> wish * 2).toList();
    }

    private List<Integer> orBusy(List<Integer> wishes) {
        try {
            return doubled(wishes);
        } catch (IllegalArgumentException e) {
            throw Refused.unavailable("The database");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Everybody comes while the first is at it, so that they share what comes next.
    private List<CompletableFuture<Integer>> crowd(Batching<Integer, Integer> batching, int many)
            throws InterruptedException {
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        var answers = new ArrayList<CompletableFuture<Integer>>();
        answers.add(CompletableFuture.supplyAsync(() -> batching.await(0), workers));
        while (begun() == 0) Thread.sleep(1);
        for (int wish : IntStream.rangeClosed(1, many).toArray())
            answers.add(CompletableFuture.supplyAsync(() -> batching.await(wish), workers));
        while (batching.waiting() < many) Thread.sleep(1);
        firstMayEnd.countDown();
        return answers;
    }

    private int begun() {
        synchronized (batches) {
            return batches.size();
        }
    }

    @Test
    void who_waits_is_taken_together_and_each_gets_its_own_answer() throws Exception {
        var batching = Batching.<Integer, Integer>whole(1, this::doubled);
        var answers = crowd(batching, 300);
        for (int wish = 0; wish <= 300; wish++)
            assertThat(answers.get(wish).get()).isEqualTo(wish * 2);
        assertThat(batches).extracting(List::size).containsExactly(1, 256, 44);
    }

    @Test
    void who_fails_fails_alone_where_halves_are_tried() throws Exception {
        bad = 13;
        var batching = Batching.<Integer, Integer>inHalves(1, this::doubled);
        var answers = crowd(batching, 20);
        for (int wish = 0; wish <= 20; wish++)
            if (wish != 13) assertThat(answers.get(wish).get()).isEqualTo(wish * 2);
        assertThatThrownBy(() -> answers.get(13).get()).hasMessageContaining("13 of [13]");
    }

    @Test
    void what_may_have_been_done_is_not_done_again() throws Exception {
        bad = 13;
        var batching = Batching.<Integer, Integer>inHalves(1, this::orBusy);
        var answers = crowd(batching, 20);
        assertThatThrownBy(() -> answers.get(1).get()).hasMessageContaining("The database");
        assertThat(batches).hasSize(2);
    }

    @Test
    void whose_time_is_over_before_their_turn_is_left_out() throws Exception {
        var batching = Batching.<Integer, Integer>whole(1, this::doubled);
        Thread.startVirtualThread(() -> batching.await(0));
        while (begun() == 0) Thread.sleep(1);
        assertThatThrownBy(
                        () -> RequestScope.within(Duration.ofMillis(20), () -> batching.await(7)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(504));
        firstMayEnd.countDown();
        assertThat(batching.await(8)).isEqualTo(16);
        assertThat(batches).containsExactly(List.of(0), List.of(8));
    }

    @Test
    void only_a_crowd_has_a_batch_of_its_own_beside_another() throws Exception {
        var batching = Batching.<Integer, Integer>whole(2, this::doubled);
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        workers.submit(() -> batching.await(0));
        while (begun() == 0) Thread.sleep(1);
        for (int wish = 1; wish < 16; wish++) {
            var mine = wish;
            workers.submit(() -> batching.await(mine));
        }
        while (batching.waiting() < 15) Thread.sleep(1);
        assertThat(begun()).isEqualTo(1);
        assertThat(batching.await(16)).isEqualTo(32);
        assertThat(batches).extracting(List::size).containsExactly(1, 16);
        firstMayEnd.countDown();
    }
}
