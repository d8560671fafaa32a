package gofood.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.contracts.OrderApi.Settlement;
import gofood.payment.ledger.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the prices, the parts add up to the whole, in whole coins.
class SplitTest {
    private static final int TIMES = 2_000;

    private static final List<String> RATES = List.of("0", "2.5", "5.5", "10", "20");

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "KWD"})
    void the_parts_of_an_order_add_up_to_what_is_kept(String code) {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < TIMES; i++) {
            var sale = sale(random, new Currency(code));
            var kept = sale.price().total();
            if (random.nextInt(5) == 0) kept = some(random, sale.currency(), kept);
            var ending = random.nextBoolean() ? delivered() : calledOff(random, sale);
            var lines = Split.of(rates(random), sale, ending, 5, 12, kept);
            // an entry refuses lines that don't add up, and amounts that split coins
            var entry = new Entry("seed " + seed, 5L, sale.currency(), lines);
            var parts =
                    entry.lines().stream()
                            .filter(line -> !line.account().name().equals("customer:12"))
                            .mapToLong(line -> line.amount().mills())
                            .sum();
            assertThat(-parts).as("seed %d", seed).isEqualTo(kept.mills());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "KWD"})
    void dishes_refunded_one_by_one_give_what_was_paid_for_all(String code) {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < TIMES; i++) {
            var sale = sale(random, new Currency(code));
            var single = new ArrayList<ProblemItem>();
            for (var line : sale.items())
                for (int n = 0; n < line.quantity(); n++)
                    single.add(new ProblemItem(line.line(), 1));
            Collections.shuffle(single, random);
            var pieces = new Pieces(sale, List.of());
            var sum = Money.ZERO;
            for (var piece : single) {
                var worth = pieces.take(List.of(piece));
                assertThat(sale.currency().holds(worth)).isTrue();
                assertThat(worth.mills()).isNotNegative();
                sum = sum.plus(worth);
            }
            assertThat(sum)
                    .as("seed %d", seed)
                    .isEqualTo(sale.price().itemsTotal().minus(sale.discountOnDishes()));
        }
    }

    private static Ending delivered() {
        return new Ending.Delivered(31);
    }

    private static Ending calledOff(Random random, Sale sale) {
        var restaurant = some(random, sale.currency(), sale.price().itemsTotal());
        return new Ending.CalledOff(new Settlement(Liable.CUSTOMER, Money.ZERO, restaurant));
    }

    private static Rates rates(Random random) {
        return new Rates(rate(random), rate(random), rate(random));
    }

    private static BigDecimal rate(Random random) {
        return new BigDecimal(RATES.get(random.nextInt(RATES.size())));
    }

    /// So much, or less.
    private static Money some(Random random, Currency currency, Money most) {
        return currency.ofCoins(random.nextLong(currency.coins(most) + 1));
    }

    private static Sale sale(Random random, Currency currency) {
        var items = new ArrayList<Line>();
        var total = Money.ZERO;
        for (int i = 1; i <= 1 + random.nextInt(5); i++) {
            var price = currency.ofCoins(random.nextLong(1, 5_000));
            var quantity = 1 + random.nextInt(4);
            items.add(
                    new Line(i, "30" + i, "Dish", quantity, List.of(), null, price, rate(random)));
            total = total.plus(price.times(quantity));
        }
        return new Sale(7, "Chez Test", items, price(random, currency, total));
    }

    private static Price price(Random random, Currency currency, Money items) {
        var most = currency.ofCoins(1_000);
        var ride = some(random, currency, most);
        var service = some(random, currency, most);
        var small = some(random, currency, most);
        var tip = some(random, currency, most);
        var kind = PromotionKind.values()[random.nextInt(PromotionKind.values().length)];
        var funded = random.nextBoolean() ? Liable.RESTAURANT : Liable.PLATFORM;
        var discount = kind == PromotionKind.FREE_DELIVERY ? ride : some(random, currency, items);
        return new Price(
                items,
                ride,
                service,
                small,
                discount,
                tip,
                items.plus(ride).plus(service).plus(small).minus(discount).plus(tip),
                currency.code(),
                new Applied("HELLO", kind, funded),
                List.of());
    }
}
