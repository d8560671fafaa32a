package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.OrderStatus;
import gofood.simulator.living.Intent.Ending;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntentTest {
    @Test
    void an_order_depends_on_the_seed_and_its_number_only() {
        assertThat(Intent.of(7, 12, 60)).isEqualTo(Intent.of(7, 12, 60));
        assertThat(IntStream.range(1, 50).mapToObj(n -> Intent.of(7, n, 60).customer()))
                .isNotEqualTo(
                        IntStream.range(1, 50)
                                .mapToObj(n -> Intent.of(8, n, 60).customer())
                                .toList());
    }

    @Test
    void most_orders_are_delivered_and_bad_cards_are_only_for_those_that_shall_fail() {
        var many = IntStream.range(1, 2000).mapToObj(n -> Intent.of(7, n, 60)).toList();
        assertThat(many).allMatch(it -> it.customer() >= 1 && it.customer() <= 60);
        for (var ending : Ending.values()) {
            var share = many.stream().filter(it -> it.ending() == ending).count() / 1999.0;
            switch (ending) {
                case DELIVERED -> assertThat(share).isGreaterThan(0.9);
                case CARD_DECLINED, CUSTOMER_CANCELS -> assertThat(share).isBetween(0.02, 0.06);
                case KITCHEN_REJECTS -> assertThat(share).isZero(); // the kitchens decide
            }
        }
        assertThat(many)
                .filteredOn(it -> it.ending() != Ending.CARD_DECLINED)
                .extracting(Intent::card)
                .containsOnly("tok_visa", "tok_mastercard", "tok_twice");
    }

    @Test
    void people_hurry_up_to_the_wanted_status_and_no_further() {
        var first = Intent.hurried(7, 1, 60, Ending.DELIVERED, OrderStatus.COMPLETE);
        assertThat(first.hurriesTo(OrderStatus.RECEIVED)).isTrue();
        assertThat(first.hurriesTo(OrderStatus.COMPLETE)).isTrue();
        assertThat(first.hurriesTo(OrderStatus.PICKED_UP)).isFalse();
        assertThat(Intent.of(7, 1, 60).hurriesTo(OrderStatus.PAID)).isFalse();
    }

    @Test
    void a_kitchen_keeps_its_habits() {
        var habits = Habits.of(7, 33, 20);
        assertThat(habits).isEqualTo(Habits.of(7, 33, 20));
        var course = habits.course(new Random(1));
        assertThat(course).isEqualTo(habits.course(new Random(1)));
        assertThat(course.said().toMinutes()).isBetween(15L, 24L);
        assertThat(course.queue().plus(course.cooking()).toMinutes()).isBetween(8L, 90L);
    }

    @Test
    void some_kitchen_is_slow() {
        assertThat(IntStream.range(1, 160).mapToObj(id -> Habits.of(7, id, 20)))
                .anyMatch(habits -> habits.bias() > 1.6)
                .anyMatch(habits -> habits.rejects() > 0.1)
                .anyMatch(habits -> habits.bias() < 1);
    }
}
