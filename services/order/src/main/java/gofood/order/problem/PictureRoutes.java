package gofood.order.problem;

import gofood.order.life.Life;
import gofood.order.life.Order;
import gofood.order.life.OrderViews;
import gofood.order.life.Orders;
import gofood.order.problem.Pictures.Picture;
import gofood.platform.Foundation;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;

/// Pictures of a delivered order, for those who have a part in it.
public final class PictureRoutes {
    /// In bytes.
    private static final int LIMIT = 1 << 20;

    private final Foundation base;
    private final Orders orders;
    private final OrderViews views;
    private final Pictures pictures = new Pictures();

    public PictureRoutes(Foundation base, Orders orders, OrderViews views) {
        this.base = base;
        this.orders = orders;
        this.views = views;
    }

    /// @param photo its id, for a problem
    private record Stored(String photo) {}

    public Routes table() {
        return new Routes()
                .create("/orders/{order_id}/photos", Access.SIGNED_IN, this::add)
                .upTo(LIMIT)
                .get("/orders/{order_id}/photos/{photo}", Access.SIGNED_IN, this::read);
    }

    private Idempotency.Creation add(Call call) {
        var picture = Picture.of(call.bytes());
        var id = base.db().tx(tx -> views.own(tx, call)).id();
        return tx -> {
            var order = orders.lock(tx, id).orElseThrow();
            if (!(order.state() instanceof Order.State.Delivered)) throw Life.wrongState(order);
            var photo = pictures.add(tx, id, picture, base.clock().instant());
            return Reply.created("/orders/" + id + "/photos/" + photo, new Stored(photo));
        };
    }

    private Reply read(Call call) {
        var picture =
                base.db()
                        .tx(tx -> {
                            var order = views.visible(tx, call);
                            return pictures.find(tx, order.id(), call.path("photo"));
                        })
                        .orElseThrow(() -> Refused.notFound("photo"));
        return Reply.text(picture.type(), picture.image())
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "private, max-age=86400");
    }
}
