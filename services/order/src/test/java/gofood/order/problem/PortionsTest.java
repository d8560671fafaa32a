package gofood.order.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.order.price.Pricing;
import gofood.platform.wire.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What single pieces of an order's lines are worth.
class PortionsTest {
    private static Line line(int number, int quantity, long mills) {
        var price = new Money(mills);
        return new Line(number, "9", "soup", quantity, List.of(), null, price, BigDecimal.TEN);
    }

    private static Price price(String currency, List<Line> lines, Money discount) {
        var items = Pricing.sum(lines);
        return new Price(
                items,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                discount,
                Money.ZERO,
                items.minus(discount),
                currency,
                new Applied("SPRING", PromotionKind.AMOUNT, Liable.PLATFORM),
                List.of());
    }

    private static Refused refusal(Portions pieces, int line, int quantity) {
        return catchThrowableOfType(
                Refused.class, () -> pieces.report(List.of(new ProblemItem(line, quantity))));
    }

    @Test
    void however_they_are_reported_all_pieces_are_worth_what_was_paid_for_them() {
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            var currency = new Currency(List.of("EUR", "JPY", "KWD").get(i % 3));
            var lines = new ArrayList<Line>();
            for (int n = 1; n <= random.nextInt(1, 5); n++)
                lines.add(line(n, random.nextInt(1, 6), currency.coin() * random.nextInt(3000)));
            var items = Pricing.sum(lines);
            var off = currency.ofCoins(random.nextLong(currency.coins(items) + 1));
            var single = new ArrayList<ProblemItem>();
            for (var line : lines)
                for (int piece = 0; piece < line.quantity(); piece++)
                    single.add(new ProblemItem(line.line(), 1));
            Collections.shuffle(single, random);
            var pieces = new Portions(price(currency.code(), lines, off), lines);
            var sum = Money.ZERO;
            for (var piece : single) {
                var worth = pieces.report(List.of(piece));
                assertThat(worth).isGreaterThanOrEqualTo(Money.ZERO);
                sum = sum.plus(worth);
            }
            assertThat(sum).isEqualTo(items.minus(off));
        }
    }

    @Test
    void a_piece_is_reported_once_and_only_if_it_was_ordered() {
        var lines = List.of(line(1, 2, 5_000));
        var pieces = new Portions(price("EUR", lines, Money.cents(300)), lines);
        assertThat(pieces.report(List.of(new ProblemItem(1, 1)))).isEqualTo(Money.cents(350));
        assertThat(refusal(pieces, 1, 2).code()).isEqualTo("already_reported");
        assertThat(refusal(pieces, 1, 3).status()).isEqualTo(422);
        assertThat(refusal(pieces, 2, 1).status()).isEqualTo(422);
    }
}
