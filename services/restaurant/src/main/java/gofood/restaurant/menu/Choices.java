package gofood.restaurant.menu;

import gofood.contracts.RestaurantApi.NewOption;
import gofood.contracts.RestaurantApi.NewOptionGroup;
import gofood.contracts.RestaurantApi.Option;
import gofood.contracts.RestaurantApi.OptionGroup;
import gofood.platform.wire.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What can be chosen with a dish. Groups and options are numbered together within the dish; one
/// that keeps its name keeps its number through every change, and no number is given twice. So a
/// basket that was filled before a change never means something else after it.
///
/// @param last the last number that was given
record Choices(List<OptionGroup> groups, int last) {
    static final Choices NONE = new Choices(List.of(), 0);

    /// @throws Refused 422 when a name comes twice or a group cannot be satisfied
    Choices changedTo(List<NewOptionGroup> wanted) {
        refuseTwins(wanted, NewOptionGroup::name);
        var changed = new ArrayList<OptionGroup>();
        var number = last;
        for (var group : wanted) {
            refuseTwins(group.options(), NewOption::name);
            if (group.min() > group.options().size())
                throw Refused.invalid("option_groups.min", "must not exceed the options there are");
            var before = group(group.name());
            var groupId = before == null ? Integer.toString(++number) : before.groupId();
            var options = new ArrayList<Option>();
            for (var option : group.options()) {
                var known = before == null ? null : optionId(before, option.name());
                var optionId = known == null ? Integer.toString(++number) : known;
                options.add(new Option(optionId, option.name().strip(), option.price()));
            }
            changed.add(
                    new OptionGroup(
                            groupId, group.name().strip(), group.min(), group.max(), options));
        }
        return new Choices(List.copyOf(changed), number);
    }

    private @Nullable OptionGroup group(String name) {
        for (var group : groups) if (group.name().equals(name.strip())) return group;
        return null;
    }

    private static @Nullable String optionId(OptionGroup group, String name) {
        for (var option : group.options())
            if (option.name().equals(name.strip())) return option.optionId();
        return null;
    }

    private static <T> void refuseTwins(List<T> entries, Function<T, String> name) {
        var seen = new HashSet<String>();
        for (var entry : entries)
            if (!seen.add(name.apply(entry).strip()))
                throw Refused.invalid("option_groups", "has \"" + name.apply(entry) + "\" twice");
    }
}
