package gofood.payment.desk;

import gofood.contracts.OrderApi.PayBy;
import gofood.payment.provider.Provider;

/// Who moves the money, for each way to pay.
public record Desks(Provider card, Provider cash, Provider wallet) {
    public Provider of(PayBy payBy) {
        return switch (payBy) {
            case CARD -> card;
            case CASH -> cash;
            case WALLET -> wallet;
        };
    }
}
