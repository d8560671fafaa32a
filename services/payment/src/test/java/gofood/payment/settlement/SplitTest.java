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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
            if (ending instanceof Ending.Delivered && kept.equals(sale.price().total()))
                everybodyHasTheirPart(seed, sale, entry);
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

    /// What each party has, by the price alone; and nothing is left over for the platform to bear.
    private static void everybodyHasTheirPart(long seed, Sale sale, Entry entry) {
        var price = sale.price();
        var own = sale.isDiscountTheRestaurants() ? price.discount() : Money.ZERO;
        var onDishes = sale.isDiscountTheRestaurants() ? sale.discountOnDishes() : Money.ZERO;
        var commission = has(entry, "platform:commission");
        assertThat(has(entry, "platform:compensation")).as("seed %d", seed).isZero();
        assertThat(-has(entry, "courier:31")).isEqualTo(price.tip().mills());
        assertThat(has(entry, "platform:promotions"))
                .isEqualTo(price.discount().minus(own).mills());
        var gross = price.itemsTotal().minus(onDishes).mills();
        assertThat(-commission).isBetween(0L, gross / 5 + sale.currency().coin());
        var ours = -commission - has(entry, "platform:fees") - has(entry, "tax:vat");
        assertThat(-has(entry, "restaurant:7") + ours)
                .isEqualTo(price.itemsTotal().minus(own).plus(sale.fees()).mills());
    }

    private static long has(Entry entry, String account) {
        return entry.lines().stream()
                .filter(line -> line.account().name().equals(account))
                .mapToLong(line -> line.amount().mills())
                .sum();
    }

    /// The order service has the same example.
    @Test
    void a_discount_is_spread_by_largest_remainder_the_first_line_first() {
        var ten = Money.cents(1000);
        var items = new ArrayList<Line>();
        for (int i = 1; i <= 3; i++)
            items.add(new Line(i, "30" + i, "Dish", 1, List.of(), null, ten, BigDecimal.TEN));
        var off = new Applied("HELLO", PromotionKind.AMOUNT, Liable.PLATFORM);
        var price =
                new Price(
                        Money.cents(3000),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.cents(100),
                        Money.ZERO,
                        Money.cents(2900),
                        "EUR",
                        off,
                        List.of());
        var pieces = new Pieces(new Sale(7, "Chez Test", items, price), List.of());
        assertThat(
                        IntStream.rangeClosed(1, 3)
                                .mapToObj(i -> pieces.take(List.of(new ProblemItem(i, 1))))
                                .map(Money::toString))
                .containsExactly("9.66", "9.67", "9.67");
    }

    @Test
    void a_delivery_that_nobody_pays_is_not_taxed_and_commission_is_on_what_dishes_are_worth() {
        var rates = new Rates(BigDecimal.valueOf(20), BigDecimal.ZERO, BigDecimal.valueOf(20));
        var given = promoted(PromotionKind.FREE_DELIVERY, Liable.PLATFORM, 300, 300);
        var entry = entry(rates, given);
        assertThat(has(entry, "tax:vat")).isZero();
        assertThat(has(entry, "platform:fees")).isEqualTo(-3_000);
        assertThat(has(entry, "platform:promotions")).isEqualTo(3_000);
        var paid = promoted(PromotionKind.FREE_DELIVERY, Liable.RESTAURANT, 300, 300);
        assertThat(has(entry(rates, paid), "tax:vat")).isEqualTo(-500);
        var cheaper = promoted(PromotionKind.AMOUNT, Liable.RESTAURANT, 0, 1000);
        assertThat(has(entry(rates, cheaper), "platform:commission")).isEqualTo(-4_000);
    }

    private static Entry entry(Rates rates, Sale sale) {
        var lines = Split.of(rates, sale, delivered(), 5, 12, sale.price().total());
        return new Entry("test", 5L, sale.currency(), lines);
    }

    /// Dishes of 30.00.
    private static Sale promoted(PromotionKind kind, Liable by, long ride, long off) {
        var all = Money.cents(3000);
        var items = List.of(new Line(1, "301", "D", 1, List.of(), null, all, BigDecimal.TEN));
        var price =
                new Price(
                        all,
                        Money.cents(ride),
                        Money.ZERO,
                        Money.ZERO,
                        Money.cents(off),
                        Money.ZERO,
                        Money.cents(3000 + ride - off),
                        "EUR",
                        new Applied("HELLO", kind, by),
                        List.of());
        return new Sale(7, "Chez Test", items, price);
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
