package gofood.order.substitution;

import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewSubstitution;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.UserApi.Role;
import gofood.order.life.OrderViews;
import gofood.order.price.PricedMenu;
import gofood.order.price.Tariff;
import gofood.platform.Foundation;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// What kitchens and customers say about a dish that isn't there.
public final class SubstitutionRoutes {
    private static final String ALL = "/orders/{order_id}/substitutions";
    private static final String ONE = ALL + "/{substitution_id}";

    private final Foundation base;
    private final OrderViews views;
    private final Substitutions substitutions;
    private final LongFunction<Menu> menus;
    private final Tariff tariff;

    /// @param menus a restaurant's menu by its number
    public SubstitutionRoutes(
            Foundation base,
            OrderViews views,
            Substitutions substitutions,
            LongFunction<Menu> menus,
            Tariff tariff) {
        this.base = base;
        this.views = views;
        this.substitutions = substitutions;
        this.menus = menus;
        this.tariff = tariff;
    }

    public Routes table() {
        return new Routes()
                .create(ALL, Access.only(Role.STAFF, Role.OPERATOR), this::propose)
                .post(ONE + "/accept", Access.SIGNED_IN, call -> answer(call, true))
                .post(ONE + "/drop", Access.SIGNED_IN, call -> answer(call, false));
    }

    private Idempotency.Creation propose(Call call) {
        var wanted = call.body(NewSubstitution.class);
        var order = base.db().tx(tx -> views.visible(tx, call));
        var restaurant = order.purchase().restaurantId();
        call.onlyForStaffOf(restaurant);
        var dish = priced(restaurant, wanted);
        return tx ->
                Reply.created(
                        "/orders/" + order.id(),
                        substitutions.propose(
                                tx, order.id(), wanted, dish, "restaurant " + restaurant));
    }

    /// One of it, as the menu has it now.
    private @Nullable Line priced(long restaurantId, NewSubstitution wanted) {
        var item = wanted.itemId();
        if (item == null) return null;
        var one = new NewLine(item, 1, wanted.options(), null);
        return new PricedMenu(menus.apply(restaurantId), tariff)
                .line(wanted.line(), one, base.clock().instant());
    }

    private Reply answer(Call call, boolean accept) {
        var id = call.id("substitution_id");
        var person = call.person();
        return base.db()
                .tx(tx -> {
                    var order = views.own(tx, call);
                    var after = substitutions.answer(tx, order.id(), id, accept, person.name());
                    return Reply.ok(views.view(tx, after.id(), person));
                });
    }
}
