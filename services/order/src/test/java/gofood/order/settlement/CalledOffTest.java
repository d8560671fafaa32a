package gofood.order.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.contracts.OrderApi.Settlement;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who pays what for an order that comes to nothing.
class CalledOffTest {
    private static Price price(
            String currency,
            long items,
            long delivery,
            long discount,
            @Nullable Applied promotion) {
        var sum = items + delivery - discount;
        return new Price(
                new Money(items),
                new Money(delivery),
                Money.ZERO,
                Money.ZERO,
                new Money(discount),
                Money.ZERO,
                new Money(sum),
                currency,
                promotion,
                List.of());
    }

    private static Settlement settle(OrderStatus status, Liable liable, Price price) {
        return new CalledOff(status, false, PayBy.CARD, price).settle(liable);
    }

    private static Settlement settled(Liable liable, long charged, long restaurant) {
        return new Settlement(liable, new Money(charged), new Money(restaurant));
    }

    private static Applied promotion(PromotionKind kind, Liable by) {
        return new Applied("SPRING", kind, by);
    }

    @Test
    void half_of_the_dishes_is_rounded_to_a_coin() {
        assertThat(
                        settle(
                                OrderStatus.RECEIVED,
                                Liable.CUSTOMER,
                                price("EUR", 12_990, 2_590, 0, null)))
                .isEqualTo(settled(Liable.CUSTOMER, 6_500, 6_500));
        assertThat(
                        settle(
                                OrderStatus.RECEIVED,
                                Liable.CUSTOMER,
                                price("JPY", 1_299_000, 300_000, 0, null)))
                .isEqualTo(settled(Liable.CUSTOMER, 650_000, 650_000));
        assertThat(settle(OrderStatus.RECEIVED, Liable.CUSTOMER, price("KWD", 4_001, 500, 0, null)))
                .isEqualTo(settled(Liable.CUSTOMER, 2_001, 2_001));
    }

    @Test
    void what_the_platform_gives_away_is_not_the_restaurants_loss() {
        var ours = promotion(PromotionKind.PERCENT, Liable.PLATFORM);
        assertThat(
                        settle(
                                OrderStatus.PREPARING,
                                Liable.CUSTOMER,
                                price("EUR", 20_000, 2_590, 4_000, ours)))
                .isEqualTo(settled(Liable.CUSTOMER, 16_000, 20_000));
        var theirs = promotion(PromotionKind.AMOUNT, Liable.RESTAURANT);
        assertThat(
                        settle(
                                OrderStatus.PREPARING,
                                Liable.CUSTOMER,
                                price("EUR", 20_000, 2_590, 4_000, theirs)))
                .isEqualTo(settled(Liable.CUSTOMER, 16_000, 16_000));
    }

    @Test
    void a_free_delivery_takes_nothing_off_the_dishes() {
        for (var by : List.of(Liable.PLATFORM, Liable.RESTAURANT)) {
            var free =
                    price("EUR", 20_000, 2_590, 2_590, promotion(PromotionKind.FREE_DELIVERY, by));
            assertThat(settle(OrderStatus.PREPARING, Liable.CUSTOMER, free))
                    .isEqualTo(settled(Liable.CUSTOMER, 20_000, 20_000));
            assertThat(settle(OrderStatus.PICKED_UP, Liable.CUSTOMER, free))
                    .isEqualTo(settled(Liable.CUSTOMER, 20_000, 20_000));
        }
    }

    @Test
    void nobody_at_the_door_costs_the_ride_too() {
        assertThat(
                        settle(
                                OrderStatus.PICKED_UP,
                                Liable.CUSTOMER,
                                price("EUR", 20_000, 2_590, 0, null)))
                .isEqualTo(settled(Liable.CUSTOMER, 22_590, 20_000));
    }

    @Test
    void who_would_have_paid_cash_is_charged_nothing() {
        var price = price("EUR", 20_000, 2_590, 0, null);
        var ending = new CalledOff(OrderStatus.PREPARING, false, PayBy.CASH, price);
        assertThat(ending.settle(Liable.CUSTOMER)).isEqualTo(settled(Liable.CUSTOMER, 0, 20_000));
        assertThat(ending.cost(Liable.CUSTOMER).charged()).isEqualTo(Money.ZERO);
        assertThat(ending.isOpenTo(Liable.CUSTOMER)).as("so only operators may").isFalse();
        assertThat(ending.isOpenTo(Liable.RESTAURANT)).isTrue();
    }

    @Test
    void the_cost_is_what_would_be_settled() {
        var price = price("EUR", 20_000, 2_590, 0, null);
        var cost =
                new CalledOff(OrderStatus.RECEIVED, false, PayBy.CARD, price).cost(Liable.CUSTOMER);
        assertThat(cost.charged()).isEqualTo(Money.cents(1000));
        assertThat(cost.returned()).isEqualTo(Money.cents(1259));
        assertThat(cost.why()).contains("half of the dishes");
    }

    @Test
    void nobody_ever_pays_more_than_agreed_and_all_in_coins() {
        var random = new Random(20);
        var codes = List.of("EUR", "JPY", "KWD");
        for (int i = 0; i < 20_000; i++) {
            var currency = new Currency(codes.get(random.nextInt(3)));
            var items = currency.coin() * random.nextInt(1, 10_000);
            var delivery = currency.coin() * random.nextInt(500);
            var kind = PromotionKind.values()[random.nextInt(3)];
            var most = kind == PromotionKind.FREE_DELIVERY ? delivery : items;
            var off = currency.coin() * random.nextLong(most / currency.coin() + 1);
            var by = random.nextBoolean() ? Liable.PLATFORM : Liable.RESTAURANT;
            var price = price(currency.code(), items, delivery, off, promotion(kind, by));
            for (var status :
                    List.of(OrderStatus.RECEIVED, OrderStatus.COMPLETE, OrderStatus.PICKED_UP))
                for (var liable : Liable.values()) {
                    var settled = settle(status, liable, price);
                    assertThat(settled.charged()).isBetween(Money.ZERO, price.total());
                    assertThat(settled.restaurant()).isBetween(Money.ZERO, price.itemsTotal());
                    assertThat(currency.holds(settled.charged())).isTrue();
                    assertThat(currency.holds(settled.restaurant())).isTrue();
                }
        }
    }
}
