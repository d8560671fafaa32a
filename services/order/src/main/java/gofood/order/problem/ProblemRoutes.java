package gofood.order.problem;

import gofood.contracts.OrderApi.NewProblem;
import gofood.contracts.OrderApi.Problem;
import gofood.contracts.OrderApi.ProblemList;
import gofood.contracts.OrderApi.ProblemStatus;
import gofood.contracts.OrderApi.Resolution;
import gofood.contracts.UserApi.Role;
import gofood.order.life.OrderViews;
import gofood.platform.Foundation;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;

/// What customers report, and what operators answer.
public final class ProblemRoutes {
    private final Foundation base;
    private final OrderViews views;
    private final ProblemDesk problems;
    private final StoredProblems stored;

    public ProblemRoutes(
            Foundation base, OrderViews views, ProblemDesk problems, StoredProblems stored) {
        this.base = base;
        this.views = views;
        this.problems = problems;
        this.stored = stored;
    }

    public Routes table() {
        var operator = Access.only(Role.OPERATOR);
        return new Routes()
                .create("/orders/{order_id}/problems", Access.SIGNED_IN, this::report)
                .get("/orders/{order_id}/problems", Access.SIGNED_IN, this::ofOrder)
                .get("/problems", operator, this::all)
                .post("/problems/{problem_id}/resolve", operator, this::resolve);
    }

    private Idempotency.Creation report(Call call) {
        var told = call.body(NewProblem.class);
        var order = base.db().tx(tx -> views.own(tx, call));
        return tx ->
                Reply.created(
                        "/orders/" + order.id() + "/problems",
                        problems.report(tx, order.id(), told));
    }

    private Reply ofOrder(Call call) {
        return Reply.ok(
                base.db()
                        .tx(tx -> {
                            var order = views.visible(tx, call);
                            return new ProblemList(stored.of(tx, order.id()), null);
                        }));
    }

    private Reply all(Call call) {
        var status = call.queryWord("status", ProblemStatus.class).orElse(null);
        var before = call.cursor(Long.MAX_VALUE);
        var page =
                Page.of(
                        call.limit(20),
                        most -> base.db().tx(tx -> stored.page(tx, status, before, most)),
                        Problem::problemId);
        return Reply.ok(new ProblemList(page.entries(), page.nextCursor()));
    }

    private Reply resolve(Call call) {
        var said = call.body(Resolution.class);
        return Reply.ok(base.db().tx(tx -> problems.resolve(tx, call.id("problem_id"), said)));
    }
}
