package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.PaymentApi.Receipt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Receipts of orders that really were paid, brought, refunded or called off.
class ReceiptLifeTest {
    private static PaymentBed shop;

    @BeforeAll
    static void start() {
        shop = new PaymentBed(provider -> provider);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    private static long brought(long order) {
        shop.receive(order);
        shop.deliver(order);
        shop.earn(order, Money.cents(450));
        shop.awaitSettled(order);
        return order;
    }

    private static Receipt receipt(long order) {
        return shop.operator().get("/receipts/" + order).as(Receipt.class);
    }

    private static void refund(long order, String body) {
        var payment = shop.payment(order).path("payment_id").asLong();
        var answer = shop.operator().post("/payments/" + payment + "/refunds", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    /// Waits until the shares are told with this paid and refunded: they come with a moment's
    /// delay.
    private static Receipt awaitShares(long order, String paid, String refunded) {
        PaymentBed.await(
                paid + " less " + refunded + " shared: " + receipt(order),
                () -> {
                    var receipt = receipt(order);
                    return receipt.shares() != null
                            && receipt.paid().toString().equals(paid)
                            && receipt.refunded().toString().equals(refunded);
                });
        var receipt = receipt(order);
        var shares = receipt.shares();
        var parts =
                Stream.of(
                        shares.restaurant(),
                        shares.courier(),
                        shares.tip(),
                        shares.platform(),
                        shares.tax());
        assertThat(parts.reduce(Money.ZERO, Money::plus))
                .isEqualTo(receipt.paid().minus(receipt.refunded()));
        return receipt;
    }

    @Test
    void an_order_that_was_brought_is_shared_and_a_refund_taken_off() {
        var order = brought(shop.placeAndAuthorize("tok_visa"));
        PaymentBed.await("ride", () -> shop.booked(order, "platform:rides").equals("4.50"));
        var before = awaitShares(order, "34.40", "0.00");
        assertThat(before.shares().restaurant()).isEqualTo(Money.cents(2143));
        assertThat(before.shares().courier()).isEqualTo(Money.cents(450));
        assertThat(before.shares().tip()).isEqualTo(Money.cents(200));
        refund(order, "{\"amount\": 5.00, \"reason\": \"cold\", \"liable\": \"restaurant\"}");
        var after = awaitShares(order, "34.40", "5.00");
        assertThat(after.refunds()).hasSize(1);
        assertThat(after.shares().restaurant()).isLessThan(before.shares().restaurant());
    }

    @Test
    void an_order_that_was_called_off_is_shared_by_its_rule() {
        var order = shop.placeAndCapture();
        assertThat(receipt(order).shares()).isNull();
        shop.cancel(order, new Settlement(Liable.CUSTOMER, Money.cents(3000), Money.cents(2820)));
        var receipt = awaitShares(order, "34.40", "4.40");
        assertThat(receipt.shares().restaurant()).isEqualTo(Money.cents(2143));
    }

    @Test
    void cash_that_goes_back_as_credit_is_shared_too() {
        var order = shop.place(PaymentBed.CUSTOMER, new PaymentMethod(PayBy.CASH, null));
        shop.awaitOrderEvent("payment.authorized", order);
        brought(order);
        refund(order, "{\"amount\": 3.10, \"reason\": \"late\"}");
        var receipt = awaitShares(order, "34.40", "3.10");
        assertThat(receipt.payBy()).isEqualTo(PayBy.CASH);
    }
}
