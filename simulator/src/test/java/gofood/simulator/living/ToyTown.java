package gofood.simulator.living;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gofood.contracts.Address;
import gofood.contracts.CityApi.AddressHit;
import gofood.contracts.CityApi.LineString;
import gofood.contracts.CityApi.Route;
import gofood.contracts.CityApi.RouteWish;
import gofood.contracts.DeliveryApi.Courier;
import gofood.contracts.DeliveryApi.Delivery;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.DeliveryApi.LateSteps;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.NewRoadProblem;
import gofood.contracts.DeliveryApi.Offer;
import gofood.contracts.DeliveryApi.OfferList;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Proof;
import gofood.contracts.DeliveryApi.Shift;
import gofood.contracts.Money;
import gofood.contracts.NotificationApi.Notification;
import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.NewProblem;
import gofood.contracts.OrderApi.NewRating;
import gofood.contracts.OrderApi.OrderList;
import gofood.contracts.OrderApi.OrderPlaced;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderSummary;
import gofood.contracts.OrderApi.OrderView;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Problem;
import gofood.contracts.OrderApi.ProblemList;
import gofood.contracts.OrderApi.ProblemStatus;
import gofood.contracts.OrderApi.Quote;
import gofood.contracts.OrderApi.Rating;
import gofood.contracts.OrderApi.TimelineEntry;
import gofood.contracts.PaymentApi.LedgerCheck;
import gofood.contracts.PaymentApi.Payment;
import gofood.contracts.PaymentApi.PaymentList;
import gofood.contracts.PaymentApi.PaymentStatus;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.contracts.RestaurantApi.TaxClass;
import gofood.contracts.RestaurantApi.TicketCallback;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.SignIn;
import gofood.contracts.UserApi.User;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/// A whole platform in one lock: strict about who may do what in which state, and quick. Offers
/// each confirmed order at once to the courier on shift who has the fewest.
final class ToyTown implements AutoCloseable {
    private static final Address HERE = new Address(43.7384, 7.4246, "Rue Une 1");
    private static final int KITCHENS = 3;
    private static final String PROMISE = "promise";
    private static final Line SOUP =
            new Line(1, "1", "Soup", 2, List.of(), null, Money.cents(1000), BigDecimal.TEN);

    final Map<Long, ToyOrder> orders = new TreeMap<>();
    final Map<Long, ToyCourier> couriers = new TreeMap<>();
    final Map<String, NewUser> users = new HashMap<>();
    final Set<String> whoSaw = new HashSet<>();
    final List<String> refusals = new ArrayList<>();
    final Map<Long, NewRating> ratings = new TreeMap<>();
    int pings;
    int lateSteps;
    private final List<String> accounts = new ArrayList<>();
    private final HttpServer server;

    static final class ToyOrder {
        long id;
        long customer;
        long restaurant;
        String pin = "";
        volatile OrderStatus status = OrderStatus.PLACED;
        DeliveryStatus ride = DeliveryStatus.WAITING;
        long courier;
        boolean photo;
        Money refunded = Money.ZERO;
        final List<Problem> problems = new ArrayList<>();
        final List<NewRoadProblem> troubles = new ArrayList<>();
        final List<TimelineEntry> timeline = new ArrayList<>();

        void become(OrderStatus next, OrderStatus... from) {
            if (!List.of(from).contains(status))
                throw Refused.conflict("wrong_state", id + " is " + status + ", not for " + next);
            status = next;
            timeline.add(
                    new TimelineEntry(
                            timeline.size(), next, Instant.now(), "toy", null, null, null));
        }

        void ride(DeliveryStatus next, DeliveryStatus from) {
            if (ride != from) throw Refused.conflict("wrong_state", id + " is " + ride);
            ride = next;
        }
    }

    static final class ToyCourier {
        final NewCourier profile;
        boolean online;

        ToyCourier(NewCourier profile) {
            this.profile = profile;
        }
    }

    ToyTown() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        add(
                new NewUser(
                        "Op",
                        "op@gofood.test",
                        "secret-secret",
                        null,
                        Set.of(Role.OPERATOR),
                        null));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Somebody orders whom the simulator doesn't know.
    synchronized ToyOrder strangerOrders() {
        var email = "stranger@gofood.test";
        if (!users.containsKey(email))
            add(new NewUser("Stranger", email, "secret-secret", null, Set.of(Role.CUSTOMER), null));
        var card = new PaymentMethod(PayBy.CARD, "tok_visa");
        var line = new NewLine("1", 2, null, null);
        return order(
                place(
                                new NewOrder(
                                        1,
                                        List.of(line),
                                        HERE,
                                        null,
                                        card,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null),
                                email)
                        .orderId());
    }

    /// What somebody else than the simulator says of a ticket.
    synchronized void move(ToyOrder order, TicketStatus status) {
        kitchen(new TicketCallback(order.restaurant, order.id, status, 1, null));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            if (path.equals("/notifications/stream")) {
                stream(exchange);
                return;
            }
            var token = exchange.getRequestHeaders().getFirst("Authorization");
            var who = token == null ? "" : token.replace("Bearer ", "");
            var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
            answer(exchange, 200, answer(exchange.getRequestMethod(), path, query, who, body));
        } catch (Refused refused) {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            var problem = Map.of("code", refused.code(), "detail", refused.detail());
            answer(exchange, refused.status(), problem);
        } finally {
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = Json.write(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// All tickets of the whole town, to whoever listens; here that is one account.
    private void stream(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        long seen = 0;
        try {
            while (true) {
                for (var order : paidAfter(seen)) {
                    var news =
                            new Notification(
                                    order, "ticket.new", "New.", order, Instant.now(), false);
                    var data = new String(Json.write(news), StandardCharsets.UTF_8);
                    var event = "id: %d\nevent: notification\ndata: %s\n\n".formatted(order, data);
                    exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
                    seen = order;
                }
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Long> paidAfter(long seen) {
        return orders.values().stream()
                .filter(order -> order.id > seen && order.status == OrderStatus.PAID)
                .map(order -> order.id)
                .toList();
    }

    private synchronized Object answer(
            String method, String path, String query, String who, byte[] body) {
        var parts = path.substring(1).split("/", -1);
        var id = parts.length > 1 && parts[1].matches("\\d+") ? Long.parseLong(parts[1]) : 0;
        var route = method + " " + path.replaceAll("\\d+", "N");
        try {
            return switch (route) {
                case "POST /sessions" -> session(Json.readRequest(body, SignIn.class));
                case "POST /users" -> add(Json.readRequest(body, NewUser.class));
                case "GET /restaurants" -> kitchens();
                case "GET /restaurants/N" -> AppetiteTest.menu(1500, dish());
                case "GET /addresses/nearest" -> new AddressHit(HERE, true, false, 0L);
                case "POST /routes" -> route(Json.readRequest(body, RouteWish.class));
                case "GET /orders" -> list(query);
                case "POST /quotes" -> quote(Json.readRequest(body, NewOrder.class));
                case "GET /orders/N/problems" -> new ProblemList(order(id).problems, null);
                case "POST /orders/N/problems" ->
                        problem(order(id), Json.readRequest(body, NewProblem.class));
                case "GET /ledger/check" ->
                        new LedgerCheck(true, Instant.EPOCH, 0, List.of(), List.of());
                case "POST /orders" -> place(Json.readRequest(body, NewOrder.class), who);
                case "GET /orders/N" -> view(order(id), who);
                case "POST /orders/N/cancel" -> {
                    order(id).become(OrderStatus.CANCELLED, OrderStatus.PAID);
                    yield Map.of();
                }
                case "PUT /orders/N/rating" ->
                        rate(order(id), who, Json.readRequest(body, NewRating.class));
                case "POST /callback/restaurants/orders" ->
                        kitchen(Json.readRequest(body, TicketCallback.class));
                case "GET /payments" -> payments();
                case "POST /couriers" -> {
                    var profile = Json.readRequest(body, NewCourier.class);
                    couriers.put(number(who), new ToyCourier(profile));
                    yield Map.of();
                }
                case "PUT /couriers/N/shift" -> {
                    courier(id, who).online = Json.readRequest(body, Shift.class).online();
                    yield Map.of();
                }
                case "POST /couriers/N/positions" -> {
                    courier(id, who);
                    pings += Json.readRequest(body, Positions.class).positions().size();
                    yield Map.of();
                }
                case "GET /couriers/N" -> view(id, courier(id, who));
                case "GET /offers" -> offers();
                case "POST /offers/N/accept" -> accept(order(id), number(who));
                case "POST /offers/N/decline" -> {
                    order(id).courier = 0;
                    yield Map.of();
                }
                case "GET /deliveries/N" -> delivery(ridden(id, who));
                default -> step(route, ridden(id, who), body);
            };
        } catch (Refused refused) {
            refusals.add(route + ": " + refused.status() + " " + refused.code());
            throw refused;
        }
    }

    private Object step(String route, ToyOrder order, byte[] body) {
        switch (route) {
            case "POST /deliveries/N/arrive" ->
                    order.ride(DeliveryStatus.AT_RESTAURANT, DeliveryStatus.ASSIGNED);
            case "POST /deliveries/N/pickup" -> {
                if (order.status != OrderStatus.COMPLETE)
                    throw Refused.conflict("not_ready", "The food is not ready.");
                order.ride(DeliveryStatus.PICKED_UP, DeliveryStatus.AT_RESTAURANT);
                order.become(OrderStatus.PICKED_UP, OrderStatus.COMPLETE);
            }
            case "POST /deliveries/N/arrive-door" ->
                    order.ride(DeliveryStatus.AT_DOOR, DeliveryStatus.PICKED_UP);
            case "POST /deliveries/N/deliver" ->
                    deliver(order, Json.readRequest(body, Proof.class));
            case "POST /deliveries/N/steps" -> {
                lateSteps++;
                for (var step : Json.readRequest(body, LateSteps.class).steps())
                    switch (step.step()) {
                        case ARRIVE_DOOR ->
                                order.ride(DeliveryStatus.AT_DOOR, DeliveryStatus.PICKED_UP);
                        case DELIVER -> deliver(order, Objects.requireNonNull(step.proof()));
                        case ARRIVE, PICKUP -> throw Refused.conflict("wrong_state", "No.");
                    }
            }
            case "PUT /deliveries/N/photo" -> order.photo = body.length > 100;
            case "POST /deliveries/N/problem" -> {
                order.troubles.add(Json.readRequest(body, NewRoadProblem.class));
                if (Boolean.TRUE.equals(order.troubles.getLast().giveBack())) {
                    order.ride(DeliveryStatus.WAITING, DeliveryStatus.ASSIGNED);
                    order.courier = 0;
                }
            }
            default -> throw Refused.notFound("route " + route);
        }
        return Map.of();
    }

    private static void deliver(ToyOrder order, Proof proof) {
        var proven = order.pin.equals(proof.pin()) || (order.photo && proof.photo() != null);
        if (!proven) throw new Refused(422, "wrong_pin", "That is not the PIN.");
        order.ride(DeliveryStatus.DELIVERED, DeliveryStatus.AT_DOOR);
        order.become(OrderStatus.DELIVERED, OrderStatus.PICKED_UP);
    }

    private User add(NewUser user) {
        if (users.putIfAbsent(user.email(), user) != null)
            throw Refused.conflict("email_taken", "There is an account with this e-mail.");
        accounts.add(user.email());
        return view(user);
    }

    private Session session(SignIn signIn) {
        var user = users.get(signIn.email());
        if (user == null || !user.password().equals(signIn.password()))
            throw new Refused(401, "wrong_credentials", "No.");
        whoSaw.add(user.email());
        return new Session(user.email(), "r", 900, view(user));
    }

    private User view(NewUser user) {
        return new User(
                number(user.email()),
                user.name(),
                user.email(),
                null,
                Objects.requireNonNull(user.roles()),
                Set.of(),
                Instant.EPOCH,
                1);
    }

    private long number(String who) {
        var index = accounts.indexOf(who);
        if (index < 0) throw new Refused(401, "sign_in_needed", "Sign in.");
        return index + 1L;
    }

    private static RestaurantList kitchens() {
        var cards = new ArrayList<Card>();
        for (long id = 1; id <= KITCHENS; id++)
            cards.add(
                    new Card(
                            id,
                            "Chez " + id,
                            null,
                            "french",
                            HERE,
                            true,
                            null,
                            3,
                            Money.ZERO,
                            "EUR",
                            100L,
                            30L,
                            true,
                            "Europe/Monaco",
                            null));
        return new RestaurantList(cards, null);
    }

    private static Item dish() {
        return new Item(
                "1",
                "Soup",
                "",
                Money.cents(1000),
                TaxClass.PREPARED,
                true,
                null,
                List.of(),
                List.of());
    }

    private static Route route(RouteWish wish) {
        var line = wish.points().stream().map(p -> List.of(p.lon(), p.lat())).toList();
        return new Route(wish.vehicle(), 400, 120, List.of(), List.of(), LineString.of(line));
    }

    private OrderPlaced place(NewOrder wish, String who) {
        var order = new ToyOrder();
        order.id = orders.size() + 1L;
        order.customer = number(who);
        if (who.startsWith("sim") && !PROMISE.equals(wish.quote()))
            throw Refused.invalid("quote", "must be the one that was shown");
        order.restaurant = wish.restaurantId();
        order.pin = "%04d".formatted(order.id * 37 % 10_000);
        order.become(OrderStatus.PLACED, OrderStatus.PLACED);
        var payment = Objects.requireNonNull(wish.payment());
        var good =
                payment.method() == PayBy.CASH
                        || List.of("tok_visa", "tok_mastercard", "tok_twice")
                                .contains(payment.token());
        order.become(good ? OrderStatus.PAID : OrderStatus.DECLINED, OrderStatus.PLACED);
        orders.put(order.id, order);
        return new OrderPlaced(order.id, "Order placed successfully");
    }

    private Rating rate(ToyOrder order, String who, NewRating said) {
        if (order.customer != number(who)) throw Refused.notFound("order");
        if (order.status != OrderStatus.DELIVERED) throw Refused.conflict("wrong_state", "No.");
        ratings.put(order.id, said);
        return new Rating(said.food(), said.ride(), said.comment(), Instant.now());
    }

    private static Quote quote(NewOrder wish) {
        var soon = Instant.now().plusSeconds(600);
        var lines = List.of(SOUP);
        var eta = new Eta(soon, soon.plusSeconds(300));
        return new Quote(
                PROMISE, soon, wish.restaurantId(), lines, ReportTest.price(), 10, 100, eta, null);
    }

    private static Problem problem(ToyOrder order, NewProblem said) {
        var items = Objects.requireNonNull(said.items());
        var problem =
                new Problem(
                        order.id,
                        order.id,
                        said.kind(),
                        items,
                        said.text(),
                        null,
                        ProblemStatus.REFUNDED,
                        SOUP.price(),
                        "EUR",
                        Liable.RESTAURANT,
                        "You get it back.",
                        null,
                        Instant.EPOCH);
        order.problems.add(problem);
        order.refunded = order.refunded.plus(SOUP.price());
        return problem;
    }

    private ToyOrder order(long id) {
        var order = orders.get(id);
        if (order == null) throw Refused.notFound("order");
        return order;
    }

    private OrderList list(String query) {
        var summaries =
                orders.values().stream()
                        .filter(it ->
                                !query.contains("status=")
                                        || query.toUpperCase(Locale.ROOT)
                                                .endsWith("=" + it.status.name()))
                        .map(it ->
                                new OrderSummary(
                                        it.id,
                                        it.status,
                                        1,
                                        "",
                                        Money.ZERO,
                                        "EUR",
                                        Instant.EPOCH,
                                        Instant.EPOCH,
                                        null))
                        .toList();
        return new OrderList(summaries, null);
    }

    private OrderView view(ToyOrder it, String who) {
        return new OrderView(
                it.id,
                it.status,
                it.customer,
                it.restaurant,
                "Chez",
                List.of(SOUP),
                ReportTest.price(),
                PayBy.CARD,
                it.refunded,
                HERE,
                null,
                IfUnavailable.DROP,
                number(who) == it.customer ? it.pin : null,
                null,
                it.timeline.getFirst().at(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.copyOf(it.timeline));
    }

    private Object kitchen(TicketCallback said) {
        var order = order(said.orderId());
        if (order.restaurant != said.restaurantId()) throw Refused.notFound("order");
        switch (said.status()) {
            case RECEIVED -> order.become(OrderStatus.RECEIVED, OrderStatus.PAID);
            case REJECTED -> order.become(OrderStatus.REJECTED, OrderStatus.PAID);
            case PREPARING -> order.become(OrderStatus.PREPARING, OrderStatus.RECEIVED);
            case COMPLETE -> order.become(OrderStatus.COMPLETE, OrderStatus.PREPARING);
            case SCHEDULED, NEW, COLLECTED, CANCELLED ->
                    throw Refused.conflict("wrong_state", "No.");
        }
        return Map.of();
    }

    private PaymentList payments() {
        return new PaymentList(
                orders.values().stream()
                        .map(it -> {
                            var status =
                                    switch (it.status) {
                                        case DELIVERED -> PaymentStatus.CAPTURED;
                                        case DECLINED -> PaymentStatus.DECLINED;
                                        case PLACED,
                                                SCHEDULED,
                                                PAID,
                                                RECEIVED,
                                                PREPARING,
                                                COMPLETE,
                                                PICKED_UP,
                                                REJECTED,
                                                CANCELLED ->
                                                PaymentStatus.VOIDED;
                                    };
                            var captured = it.status == OrderStatus.DELIVERED ? 2300 : 0;
                            return new Payment(
                                    it.id,
                                    it.id,
                                    it.customer,
                                    it.restaurant,
                                    PayBy.CARD,
                                    status,
                                    Money.cents(2300),
                                    Money.cents(captured),
                                    it.refunded,
                                    "EUR",
                                    null,
                                    Instant.EPOCH);
                        })
                        .toList(),
                null);
    }

    private ToyCourier courier(long id, String who) {
        if (number(who) != id) throw Refused.notFound("courier");
        return Objects.requireNonNull(couriers.get(id));
    }

    private Courier view(long id, ToyCourier it) {
        return new Courier(
                id,
                it.profile.name(),
                it.profile.vehicle(),
                Objects.requireNonNull(it.profile.capacity()),
                it.online,
                null,
                null,
                null,
                null,
                rides(id));
    }

    private List<Long> rides(long courier) {
        return orders.values().stream()
                .filter(it -> it.courier == courier && isUnderWay(it.ride))
                .map(it -> it.id)
                .toList();
    }

    private static boolean isUnderWay(DeliveryStatus ride) {
        return switch (ride) {
            case ASSIGNED, AT_RESTAURANT, PICKED_UP, AT_DOOR -> true;
            case WAITING, OFFERED, DELIVERED, CANCELLED, RETURNED -> false;
        };
    }

    /// Whoever asks first with a free hand may have it.
    private OfferList offers() {
        var free = orders.values().stream().filter(ToyTown::waits).limit(1);
        var offers =
                free.map(it ->
                                new Offer(
                                        it.id,
                                        it.id,
                                        "Chez",
                                        HERE,
                                        HERE,
                                        10,
                                        10,
                                        Money.cents(400),
                                        Money.ZERO,
                                        null,
                                        "EUR",
                                        null,
                                        List.of(),
                                        Instant.now().plusSeconds(45)))
                        .toList();
        return new OfferList(offers, null);
    }

    private static boolean waits(ToyOrder it) {
        return it.ride == DeliveryStatus.WAITING
                && switch (it.status) {
                    case RECEIVED, PREPARING, COMPLETE -> true;
                    default -> false;
                };
    }

    private Object accept(ToyOrder order, long courier) {
        order.ride(DeliveryStatus.ASSIGNED, DeliveryStatus.WAITING);
        order.courier = courier;
        return Map.of();
    }

    private ToyOrder ridden(long id, String who) {
        var order = order(id);
        if (order.courier != number(who)) throw Refused.notFound("delivery");
        return order;
    }

    private static Delivery delivery(ToyOrder it) {
        return new Delivery(
                it.id,
                it.id,
                it.ride,
                it.courier,
                null,
                null,
                null,
                it.restaurant,
                "Chez",
                HERE,
                HERE,
                null,
                null,
                null,
                null,
                null,
                Money.ZERO,
                null,
                "EUR",
                null,
                null,
                Instant.EPOCH,
                List.of());
    }
}
