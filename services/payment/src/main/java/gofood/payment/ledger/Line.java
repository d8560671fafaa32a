package gofood.payment.ledger;

import gofood.contracts.Money;

/// One side of a movement.
///
/// @param amount positive: the account gets it (debit); negative: it gives it (credit)
/// @param vat what of the amount is value added tax, with the same sign
/// @param text for statements, in a sentence
public record Line(LedgerAccount account, Kind kind, Money amount, Money vat, String text) {
    /// The account gets it.
    public static Line debit(LedgerAccount account, Kind kind, Money amount, String text) {
        return new Line(account, kind, amount, Money.ZERO, text);
    }

    /// The account gives it: what we owe to it grows.
    public static Line credit(LedgerAccount account, Kind kind, Money amount, String text) {
        return new Line(account, kind, amount.negated(), Money.ZERO, text);
    }

    /// @param tax what of the amount is value added tax, with the sign of the amount
    public Line withVat(Money tax) {
        return new Line(account, kind, amount, tax, text);
    }
}
