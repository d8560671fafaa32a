package gofood.order.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.contracts.RestaurantApi.TaxClass;
import gofood.platform.run.Env;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingTest {
    private static final Tariff TARIFF = Tariff.from(new Env(Map.of()));
    private static final Pricing PRICING = new Pricing(TARIFF);
    private static final Currency EUR = new Currency("EUR");
    private static final int BASKETS = 10_000;

    private static Line line(int number, int quantity, long cents, String percent) {
        return new Line(
                number,
                "" + number,
                "Dish",
                quantity,
                List.of(),
                null,
                Money.cents(cents),
                new BigDecimal(percent));
    }

    private static Discount off(
            PromotionKind kind, @Nullable Integer percent, @Nullable Money amount) {
        return new Discount(new Applied("HELLO", kind, Liable.PLATFORM), percent, amount, null);
    }

    private static final List<Line> DINNER =
            List.of(line(1, 2, 1399, "10"), line(2, 1, 600, "5.5"), line(3, 1, 900, "20"));
    private static final Fees FEES = new Fees(Money.cents(259), Money.cents(215), Money.cents(0));

    @Test
    void a_price_says_what_of_it_is_tax_at_each_rate() {
        var price = PRICING.price(EUR, DINNER, FEES, null, Money.cents(200));
        assertThat(price.itemsTotal()).isEqualTo(Money.cents(4298));
        assertThat(price.total()).isEqualTo(Money.cents(4298 + 259 + 215 + 200));
        assertThat(price.taxes())
                .extracting(tax ->
                        tax.percent() + ": " + tax.gross() + " = " + tax.net() + " + " + tax.tax())
                .containsExactly(
                        "5.5: 6.00 = 5.69 + 0.31",
                        "10: 27.98 = 25.44 + 2.54",
                        "20: 13.74 = 11.45 + 2.29");
    }

    @Test
    void a_percentage_is_taken_off_the_dishes_and_their_tax() {
        var price =
                PRICING.price(EUR, DINNER, FEES, off(PromotionKind.PERCENT, 10, null), Money.ZERO);
        assertThat(price.discount()).isEqualTo(Money.cents(430));
        assertThat(Pricing.worths(price, DINNER))
                .containsExactly(Money.cents(2518), Money.cents(540), Money.cents(810));
        assertThat(price.total()).isEqualTo(Money.cents(4298 - 430 + 474));
    }

    @Test
    void a_discount_has_its_limits() {
        var most =
                new Discount(
                        new Applied("HALF", PromotionKind.PERCENT, Liable.RESTAURANT),
                        50,
                        null,
                        Money.cents(700));
        assertThat(PRICING.price(EUR, DINNER, FEES, most, Money.ZERO).discount())
                .isEqualTo(Money.cents(700));
        var huge = off(PromotionKind.AMOUNT, null, Money.cents(100_000));
        assertThat(PRICING.price(EUR, DINNER, FEES, huge, Money.ZERO).total())
                .isEqualTo(FEES.sum());
    }

    @Test
    void a_free_delivery_takes_nothing_off_the_dishes() {
        var price =
                PRICING.price(
                        EUR,
                        DINNER,
                        FEES,
                        off(PromotionKind.FREE_DELIVERY, null, null),
                        Money.ZERO);
        assertThat(price.discount()).isEqualTo(Money.cents(259));
        assertThat(Pricing.worths(price, DINNER)).first().isEqualTo(Money.cents(2798));
        assertThat(price.taxes().getLast().gross()).isEqualTo(Money.cents(900 + 215));
    }

    @Test
    void what_is_left_of_an_order_keeps_its_fees_and_its_share_of_the_discount() {
        var tenth =
                PRICING.price(
                        EUR, DINNER, FEES, off(PromotionKind.PERCENT, 10, null), Money.cents(100));
        var left = PRICING.reprice(tenth, DINNER, DINNER.subList(0, 1));
        assertThat(left.discount()).isEqualTo(Money.cents(280));
        assertThat(left.serviceFee()).isEqualTo(tenth.serviceFee());
        assertThat(left.total()).isEqualTo(Money.cents(2798 - 280 + 474 + 100));
        var five =
                PRICING.price(
                        EUR,
                        DINNER,
                        FEES,
                        off(PromotionKind.AMOUNT, null, Money.cents(3000)),
                        Money.ZERO);
        assertThat(PRICING.reprice(five, DINNER, DINNER.subList(0, 1)).discount())
                .isEqualTo(Money.cents(2798));
        var free =
                PRICING.price(
                        EUR,
                        DINNER,
                        FEES,
                        off(PromotionKind.FREE_DELIVERY, null, null),
                        Money.ZERO);
        assertThat(PRICING.reprice(free, DINNER, List.of()).total()).isEqualTo(Money.cents(215));
    }

    @Test
    void dearer_dishes_are_not_repriced() {
        var price = PRICING.price(EUR, DINNER, FEES, null, Money.ZERO);
        assertThatThrownBy(() -> PRICING.reprice(price, DINNER, List.of(line(1, 9, 9999, "10"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_sums_hold_for_any_basket_in_currencies_with_no_two_and_three_decimals() {
        for (var code : List.of("EUR", "JPY", "KWD")) {
            var seed = System.nanoTime();
            var random = new Random(seed);
            for (int i = 0; i < BASKETS; i++)
                check(new Currency(code), random, code + " seed " + seed);
        }
    }

    private static void check(Currency currency, Random random, String seed) {
        var lines = lines(currency, random);
        var at = LocalTime.ofSecondOfDay(random.nextInt(86_400));
        var fees = TARIFF.fees(currency, Pricing.sum(lines), random.nextInt(8_000), at);
        var tip = currency.ofCoins(random.nextInt(4) * 50);
        var discount = discount(random);
        var price = PRICING.price(currency, lines, fees, discount, tip);
        adds(currency, price, lines, seed);
        var fewer = fewer(currency, random, lines);
        var left = PRICING.reprice(price, lines, fewer);
        adds(currency, left, fewer, seed);
        assertThat(left.total()).as(seed).isLessThanOrEqualTo(price.total());
        assertThat(left.discount()).as(seed).isLessThanOrEqualTo(price.discount());
    }

    private static List<Line> lines(Currency currency, Random random) {
        var kinds = TaxClass.values();
        var lines = new ArrayList<Line>();
        for (int number = 1; number <= 1 + random.nextInt(6); number++)
            lines.add(
                    new Line(
                            number,
                            "" + number,
                            "Dish",
                            1 + random.nextInt(4),
                            List.of(),
                            null,
                            currency.ofCoins(random.nextInt(random.nextInt(20) == 0 ? 1 : 3000)),
                            TARIFF.vatPercent(kinds[random.nextInt(kinds.length)])));
        return lines;
    }

    private static @Nullable Discount discount(Random random) {
        var most = random.nextBoolean() ? null : new Money(random.nextInt(9_000));
        var kind = PromotionKind.values()[random.nextInt(3)];
        var terms = new Applied("HELLO", kind, Liable.PLATFORM);
        return random.nextInt(4) == 0
                ? null
                : new Discount(
                        terms, 1 + random.nextInt(100), new Money(random.nextInt(30_000)), most);
    }

    /// Some lines dropped, some smaller, some swapped for something cheaper.
    private static List<Line> fewer(Currency currency, Random random, List<Line> lines) {
        var fewer = new ArrayList<Line>();
        for (var line : lines) {
            var coins = currency.coins(line.price());
            var price = random.nextBoolean() ? coins : random.nextLong(coins + 1);
            if (random.nextInt(3) > 0)
                fewer.add(
                        new Line(
                                line.line(),
                                line.itemId(),
                                line.name(),
                                1 + random.nextInt(line.quantity()),
                                List.of(),
                                null,
                                currency.ofCoins(price),
                                TARIFF.vatPercent(TaxClass.values()[random.nextInt(3)])));
        }
        return fewer;
    }

    private static void adds(Currency currency, Price price, List<Line> lines, String seed) {
        var parts =
                price.itemsTotal()
                        .plus(price.deliveryFee())
                        .plus(price.serviceFee())
                        .plus(price.smallOrderFee())
                        .minus(price.discount())
                        .plus(price.tip());
        assertThat(price.total()).as(seed).isEqualTo(parts);
        assertThat(price.itemsTotal()).as(seed).isEqualTo(Pricing.sum(lines));
        var gross = Money.ZERO;
        for (var tax : price.taxes()) {
            assertThat(tax.net().plus(tax.tax())).as(seed).isEqualTo(tax.gross());
            assertThat(tax.net()).as(seed).isGreaterThanOrEqualTo(Money.ZERO);
            assertThat(tax.tax()).as(seed).isGreaterThanOrEqualTo(Money.ZERO);
            gross = gross.plus(tax.gross());
            assertThat(currency.holds(tax.gross()) && currency.holds(tax.tax())).as(seed).isTrue();
        }
        assertThat(gross).as(seed).isEqualTo(price.total().minus(price.tip()));
        for (var worth : Pricing.worths(price, lines))
            assertThat(worth).as(seed).isGreaterThanOrEqualTo(Money.ZERO);
        var promotion = price.promotion();
        var free = promotion != null && promotion.kind() == PromotionKind.FREE_DELIVERY;
        assertThat(price.discount())
                .as(seed)
                .isBetween(Money.ZERO, free ? price.deliveryFee() : price.itemsTotal());
        assertThat(currency.holds(price.total()) && currency.holds(price.discount()))
                .as(seed)
                .isTrue();
    }
}
