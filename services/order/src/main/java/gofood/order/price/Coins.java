package gofood.order.price;

import gofood.contracts.Currency;
import gofood.contracts.Money;

/// Rounds what was not said in a currency's coins.
final class Coins {
    private Coins() {}

    static Money up(Currency currency, Money amount) {
        return new Money(Math.ceilDiv(amount.mills(), currency.coin()) * currency.coin());
    }
}
