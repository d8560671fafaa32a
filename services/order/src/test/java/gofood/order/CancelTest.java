package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.Money;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.contracts.UserApi.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What cancelling costs, and that nobody pays unasked. Dishes are worth 33.98.
class CancelTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    private static String path(long id) {
        return "/orders/" + id + "/cancel";
    }

    private static JsonNode settlement(long id) {
        return story.bed.neighbour("payment").awaitEvent("order.cancelled", id).path("settlement");
    }

    private static JsonNode cost(long id) {
        return story.customer.get("/orders/" + id + "/cancellation").body();
    }

    private static void graceIsOver(long id) {
        story.sql("UPDATE orders SET since = since - interval '61 seconds' WHERE id = ?", id);
    }

    private static void isSettled(long id, String liable, String charged, String restaurant) {
        var settled = settlement(id);
        assertThat(settled.path("liable").asText()).isEqualTo(liable);
        assertThat(settled.path("charged").decimalValue()).isEqualByComparingTo(charged);
        assertThat(settled.path("restaurant").decimalValue()).isEqualByComparingTo(restaurant);
    }

    @Test
    void until_the_kitchen_says_yes_it_is_free() {
        for (var id : List.of(story.place(), story.paid())) {
            assertThat(cost(id).path("charged").decimalValue()).isZero();
            assertThat(story.customer.post(path(id), "").status()).isEqualTo(200);
            isSettled(id, "customer", "0", "0");
            assertThat(story.lastStep(id).path("why").asText())
                    .isEqualTo("Cancelled by the customer. Nothing is charged.");
        }
    }

    @Test
    void a_moment_after_the_kitchens_yes_it_is_free_then_half_of_the_dishes() {
        var early = story.received();
        assertThat(story.customer.post(path(early), "").status()).isEqualTo(200);
        isSettled(early, "customer", "0", "0");
        var late = story.received();
        graceIsOver(late);
        var total = story.view(late).at("/price/total").decimalValue();
        var cost = cost(late);
        assertThat(cost.path("charged").decimalValue()).isEqualByComparingTo("16.99");
        assertThat(cost.path("returned").decimalValue().add(cost.path("charged").decimalValue()))
                .isEqualByComparingTo(total);
        assertThat(cost.path("why").asText()).contains("half of the dishes");
        var agreed = story.customer.post(path(late), "{\"charged\": 16.99}");
        assertThat(agreed.body().path("status").asText()).isEqualTo("Cancelled");
        isSettled(late, "customer", "16.99", "16.99");
        assertThat(story.lastStep(late).path("why").asText()).contains("It costs 16.99 EUR of");
    }

    @Test
    void nobody_pays_unasked_or_more_than_they_agreed_to() {
        var id = story.received();
        graceIsOver(id);
        for (var body : List.of("", "{\"reason\": \"too late\"}", "{\"charged\": 16.98}")) {
            var answer = story.customer.post(path(id), body);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("cost_changed");
            assertThat(answer.body().path("charged").decimalValue()).isEqualByComparingTo("16.99");
        }
        story.bed
                .asService("restaurant")
                .tell("restaurant.preparing", id, new RestaurantEvent.Preparing(id, 7));
        var dearer = story.customer.post(path(id), "{\"charged\": 16.99}");
        assertThat(dearer.code()).isEqualTo("cost_changed");
        assertThat(dearer.body().path("charged").decimalValue()).isEqualByComparingTo("33.98");
        assertThat(story.customer.post(path(id), "{\"charged\": 40}").status()).isEqualTo(200);
        isSettled(id, "customer", "33.98", "33.98");
    }

    @Test
    void food_that_is_on_its_way_or_there_is_not_cancelled_by_the_customer() {
        for (var id : List.of(story.pickedUp(), story.delivered())) {
            assertThat(story.customer.get("/orders/" + id + "/cancellation").code())
                    .isEqualTo("wrong_state");
            assertThat(story.customer.post(path(id), "{\"charged\": 100}").code())
                    .isEqualTo("wrong_state");
        }
    }

    @Test
    void who_pays_cash_cancels_only_while_nobody_is_paid_for_it() {
        var cash = "\"payment\": {\"method\": \"cash\"}";
        var early = story.received(cash);
        assertThat(story.customer.post(path(early), "").status()).isEqualTo(200);
        var begun = story.received(cash);
        graceIsOver(begun);
        assertThat(story.customer.get("/orders/" + begun + "/cancellation").code())
                .isEqualTo("cash_order_begun");
        assertThat(story.customer.post(path(begun), "{\"charged\": 40}").code())
                .isEqualTo("cash_order_begun");
        assertThat(story.operator.post(path(begun), "").status()).isEqualTo(200);
        isSettled(begun, "platform", "0", "16.99");
    }

    @Test
    void a_second_tap_on_cancel_is_not_an_error() {
        var id = story.paid();
        assertThat(story.customer.post(path(id), "").status()).isEqualTo(200);
        var again = story.customer.post(path(id), "");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("status").asText()).isEqualTo("Cancelled");
        var theirs = story.paid();
        story.rejected(theirs);
        assertThat(story.customer.post(path(theirs), "").code()).isEqualTo("wrong_state");
    }

    @Test
    void what_is_not_cooked_yet_is_cancelled_for_nothing_when_its_hold_is_lost() {
        var paid = story.paid();
        var begun = story.received();
        for (var id : List.of(paid, begun))
            story.bed
                    .asService("payment")
                    .tell("payment.hold_lost", id, new PaymentEvent.HoldLost(id, 12, "ran out"));
        assertThat(story.status(paid)).isEqualTo("Cancelled");
        isSettled(paid, "platform", "0", "0");
        assertThat(story.status(begun)).isEqualTo("Received");
    }

    @Test
    void food_handed_over_after_the_end_is_told_once() {
        var id = story.pickedUp("\"payment\": {\"method\": \"cash\"}");
        story.operator.post(path(id), "");
        for (int times = 0; times < 2; times++)
            story.bed
                    .asService("delivery")
                    .tell("delivery.delivered", id, new DeliveryEvent.Delivered(id, 31));
        var told = story.bed.neighbour("payment").awaitEvent("order.handed_over", id);
        assertThat(told.path("courier_id").asLong()).isEqualTo(31);
        assertThat(told.path("cash_taken")).isEqualTo(story.view(id).at("/price/total"));
        story.bed.neighbour("notification").awaitEvent("order.handed_over", id);
        assertThat(story.status(id)).isEqualTo("Cancelled");
        assertThat(
                        story.count(
                                """
                                SELECT count(*) FROM order_step
                                 WHERE order_id = ? AND why = 'The food was handed over all the same.'
                                """,
                                id))
                .isEqualTo(1);
    }

    @Test
    void an_operator_says_whose_fault_it_was_and_is_the_platform_else() {
        var ours = story.preparing();
        assertThat(story.operator.post(path(ours), "").status()).isEqualTo(200);
        isSettled(ours, "platform", "0", "33.98");
        var theirs = story.preparing();
        story.operator.post(path(theirs), "{\"liable\": \"restaurant\"}");
        isSettled(theirs, "restaurant", "0", "0");
        var door = story.pickedUp();
        story.operator.post(path(door), "{\"liable\": \"customer\", \"reason\": \"no answer\"}");
        var fee = story.view(door).at("/price/delivery_fee").decimalValue();
        assertThat(settlement(door).path("charged").decimalValue().subtract(fee))
                .isEqualByComparingTo("33.98");
        var self = story.received();
        assertThat(story.customer.post(path(self), "{\"liable\": \"restaurant\"}").status())
                .isEqualTo(422);
    }

    @Test
    void a_kitchen_may_reject_what_it_had_confirmed_at_its_own_cost() {
        for (var id : List.of(story.paid(), story.received(), story.preparing())) {
            story.rejected(id);
            var told = story.bed.neighbour("payment").awaitEvent("order.rejected", id);
            assertThat(told.at("/settlement/liable").asText()).isEqualTo("restaurant");
            assertThat(told.at("/settlement/charged").decimalValue()).isZero();
            assertThat(told.at("/settlement/restaurant").decimalValue()).isZero();
            assertThat(story.status(id)).isEqualTo("Rejected");
        }
        var ready = story.complete();
        story.rejected(ready);
        assertThat(story.status(ready)).isEqualTo("Complete");
    }

    @Test
    void only_those_with_a_part_in_it_see_the_cost() {
        var id = story.paid();
        var cost = "/orders/" + id + "/cancellation";
        assertThat(story.bed.anyone().get(cost).status()).isEqualTo(401);
        assertThat(story.customer(99).get(cost).status()).isEqualTo(404);
        assertThat(story.kitchen.get(cost).status()).isEqualTo(403);
        assertThat(story.bed.as(Role.COURIER, 31).get(cost).status()).isEqualTo(404);
        assertThat(story.operator.get(cost).status()).isEqualTo(200);
    }

    @Test
    void what_went_back_is_summed_once_per_event() {
        var id = story.paid();
        story.customer.post(path(id), "");
        var event = UUID.randomUUID();
        var back =
                new PaymentEvent.Refunded(
                        id, 12, Money.cents(500), "EUR", "cancelled", RefundTo.METHOD);
        var payment = story.bed.asService("payment");
        payment.tell(event, "payment.refunded", id, back);
        payment.tell(event, "payment.refunded", id, back);
        payment.tell("payment.refunded", id, back);
        assertThat(story.view(id).path("refunded").decimalValue()).isEqualByComparingTo("10.00");
    }
}
