package gofood.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.UserApi.Role;
import gofood.platform.http.Access;
import gofood.platform.http.Live;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.wire.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The smallest service that uses every part of the platform.
final class ToyService implements Service {
    final AtomicInteger rings = new AtomicInteger();

    /// What it tells.
    sealed interface ToyEvent {
        record Made(long toyId, String name) implements ToyEvent {}
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public Running start(Env env) {
        var base = Foundation.of(env, "toy");
        base.db()
                .run(tx -> tx.update("CREATE TABLE toy (id bigint PRIMARY KEY, name text UNIQUE)"));
        base.outbox().to("notification", ToyEvent.Made.class);
        base.inbox()
                .on(
                        ToyEvent.class,
                        (tx, event) -> {
                            var made = (ToyEvent.Made) event;
                            if (made.name().equals("early"))
                                throw Refused.unavailable("The toy box");
                            if (made.name().equals("late"))
                                throw new Refused(504, "deadline_passed", "Its time is over.");
                            tx.update("INSERT INTO toy VALUES (?, ?)", made.toyId(), made.name());
                        });
        base.timers()
                .on(
                        "ring",
                        _ -> {
                            if (rings.incrementAndGet() == 1)
                                throw new IllegalStateException("the first try fails");
                        });
        var routes =
                new Routes()
                                .get(
                                        "/toys/{toy_id}",
                                        Access.ANYONE,
                                        call -> Reply.ok(List.of(call.id("toy_id"))))
                                .get(
                                        "/named/{name}",
                                        Access.ANYONE,
                                        call -> Reply.ok(List.of(call.path("name"))))
                                .post(
                                        "/orders",
                                        Access.ANYONE,
                                        call -> Reply.ok(call.body(NewOrder.class)))
                                .get(
                                        "/mine",
                                        Access.only(Role.CUSTOMER),
                                        call -> Reply.ok(List.of(call.person().id())))
                                .get(
                                        "/broken",
                                        Access.ANYONE,
                                        _ -> {
                                            throw new IllegalStateException("secret detail");
                                        })
                                .get(
                                        "/rows/{rows}",
                                        Access.ANYONE,
                                        call ->
                                                Reply.stream(
                                                        "text/csv",
                                                        out -> rows(out, call.id("rows"))))
                                .create(
                                        "/toys",
                                        Access.ANYONE,
                                        call -> {
                                            var made = call.body(ToyEvent.Made.class);
                                            if (made.name().equals("slow")) sleep();
                                            return tx -> {
                                                if (made.name().equals("bad"))
                                                    throw Refused.conflict("bad", "A bad toy.");
                                                tx.update(
                                                        "INSERT INTO toy VALUES (?, ?)",
                                                        made.toyId(),
                                                        made.name());
                                                if (made.name().equals("slower")) sleep();
                                                base.outbox().send(tx, made.toyId(), made);
                                                base.timers()
                                                        .set(
                                                                tx,
                                                                "ring",
                                                                made.toyId(),
                                                                base.clock().instant());
                                                tx.afterCommit(() -> base.signals().wake("toys"));
                                                return Reply.created("/toys/" + made.toyId(), made);
                                            };
                                        })
                                .stream(
                                        "/toys/stream",
                                        Access.ANYONE,
                                        call ->
                                                new Live(
                                                        base.signals(),
                                                        List.of("toys"),
                                                        Live.lastSeen(call),
                                                        seen ->
                                                                base.db()
                                                                        .tx(tx ->
                                                                                tx.list(
                                                                                        "SELECT id, name FROM toy WHERE id > ? ORDER BY id",
                                                                                        row ->
                                                                                                new Live
                                                                                                        .Event(
                                                                                                        row
                                                                                                                .number(
                                                                                                                        "id"),
                                                                                                        "toy",
                                                                                                        row
                                                                                                                .text(
                                                                                                                        "name"),
                                                                                                        row.text(
                                                                                                                        "name")
                                                                                                                .equals(
                                                                                                                        "last")),
                                                                                        seen))));
        return base.serve(routes);
    }

    private static void sleep() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A thousand go well.
    private static void rows(OutputStream out, long rows) throws IOException {
        for (int row = 0; row < rows; row++) {
            if (row == 1000) throw new IllegalStateException("no more rows");
            out.write(
                    (row + ",a row of a table that is longer than one buffer\r\n").getBytes(UTF_8));
        }
    }
}
