package gofood.payment.receipt;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.Shares;
import java.util.Optional;
import java.util.stream.Stream;

/// Who has got what of an order so far.
///
/// @param rides how many of its lines are a courier's pay
/// @param kept what is left of what the customer paid, wherever it lies
record Sharing(long rides, Money kept, Shares shares) {
    /// The shares, once they are final: nothing waits on the customer's account, they add up to
    /// what the payment says was kept, and who brought the order has been paid.
    Optional<Shares> settled(Money paidLessRefunded, boolean delivered) {
        var isComplete = !delivered || rides > 0;
        var isSettled = isComplete && kept.equals(paidLessRefunded) && sum().equals(kept);
        return isSettled ? Optional.of(shares) : Optional.empty();
    }

    private Money sum() {
        return Stream.of(
                        shares.restaurant(),
                        shares.courier(),
                        shares.tip(),
                        shares.platform(),
                        shares.tax())
                .reduce(Money.ZERO, Money::plus);
    }
}
