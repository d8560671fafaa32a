package gofood.order.price;

import gofood.contracts.Money;

/// What an order costs beside its dishes, value added tax included.
///
/// @param smallOrder what a small order is short of, so that the ride is worth while
public record Fees(Money delivery, Money service, Money smallOrder) {
    Money sum() {
        return delivery.plus(service).plus(smallOrder);
    }
}
