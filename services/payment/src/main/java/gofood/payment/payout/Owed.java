package gofood.payment.payout;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.payment.statement.Payee;

/// What was on somebody's accounts at a moment, as the ledger counts: what we owe is negative.
///
/// @param own what is on their own account
/// @param cash what they hold of our cash; nothing for restaurants
record Owed(Payee payee, Currency currency, Money own, Money cash) {
    /// What they are to be paid. The cash that they hold is a part of it; who holds more than we
    /// owe them is paid nothing, as is who owes us.
    Money payable() {
        var owed = own.plus(cash).negated();
        return owed.isPositive() ? owed : Money.ZERO;
    }
}
