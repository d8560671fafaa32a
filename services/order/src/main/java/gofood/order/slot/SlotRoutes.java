package gofood.order.slot;

import gofood.contracts.RestaurantApi.Menu;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.util.function.LongFunction;

/// Asks when one can have it later.
public final class SlotRoutes {
    private final Db db;
    private final Slots slots;
    private final LongFunction<Menu> menus;

    /// @param menus a restaurant's menu by its number
    public SlotRoutes(Db db, Slots slots, LongFunction<Menu> menus) {
        this.db = db;
        this.slots = slots;
        this.menus = menus;
    }

    public Routes table() {
        return new Routes().get("/slots", Access.ANYONE, this::list);
    }

    private Reply list(Call call) {
        var restaurant =
                call.queryNumber("restaurant_id")
                        .orElseThrow(() -> Refused.invalid("restaurant_id", "must be given"));
        var menu = menus.apply(restaurant);
        return Reply.ok(db.tx(tx -> slots.list(tx, menu)));
    }
}
