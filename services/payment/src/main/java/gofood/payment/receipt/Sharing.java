package gofood.payment.receipt;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.Shares;
import java.util.Optional;
import java.util.stream.Stream;

/// Who has got what of an order so far.
///
/// @param lines how many the ledger has about it
/// @param kept what is left of what the customer paid, wherever it lies
record Sharing(long lines, Money kept, Shares shares) {
    /// The shares, once they are final: nothing waits on the customer's account, and they add up to
    /// what the payment says was kept.
    Optional<Shares> settled(Money paidLessRefunded) {
        var isSettled = lines > 0 && kept.equals(paidLessRefunded) && sum().equals(kept);
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
