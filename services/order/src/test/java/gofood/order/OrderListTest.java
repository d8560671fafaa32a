package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderListTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    private static List<Long> listed(String query) {
        var answer = story.operator.get("/orders?limit=100&" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        var ids = new ArrayList<Long>();
        answer.body().path("orders").forEach(it -> ids.add(it.path("order_id").asLong()));
        return ids;
    }

    private static void waiting(long id, int seconds) {
        story.sql(
                """
                UPDATE orders SET since = now() - make_interval(secs => ?),
                       ready_at = now() - make_interval(secs => ?),
                       kitchen_at = now() - make_interval(secs => ?)
                 WHERE id = ?
                """,
                seconds,
                seconds,
                seconds,
                id);
    }

    @Test
    void what_waits_past_its_deadline_is_stuck_oldest_first_and_normally_nothing_is() {
        var placed = story.place();
        var paid = story.paid();
        var received = story.received();
        var preparing = story.preparing();
        var complete = story.complete();
        var riding = story.pickedUp();
        var done = story.delivered();
        var cancelled = story.paid();
        story.customer.post("/orders/" + cancelled + "/cancel", "");
        assertThat(listed("stuck=true")).isEmpty();
        // until an operator is told, in the order of the settings: 180, 300, 600, 900, 2700 seconds
        waiting(placed, 170);
        waiting(paid, 290);
        waiting(received, 590);
        waiting(preparing, 590);
        waiting(complete, 890);
        waiting(riding, 2690);
        waiting(done, 90_000);
        waiting(cancelled, 90_000);
        assertThat(listed("stuck=true")).as("not yet").isEmpty();
        waiting(placed, 190);
        waiting(paid, 310);
        waiting(received, 610);
        waiting(preparing, 610);
        waiting(complete, 910);
        waiting(riding, 2710);
        assertThat(listed("stuck=true"))
                .containsExactly(placed, paid, received, preparing, complete, riding);
        assertThat(listed("stuck=true&status=Paid")).containsExactly(paid);
        assertThat(listed("stuck=true&restaurant_id=8")).isEmpty();
        var page = story.operator.get("/orders?stuck=true&limit=4").body();
        assertThat(page.path("orders")).hasSize(4);
        assertThat(listed("stuck=true&cursor=" + page.path("next_cursor").asText()))
                .containsExactly(complete, riding);
        for (var id : List.of(placed, paid, received, preparing, complete, riding))
            story.operator.post("/orders/" + id + "/cancel", "");
        assertThat(listed("stuck=true")).isEmpty();
    }

    @Test
    void an_order_for_later_is_stuck_when_its_kitchen_does_not_get_it() {
        var id = story.paid();
        story.sql(
                """
                UPDATE orders SET status = 'SCHEDULED',
                       state = '{"payment": 900, "kitchen_at": "2036-05-01T12:00:00Z"}'
                 WHERE id = ?
                """,
                id);
        assertThat(listed("stuck=true")).doesNotContain(id);
        waiting(id, 10);
        assertThat(listed("stuck=true")).contains(id);
        story.operator.post("/orders/" + id + "/cancel", "");
    }

    @Test
    void only_operators_ask_for_what_is_stuck() {
        for (var client : List.of(story.customer, story.kitchen, story.bed.as(Role.COURIER, 31)))
            assertThat(client.get("/orders?stuck=true").status()).isEqualTo(403);
        assertThat(story.bed.anyone().get("/orders?stuck=true").status()).isEqualTo(401);
        assertThat(story.operator.get("/orders?stuck=perhaps").status()).isEqualTo(422);
        assertThat(story.customer.get("/orders?stuck=false").status()).isEqualTo(200);
    }

    @Test
    void a_list_can_be_of_one_status_whichever_it_is() {
        var cancelled = story.paid();
        story.customer.post("/orders/" + cancelled + "/cancel", "");
        var placed = story.place();
        assertThat(listed("status=Placed")).contains(placed).doesNotContain(cancelled);
        var paid = story.paid();
        assertThat(listed("status=Paid")).contains(paid).doesNotContain(cancelled);
        var received = story.received();
        assertThat(listed("status=Received")).contains(received);
        var preparing = story.preparing();
        assertThat(listed("status=Preparing")).contains(preparing);
        var complete = story.complete();
        assertThat(listed("status=Complete")).contains(complete);
        var pickedUp = story.pickedUp();
        assertThat(listed("status=PickedUp")).contains(pickedUp);
        var delivered = story.delivered();
        assertThat(listed("status=Delivered")).contains(delivered);
        assertThat(listed("status=Cancelled&restaurant_id=7")).contains(cancelled);
        assertThat(listed("status=Cancelled&restaurant_id=8")).doesNotContain(cancelled);
        assertThat(listed("status=Rejected")).doesNotContain(cancelled);
    }

    @Test
    void a_list_can_be_of_a_span_of_time() {
        var early = story.place(story.customer(77));
        var late = story.place(story.customer(77));
        // numbers grow with time, so that it is the years to come that can be made up
        story.sql("UPDATE orders SET placed_at = '2190-01-01T10:00:00Z' WHERE id = ?", early);
        story.sql("UPDATE orders SET placed_at = '2190-01-02T10:00:00Z' WHERE id = ?", late);
        assertThat(listed("from=2190-01-01T00:00:00Z")).containsExactly(late, early);
        assertThat(listed("from=2190-01-02T00:00:00Z&to=2190-01-03T00:00:00Z"))
                .containsExactly(late);
        assertThat(listed("restaurant_id=7&from=2190-01-02T10:00:00Z&to=2190-01-03T00:00:00Z"))
                .as("from its first moment")
                .containsExactly(late);
        assertThat(listed("from=2190-01-01T10:00:00Z&to=2190-01-02T10:00:00Z"))
                .as("before its last")
                .containsExactly(early);
        assertThat(listed("to=2190-01-01T00:00:00Z")).doesNotContain(early, late);
        assertThat(story.kitchen.get("/orders?from=2190-01-01T00:00:00Z").body().path("orders"))
                .hasSize(2);
        assertThat(story.customer.get("/orders?from=2190-01-01T00:00:00Z").body().path("orders"))
                .isEmpty();
        for (var end : List.of("from", "to"))
            for (var never :
                    List.of(
                            "yesterday",
                            "%2B999999999-01-01T00:00:00Z",
                            "-999999999-01-01T00:00:00Z",
                            "1899-12-31T23:59:59Z",
                            "2200-01-01T00:00:00Z"))
                assertThat(story.operator.get("/orders?" + end + "=" + never).status())
                        .as(end + " " + never)
                        .isEqualTo(422);
    }

    @Test
    void an_order_whose_deadline_does_not_ring_is_a_figure_that_raises_an_alarm() {
        var silent = story.paid();
        // long enough for the operators to be told, and still nobody's alarm
        waiting(silent, 400);
        assertThat(story.overdue(Instant.now())).isZero();
        var later = Instant.now().plusSeconds(100_000);
        assertThat(story.overdue(later)).as("had nobody rung by then").isPositive();
        story.sql(
                """
                UPDATE timer SET attempts = 7, at = now() + interval '1 hour'
                 WHERE kind = 'order.waiting' AND key = ?
                """,
                "" + silent);
        OrderStory.await(() -> figure() == 1);
        story.operator.post("/orders/" + silent + "/cancel", "");
        OrderStory.await(() -> figure() == 0);
    }

    private static int figure() {
        var figure = story.bed.anyone().get("/status").body().at("/figures/stuck_orders");
        return figure.isMissingNode() ? -1 : figure.asInt();
    }

    @Test
    void a_summary_says_since_when() {
        var id = story.received();
        var summary = story.operator.get("/orders?limit=1").body().at("/orders/0");
        assertThat(summary.path("order_id").asLong()).isEqualTo(id);
        assertThat(summary.path("status_at")).isEqualTo(story.lastStep(id).path("at"));
        assertThat(summary.path("rating").isNull()).isTrue();
    }
}
