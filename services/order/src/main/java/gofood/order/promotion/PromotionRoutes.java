package gofood.order.promotion;

import static gofood.platform.http.Access.only;

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

/// What operators do with promotions.
public final class PromotionRoutes {
    private final Db db;
    private final Promotions promotions;

    public PromotionRoutes(Db db, Promotions promotions) {
        this.db = db;
        this.promotions = promotions;
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
