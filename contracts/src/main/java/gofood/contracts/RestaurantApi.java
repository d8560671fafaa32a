package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import gofood.contracts.OrderApi.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The restaurant service: who cooks, what, when, and the kitchen's tickets.
public final class RestaurantApi {
    private RestaurantApi() {}

    /// The 14 allergens that EU regulation 1169/2011 (annex II) wants named.
    public enum Allergen {
        @JsonProperty("gluten")
        GLUTEN,
        @JsonProperty("crustaceans")
        CRUSTACEANS,
        @JsonProperty("eggs")
        EGGS,
        @JsonProperty("fish")
        FISH,
        @JsonProperty("peanuts")
        PEANUTS,
        @JsonProperty("soybeans")
        SOYBEANS,
        @JsonProperty("milk")
        MILK,
        @JsonProperty("nuts")
        NUTS,
        @JsonProperty("celery")
        CELERY,
        @JsonProperty("mustard")
        MUSTARD,
        @JsonProperty("sesame")
        SESAME,
        @JsonProperty("sulphites")
        SULPHITES,
        @JsonProperty("lupin")
        LUPIN,
        @JsonProperty("molluscs")
        MOLLUSCS
    }

    /// What a dish is to the tax office; the order service knows the rates.
    public enum TaxClass {
        /// prepared to be eaten at once
        @JsonProperty("prepared")
        PREPARED,
        /// closed and lasting: a bottle of water, a tin
        @JsonProperty("packaged")
        PACKAGED,
        @JsonProperty("alcohol")
        ALCOHOL
    }

    public enum Day {
        @JsonProperty("mon")
        MON,
        @JsonProperty("tue")
        TUE,
        @JsonProperty("wed")
        WED,
        @JsonProperty("thu")
        THU,
        @JsonProperty("fri")
        FRI,
        @JsonProperty("sat")
        SAT,
        @JsonProperty("sun")
        SUN
    }

    /// One span of a day in the restaurant's own time. `closes` at or before `opens` means the next
    /// day.
    public record Opening(Day day, LocalTime opens, LocalTime closes) {}

    /// A span of one exceptional date.
    public record Span(LocalTime opens, LocalTime closes) {}

    /// A date with its own hours; without spans the restaurant stays closed that day.
    public record SpecialDay(LocalDate date, @Nullable String why, List<Span> spans) {
        public SpecialDay {
            InvalidField.text("why", why, 1, 100);
            InvalidField.size("spans", spans, 0, 6);
        }
    }

    /// `GET·PUT /restaurants/{restaurant_id}/hours`.
    public record Hours(List<Opening> weekly, List<SpecialDay> exceptions) {
        public Hours {
            InvalidField.size("weekly", weekly, 0, 42);
            InvalidField.size("exceptions", exceptions, 0, 100);
        }
    }

    /// `GET·PUT /restaurants/{restaurant_id}/pace`: how a kitchen lets itself be driven.
    ///
    /// @param pausedUntil it takes no orders before
    /// @param extraMinutes what everything takes longer now
    /// @param slotCapacity how many orders for later it takes in half an hour; 0: none
    public record Pace(@Nullable Instant pausedUntil, int extraMinutes, int slotCapacity) {
        public Pace {
            InvalidField.number("extra_minutes", extraMinutes, 0, 120);
            InvalidField.number("slot_capacity", slotCapacity, 0, 1000);
        }
    }

    /// `POST /restaurants`: a restaurant with its whole menu.
    ///
    /// @param slotCapacity how many orders for later it takes in half an hour; 8 unless told
    public record NewRestaurant(
            String name,
            @Nullable String description,
            String cuisine,
            Address address,
            @Nullable String phone,
            @Nullable Integer preparationMinutes,
            @Nullable Money minimumOrder,
            @Nullable Hours hours,
            @Nullable Integer slotCapacity,
            @Nullable List<NewSection> sections) {
        public NewRestaurant {
            InvalidField.text("name", name, 1, 120);
            InvalidField.text("description", description, 0, 1000);
            InvalidField.text("cuisine", cuisine, 1, 60);
            InvalidField.text("phone", phone, 3, 30);
            InvalidField.number("preparation_minutes", preparationMinutes, 1, 240);
            InvalidField.amount("minimum_order", minimumOrder, 10_000_000);
            InvalidField.number("slot_capacity", slotCapacity, 0, 1000);
            InvalidField.size("sections", sections, 0, 40);
        }
    }

    public record NewSection(String name, List<NewItem> items) {
        public NewSection {
            InvalidField.text("name", name, 1, 80);
            InvalidField.size("items", items, 0, 200);
        }
    }

    /// Adds a dish (`POST /restaurants/{restaurant_id}`) or changes one (`PUT`). The seed's three
    /// fields are enough. A change names its dish by the path, by `item_id`, or by `name`, and
    /// leaves alone what it doesn't mention.
    public record NewItem(
            @Nullable String itemId,
            @Nullable String name,
            @Nullable String description,
            @Nullable Money price,
            @Nullable TaxClass taxClass,
            @Nullable String section,
            @Nullable List<Allergen> allergens,
            @Nullable List<NewOptionGroup> optionGroups,
            @Nullable Boolean available,
            @Nullable Instant soldOutUntil) {
        public NewItem {
            InvalidField.text("item_id", itemId, 1, 18);
            InvalidField.text("name", name, 1, 120);
            InvalidField.text("description", description, 0, 1000);
            InvalidField.amount("price", price, 100_000_000);
            InvalidField.text("section", section, 1, 80);
            InvalidField.size("allergens", allergens, 0, 14);
            InvalidField.size("option_groups", optionGroups, 0, 20);
        }
    }

    /// A choice to make about a dish: at least `min` and at most `max` of its options.
    public record NewOptionGroup(String name, int min, int max, List<NewOption> options) {
        public NewOptionGroup {
            InvalidField.text("name", name, 1, 80);
            InvalidField.size("options", options, 1, 50);
            InvalidField.number("max", max, 1, 50);
            InvalidField.number("min", min, 0, max);
        }
    }

    public record NewOption(String name, Money price) {
        public NewOption {
            InvalidField.text("name", name, 1, 80);
            InvalidField.amount("price", price, 10_000_000);
        }
    }

    /// `GET /restaurants`.
    public record RestaurantList(List<Card> restaurants, @Nullable String nextCursor) {}

    /// A restaurant in a list.
    ///
    /// @param opensAt when it opens next, if it is closed now and ever opens again
    /// @param distanceMetres along streets to the point that was asked about
    /// @param travelSeconds a bicycle's way there
    /// @param delivers whether it delivers there now
    /// @param rating what its customers say; null until enough have
    public record Card(
            long restaurantId,
            String name,
            @Nullable String description,
            String cuisine,
            Address address,
            boolean openNow,
            @Nullable Instant opensAt,
            int preparationMinutes,
            Money minimumOrder,
            String currency,
            @Nullable Long distanceMetres,
            @Nullable Long travelSeconds,
            @Nullable Boolean delivers,
            String timeZone,
            @Nullable Stars rating) {}

    /// `GET /restaurants/{restaurant_id}`: the restaurant and its menu. `version` is also the ETag.
    ///
    /// @param timeZone in which its hours are meant, an IANA name
    /// @param preparationMinutes as long as it takes now
    /// @param slotCapacity how many orders for later it takes in half an hour
    public record Menu(
            long restaurantId,
            String name,
            @Nullable String description,
            String cuisine,
            Address address,
            @Nullable String phone,
            boolean openNow,
            @Nullable Instant opensAt,
            Hours hours,
            String timeZone,
            int preparationMinutes,
            Money minimumOrder,
            int slotCapacity,
            String currency,
            @Nullable Stars rating,
            int version,
            List<Section> sections) {}

    /// `POST /restaurants/menus/check`: which of these menus are still the current ones; for
    /// services that keep them.
    public record KnownMenus(List<KnownMenu> menus) {
        public KnownMenus {
            InvalidField.size("menus", menus, 1, 256);
        }
    }

    /// @param etag as it came with the menu
    public record KnownMenu(long restaurantId, String etag) {
        public KnownMenu {
            InvalidField.text("etag", etag, 1, 100);
        }
    }

    /// @param current one for each, in the order of the question; a restaurant that there isn't has
    ///   no current menu
    public record MenusChecked(List<Boolean> current) {}

    /// `GET /restaurants/{restaurant_id}/reviews`: what customers said, newest first; for those who
    /// work there and for operators.
    public record ReviewList(List<Review> reviews, @Nullable String nextCursor) {}

    public record Review(long orderId, int food, @Nullable String comment, Instant at) {}

    public record Section(String name, List<Item> items) {}

    /// A dish. The first four fields are the seed's.
    public record Item(
            String itemId,
            String name,
            String description,
            Money price,
            TaxClass taxClass,
            boolean available,
            @Nullable Instant soldOutUntil,
            List<Allergen> allergens,
            List<OptionGroup> optionGroups) {}

    public record OptionGroup(
            String groupId, String name, int min, int max, List<Option> options) {}

    public record Option(String optionId, String name, Money price) {}

    /// The reply to adding or changing a dish: the seed's four fields, no more.
    public record ItemSaved(String itemId, String name, String description, Money price) {}

    /// What a kitchen does with a ticket. The words are those of the order's life.
    public enum TicketStatus {
        /// for later: only to be seen yet
        @JsonProperty("Scheduled")
        SCHEDULED,
        @JsonProperty("New")
        NEW,
        @JsonProperty("Received")
        RECEIVED,
        @JsonProperty("Preparing")
        PREPARING,
        @JsonProperty("Complete")
        COMPLETE,
        @JsonProperty("Collected")
        COLLECTED,
        @JsonProperty("Rejected")
        REJECTED,
        @JsonProperty("Cancelled")
        CANCELLED
    }

    /// `POST /callback/restaurants/orders`: the kitchen says how far it is. The reply repeats the
    /// seed's three fields.
    ///
    /// @param status `Received`, `Preparing`, `Complete` or `Rejected`
    /// @param preparationMinutes with `Received`: how long the food will take
    /// @param reason with `Rejected`: what the customer is told. A kitchen may still reject what it
    ///   has confirmed, until the food is ready; that costs it
    public record TicketCallback(
            long restaurantId,
            long orderId,
            TicketStatus status,
            @Nullable Integer preparationMinutes,
            @Nullable String reason) {
        public TicketCallback {
            InvalidField.number("preparation_minutes", preparationMinutes, 1, 240);
            InvalidField.text("reason", reason, 1, 200);
        }
    }

    public record TicketMoved(long restaurantId, long orderId, TicketStatus status) {}

    /// `GET /restaurants/{restaurant_id}/tickets`: the kitchen's board.
    public record TicketList(List<Ticket> tickets, @Nullable String nextCursor) {}

    /// @param slot when the customer wants it, if it was ordered for later
    /// @param kitchenAt with `Scheduled`: when it will be cooked
    /// @param answerBy with `New`: without an answer by then it is cancelled
    public record Ticket(
            long orderId,
            long restaurantId,
            TicketStatus status,
            List<TicketLine> items,
            @Nullable String note,
            Instant createdAt,
            @Nullable Slot slot,
            @Nullable Instant kitchenAt,
            @Nullable Instant answerBy,
            @Nullable Instant readyAt,
            @Nullable String reason,
            @Nullable String courierName) {}

    /// `POST /restaurants/{restaurant_id}/tickets/{order_id}/delay`: it takes longer than was said,
    /// while it is `Received` or `Preparing`; an hour at most in sum. The reply is the [Ticket].
    public record TicketDelay(int minutes) {
        public TicketDelay {
            InvalidField.number("minutes", minutes, 1, 30);
        }
    }

    /// @param line its number in the order
    public record TicketLine(
            int line,
            int quantity,
            String itemId,
            String name,
            List<String> options,
            @Nullable String note) {}

    /// What the kitchen did, for the order service.
    public sealed interface RestaurantEvent {
        long orderId();

        record Received(long orderId, long restaurantId, Instant readyAt)
                implements RestaurantEvent {}

        record Preparing(long orderId, long restaurantId) implements RestaurantEvent {}

        record Delayed(long orderId, long restaurantId, Instant readyAt)
                implements RestaurantEvent {}

        record Complete(long orderId, long restaurantId) implements RestaurantEvent {}

        record Rejected(long orderId, long restaurantId, String reason)
                implements RestaurantEvent {}
    }
}
