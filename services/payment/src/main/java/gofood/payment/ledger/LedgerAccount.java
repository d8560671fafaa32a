package gofood.payment.ledger;

/// An account of the ledger. What it has is its debits less its credits; so what we owe somebody is
/// minus what their account has.
///
/// @param name as it is stored: `restaurant:7`, `tax:vat`
public record LedgerAccount(String name) {
    /// What stands before the number of a customer's account.
    public static final String CUSTOMERS = "customer:";

    /// Money that lies with the card provider.
    public static final LedgerAccount CARD = new LedgerAccount("provider:card");

    public static final LedgerAccount BANK = new LedgerAccount("bank");

    /// What we earn on dishes, without value added tax.
    public static final LedgerAccount COMMISSION = new LedgerAccount("platform:commission");

    /// What customers pay us for the ride and for our service, without value added tax.
    public static final LedgerAccount FEES = new LedgerAccount("platform:fees");

    /// Discounts that we pay for.
    public static final LedgerAccount PROMOTIONS = new LedgerAccount("platform:promotions");

    /// What we pay couriers for rides.
    public static final LedgerAccount RIDES = new LedgerAccount("platform:rides");

    /// What we pay for things that went wrong, less what we keep of orders that came to nothing.
    public static final LedgerAccount COMPENSATION = new LedgerAccount("platform:compensation");

    /// What we gave away as credit.
    public static final LedgerAccount CREDITS = new LedgerAccount("platform:credits");

    /// Value added tax that we owe the state.
    public static final LedgerAccount VAT = new LedgerAccount("tax:vat");

    /// What we hold of a customer's money for orders, and owe in food or in money.
    public static LedgerAccount customer(long id) {
        return new LedgerAccount(CUSTOMERS + id);
    }

    /// A customer's credit with us.
    public static LedgerAccount wallet(long customerId) {
        return new LedgerAccount("wallet:" + customerId);
    }

    public static LedgerAccount restaurant(long id) {
        return new LedgerAccount("restaurant:" + id);
    }

    public static LedgerAccount courier(long id) {
        return new LedgerAccount("courier:" + id);
    }

    /// What a courier holds of our money, taken at doors.
    public static LedgerAccount cash(long courierId) {
        return new LedgerAccount("cash:" + courierId);
    }

    @Override
    public String toString() {
        return name;
    }
}
