package gofood.payment.settlement;

import static gofood.payment.ledger.Line.credit;
import static gofood.payment.ledger.Line.debit;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi;
import gofood.contracts.OrderApi.Settlement;
import gofood.payment.ledger.Kind;
import gofood.payment.ledger.LedgerAccount;
import gofood.payment.ledger.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Takes what is kept of an order's money from the customer's account and gives everybody their
/// part. Parts are rounded one by one; what they add up to is compared with what is kept, and the
/// difference is the platform's, so that nothing is ever left over.
public final class Split {
    private final Rates rates;
    private final Sale sale;
    private final Currency currency;
    private final String order;
    private final List<Line> lines = new ArrayList<>();

    private Split(Rates rates, Sale sale, long orderId) {
        this.rates = rates;
        this.sale = sale;
        currency = sale.currency();
        order = "order " + orderId;
    }

    /// @param kept what was captured and doesn't go back
    /// @return balanced lines
    public static List<Line> of(
            Rates rates, Sale sale, Ending ending, long orderId, long customerId, Money kept) {
        var split = new Split(rates, sale, orderId);
        split.add(
                debit(
                        LedgerAccount.customer(customerId),
                        Kind.SALE,
                        kept,
                        "Paid for " + split.order));
        switch (ending) {
            case Ending.Delivered(var courierId) -> split.delivered(courierId);
            case Ending.CalledOff(var settlement) -> split.calledOff(settlement);
        }
        split.balance();
        return List.copyOf(split.lines);
    }

    private void delivered(long courierId) {
        var price = sale.price();
        // as when an order is called off: a discount of the restaurant's own makes its dishes
        // cheaper
        var own = sale.isDiscountTheRestaurants() ? sale.discountOnDishes() : Money.ZERO;
        sell(price.itemsTotal(), price.itemsTotal().minus(own), Kind.SALE, "Dishes of " + order);
        discount(price.discount());
        fees(sale.fees());
        add(credit(LedgerAccount.courier(courierId), Kind.TIP, price.tip(), "Tip of " + order));
    }

    private void calledOff(Settlement settlement) {
        var dishes = settlement.restaurant();
        sell(dishes, dishes, Kind.COMPENSATION, "Dishes of " + order + ", called off");
    }

    /// The restaurant sells, and we have our commission from it.
    ///
    /// @param worth what the commission is a share of
    private void sell(Money dishes, Money worth, Kind kind, String text) {
        var restaurant = LedgerAccount.restaurant(sale.restaurantId());
        var net = Rates.of(currency, worth, rates.commission());
        var tax = Rates.of(currency, net, rates.commissionVat());
        add(credit(restaurant, kind, dishes, text).withVat(vatOf(dishes).negated()));
        add(
                debit(restaurant, Kind.COMMISSION, net.plus(tax), "Commission on " + order)
                        .withVat(tax));
        add(credit(LedgerAccount.COMMISSION, Kind.COMMISSION, net, "Commission on " + order));
        add(credit(LedgerAccount.VAT, Kind.VAT, tax, "Tax on the commission on " + order));
    }

    private void discount(Money discount) {
        var text = "Discount on " + order;
        add(
                sale.isDiscountTheRestaurants()
                        ? debit(
                                        LedgerAccount.restaurant(sale.restaurantId()),
                                        Kind.PROMOTION,
                                        discount,
                                        text)
                                .withVat(vatOf(sale.discountOnDishes()))
                        : debit(LedgerAccount.PROMOTIONS, Kind.PROMOTION, discount, text));
    }

    private void fees(Money gross) {
        // what we give away ourselves, nobody pays; a restaurant that gives it pays it to us
        var given = sale.isDiscountTheRestaurants() ? Money.ZERO : sale.discountOnRide();
        var tax = Rates.within(currency, gross.minus(given), rates.feeVat());
        add(credit(LedgerAccount.FEES, Kind.FEE, gross.minus(tax), "Fees of " + order));
        add(credit(LedgerAccount.VAT, Kind.VAT, tax, "Tax on the fees of " + order));
    }

    /// What wasn't paid for is our loss; what was kept for nothing in particular is no sale, and so
    /// not taxed.
    private void balance() {
        var sum = lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
        add(
                debit(
                        LedgerAccount.COMPENSATION,
                        Kind.COMPENSATION,
                        sum.negated(),
                        "Settlement of " + order));
    }

    private void add(Line line) {
        if (!line.amount().isZero()) lines.add(line);
    }

    /// What of a part of the dishes' price is the restaurant's value added tax.
    public static Money vatOf(Sale sale, Money part) {
        var whole = sale.price().itemsTotal();
        if (whole.isZero()) return Money.ZERO;
        var grossByRate = new TreeMap<BigDecimal, Money>();
        for (OrderApi.Line line : sale.items())
            grossByRate.merge(line.vatPercent(), line.price().times(line.quantity()), Money::plus);
        var tax = Money.ZERO;
        for (var rate : grossByRate.entrySet())
            tax = tax.plus(Rates.within(sale.currency(), rate.getValue(), rate.getKey()));
        return sale.currency().share(tax, part.mills(), whole.mills());
    }

    private Money vatOf(Money part) {
        return vatOf(sale, part);
    }
}
