package gofood.restaurant.kitchen;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.TicketStatus;
import java.util.List;

/// The kitchen's part in [gofood.app.OneLife]: its own rules, without its store.
public final class TicketPart {
    private TicketStatus status;

    public TicketPart(TicketStatus status) {
        this.status = status;
    }

    public List<TicketStatus> allowed() {
        return TicketLife.allowed(status);
    }

    public void move(TicketStatus wanted) {
        TicketLife.check(status, wanted);
        status = wanted;
    }

    public void told(OrderEvent event) {
        status = TicketLife.told(status, event).status();
    }

    public TicketStatus status() {
        return status;
    }
}
