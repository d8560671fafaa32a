package gofood.contracts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Numbers of payment cards in what people write. Nobody sends us one: whoever holds such must keep
/// rules (PCI DSS) that we don't want to need.
///
/// A card number begins and is as long as a card scheme has it, and passes the sum of ISO/IEC 7812
/// (Luhn). People write it in groups, and put its date and code beside it.
public final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    /// Nobody writes it in smaller groups.
    private static final int SMALLEST_GROUP = 3;

    /// So much may stand between two of its digits.
    private static final int WIDEST_GAP = 3;

    private CardNumbers() {}

    /// @param begins whether a group of digits begins with it
    /// @param ends whether one ends with it
    /// @param group how many digits stand together here
    private record Digit(int value, boolean begins, boolean ends, int group) {
        boolean mayBegin() {
            return value >= 2 && value <= 6 && (begins || group > LONGEST);
        }

        boolean mayEnd() {
            return ends || group > LONGEST;
        }
    }

    public static boolean isIn(String text) {
        if (text.chars().filter(Character::isDigit).limit(SHORTEST).count() < SHORTEST)
            return false;
        for (var run : runs(Normalizer.normalize(text, Normalizer.Form.NFKC)))
            for (int from = 0; from + SHORTEST <= run.size(); from++)
                if (run.get(from).mayBegin() && beginsAt(run, from)) return true;
        return false;
    }

    private static boolean beginsAt(List<Digit> run, int from) {
        for (int length = SHORTEST; length <= LONGEST && from + length <= run.size(); length++)
            if (run.get(from + length - 1).mayEnd() && isCard(run.subList(from, from + length)))
                return true;
        return false;
    }

    private static boolean isCard(List<Digit> number) {
        return number.stream().allMatch(digit -> digit.group >= SMALLEST_GROUP)
                && isOfAScheme(number)
                && addsUp(number);
    }

    private static boolean isOfAScheme(List<Digit> number) {
        int length = number.size();
        int first = 0;
        for (var digit : number.subList(0, 4)) first = first * 10 + digit.value;
        return switch (first / 1000) {
            case 2 -> length == 16 && first >= 2221 && first <= 2720;
            case 3 -> length >= 14 && length <= 16;
            case 4 -> length == 13 || length == 16 || length == 19;
            case 5 -> length == 16;
            case 6 -> length >= 16;
            default -> false;
        };
    }

    private static boolean addsUp(List<Digit> number) {
        int sum = 0;
        for (int i = 0; i < number.size(); i++) {
            int digit = number.get(number.size() - 1 - i).value;
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /// The digits that stand near each other, with nothing but a few signs in between.
    private static List<List<Digit>> runs(String text) {
        var runs = new ArrayList<List<Digit>>();
        List<Digit> run = new ArrayList<>();
        int gap = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isDigit(text.charAt(end))) end++;
            if (end > at) {
                add(run, text.substring(at, end));
                gap = 0;
                at = end;
                continue;
            }
            gap = Character.isLetter(text.charAt(at)) ? WIDEST_GAP + 1 : gap + 1;
            if (gap > WIDEST_GAP && !run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
            at++;
        }
        runs.add(run);
        return runs;
    }

    private static void add(List<Digit> run, String group) {
        for (int i = 0; i < group.length(); i++)
            run.add(
                    new Digit(
                            Character.digit(group.charAt(i), 10),
                            i == 0,
                            i == group.length() - 1,
                            group.length()));
    }
}
