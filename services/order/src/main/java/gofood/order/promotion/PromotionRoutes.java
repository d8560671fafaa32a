package gofood.order.promotion;

import static gofood.platform.http.Access.only;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.NewPromotion;
import gofood.contracts.OrderApi.PromotionList;
import gofood.contracts.OrderApi.PromotionSwitch;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import org.jspecify.annotations.Nullable;

/// What operators do with promotions.
public final class PromotionRoutes {
    private final Db db;
    private final Promotions promotions;
    private final Currency currency;

    public PromotionRoutes(Db db, Promotions promotions, Currency currency) {
        this.db = db;
        this.promotions = promotions;
        this.currency = currency;
    }

    public Routes table() {
        var operator = only(Role.OPERATOR);
        return new Routes()
                .create("/promotions", operator, this::add)
                .get("/promotions", operator, this::list)
                .get("/promotions/{code}", operator, this::read)
                .put("/promotions/{code}", operator, this::turn);
    }

    private Idempotency.Creation add(Call call) {
        var wanted = call.body(NewPromotion.class);
        requirePayable("amount", wanted.amount());
        requirePayable("most_discount", wanted.mostDiscount());
        requirePayable("minimum_items", wanted.minimumItems());
        var only = wanted.restaurantId();
        if (only != null && only < 1) throw Refused.invalid("restaurant_id", "must be at least 1");
        return tx -> {
            var added =
                    promotions
                            .insert(tx, wanted)
                            .orElseThrow(() ->
                                    Refused.conflict(
                                            "promotion_exists",
                                            "There is a promotion " + wanted.code() + " already."));
            return Reply.created("/promotions/" + added.code(), added);
        };
    }

    private void requirePayable(String field, @Nullable Money amount) {
        if (amount != null && !currency.holds(amount))
            throw Refused.invalid(field, "must be an amount in coins of " + currency.code());
    }

    private Reply list(Call call) {
        var before = call.cursor(Long.MAX_VALUE);
        var page =
                Page.of(
                        call.limit(20),
                        most -> db.tx(tx -> promotions.page(tx, before, most)),
                        Promotions.Stored::id);
        var entries = page.entries().stream().map(Promotions.Stored::promotion).toList();
        return Reply.ok(new PromotionList(entries, page.nextCursor()));
    }

    private Reply read(Call call) {
        return Reply.ok(
                db.tx(tx -> promotions.find(tx, call.path("code")))
                        .orElseThrow(() -> Refused.notFound("promotion")));
    }

    private Reply turn(Call call) {
        var active = call.body(PromotionSwitch.class).active();
        return Reply.ok(
                db.tx(tx -> promotions.turn(tx, call.path("code"), active))
                        .orElseThrow(() -> Refused.notFound("promotion")));
    }
}
