package gofood.payment.statement;

import gofood.contracts.PaymentApi.Party;
import gofood.payment.ledger.LedgerAccount;
import gofood.platform.http.Call;
import gofood.platform.wire.Refused;
import java.util.Optional;
import java.util.stream.Stream;

/// A restaurant or courier that has an account with us.
public record Payee(Party party, long id) {
    /// The one whom a request is about, if it may ask that: staff for their own restaurants,
    /// couriers for themselves, operators for all.
    public static Optional<Payee> asked(Call call) {
        var restaurant = call.queryNumber("restaurant_id");
        var courier = call.queryNumber("courier_id");
        if (restaurant.isPresent() && courier.isPresent())
            throw Refused.invalid("courier_id", "goes without restaurant_id");
        restaurant.ifPresent(call::onlyForStaffOf);
        courier.ifPresent(id -> call.onlyFor(id, "courier"));
        return restaurant
                .map(id -> new Payee(Party.RESTAURANT, id))
                .or(() -> courier.map(id -> new Payee(Party.COURIER, id)));
    }

    /// Where it stands what we owe them.
    public LedgerAccount account() {
        return switch (party) {
            case RESTAURANT -> LedgerAccount.restaurant(id);
            case COURIER -> LedgerAccount.courier(id);
        };
    }

    /// Where it stands what they hold of our money: couriers, who are paid at doors.
    public Optional<LedgerAccount> cash() {
        return switch (party) {
            case RESTAURANT -> Optional.empty();
            case COURIER -> Optional.of(LedgerAccount.cash(id));
        };
    }

    /// The names of both. What is on them, taken together, is what they owe us.
    public Stream<String> accounts() {
        return Stream.concat(Stream.of(account()), cash().stream()).map(LedgerAccount::name);
    }
}
