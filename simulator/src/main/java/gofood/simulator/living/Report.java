package gofood.simulator.living;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What became of a simulation. Shares are 0 to 1.
///
/// @param speed city seconds in a second, at the end
/// @param length by the platform's clock
/// @param cityLength by the city's own clock
/// @param notOrdered people who found nothing open, or whose kitchen had closed meanwhile
/// @param onTime delivered no later than the customer was promised
/// @param deliveryTime from placing to delivery, in city time
/// @param foodWaiting from ready to picked up, in city time
/// @param idle of the couriers' time on shift
/// @param kilometres ridden for each delivered order
/// @param revenue the totals of what was delivered
/// @param unfinished the orders in no final state, with their state
/// @param wrongMoney a sentence for each finished order whose payment isn't as it should be
/// @param failures refusals that a correct client must not meet
/// @param examples the first of each kind of failure
public record Report(
        double speed,
        Duration length,
        Duration cityLength,
        int placed,
        int notOrdered,
        Map<OrderStatus, Integer> ended,
        double onTime,
        Spread deliveryTime,
        Spread foodWaiting,
        double idle,
        double kilometres,
        Money revenue,
        Money refunded,
        Map<Long, String> unfinished,
        int moneyChecked,
        List<String> wrongMoney,
        Map<String, Integer> failures,
        List<String> examples) {

    /// Half are shorter than the first, nine of ten shorter than the second.
    public record Spread(Duration half, Duration most) {
        static Spread of(List<Duration> durations) {
            if (durations.isEmpty()) return new Spread(Duration.ZERO, Duration.ZERO);
            var sorted = durations.stream().sorted().toList();
            return new Spread(rank(sorted, 0.5), rank(sorted, 0.9));
        }

        private static Duration rank(List<Duration> sorted, double share) {
            var rank = (int) Math.ceil(share * sorted.size());
            return sorted.get(Math.max(0, rank - 1));
        }

        private String text() {
            return "half within %s, nine of ten within %s".formatted(minutes(half), minutes(most));
        }
    }

    static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /// Whether every order came to an end, with the right money and without a failure.
    public boolean isClean() {
        return unfinished.isEmpty() && wrongMoney.isEmpty() && failures.isEmpty();
    }

    /// For people.
    public String text() {
        var states =
                ended.entrySet().stream()
                        .map(e -> "%d %s".formatted(e.getValue(), word(e.getKey())))
                        .collect(Collectors.joining(", "));
        var text = new StringBuilder();
        line(
                text,
                "%s at speed %s: %s of the city's time."
                        .formatted(minutes(length), number(speed), minutes(cityLength)));
        line(
                text,
                "orders          %d placed: %s; %d unfinished"
                        .formatted(
                                placed,
                                states.isEmpty() ? "none ended" : states,
                                unfinished.size()));
        if (notOrdered > 0)
            line(text, "                %d people found nothing open".formatted(notOrdered));
        line(text, "on time         %s".formatted(percent(onTime)));
        line(text, "delivery time   " + deliveryTime.text() + " (city time)");
        line(text, "food waiting    " + foodWaiting.text() + " (city time)");
        line(
                text,
                "couriers        %s idle, %s km for each order"
                        .formatted(percent(idle), number(kilometres)));
        line(text, "euros           %s delivered, %s given back".formatted(revenue, refunded));
        line(
                text,
                "money           %d payments checked, %d wrong"
                        .formatted(moneyChecked, wrongMoney.size()));
        wrongMoney.forEach(wrong -> line(text, "                " + wrong));
        unfinished.forEach(
                (id, state) -> line(text, "unfinished      order %d is %s".formatted(id, state)));
        failures.forEach(
                (what, count) -> line(text, "failures        %d x %s".formatted(count, what)));
        examples.forEach(example -> line(text, "                " + example));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static String minutes(Duration duration) {
        return number(duration.toSeconds() / 60.0) + " min";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String word(OrderStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
