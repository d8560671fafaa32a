package gofood.restaurant.review;

import static gofood.contracts.UserApi.Role.OPERATOR;
import static gofood.contracts.UserApi.Role.SERVICE;
import static gofood.contracts.UserApi.Role.STAFF;

import gofood.contracts.RestaurantApi.ReviewList;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.restaurant.review.Reviews.Listed;
import java.util.function.LongConsumer;

/// What customers said, for those who work there and for operators. Everybody else sees the stars
/// with the restaurant.
public final class ReviewRoutes {
    private static final int USUAL_PAGE = 50;

    private final Db db;
    private final Reviews reviews;
    private final LongConsumer known;

    /// @param known throws when there is no such restaurant
    public ReviewRoutes(Db db, Reviews reviews, LongConsumer known) {
        this.db = db;
        this.reviews = reviews;
        this.known = known;
    }

    public Routes table() {
        return new Routes()
                .get(
                        "/restaurants/{restaurant_id}/reviews",
                        Access.only(STAFF, OPERATOR, SERVICE),
                        this::list);
    }

    private Reply list(Call call) {
        var restaurantId = call.id("restaurant_id");
        call.onlyForStaffOf(restaurantId);
        known.accept(restaurantId);
        var before = call.cursor(Long.MAX_VALUE);
        var page =
                Page.of(
                        call.limit(USUAL_PAGE),
                        most -> db.tx(tx -> reviews.page(tx, restaurantId, before, most)),
                        Listed::reviewId);
        var views = page.entries().stream().map(Listed::review).toList();
        return Reply.ok(new ReviewList(views, page.nextCursor()));
    }
}
