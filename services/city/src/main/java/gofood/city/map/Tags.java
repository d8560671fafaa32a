package gofood.city.map;

import com.graphhopper.reader.ReaderElement;
import java.util.List;
import java.util.Set;

/// The tags of something in OpenStreetMap. A tag that isn't there reads as an empty text.
record Tags(ReaderElement element) {
    private static final Set<String> NOT = Set.of("", "no");

    String get(String key) {
        return or(key, "");
    }

    String or(String key, String otherwise) {
        String value = element.getTag(key);
        return value == null ? otherwise : value;
    }

    /// There, and not denied.
    boolean is(String key) {
        return !NOT.contains(get(key));
    }

    boolean has(String key, String... values) {
        return List.of(values).contains(get(key));
    }

    /// A small whole number, such as a level.
    int number(String key, int otherwise) {
        var value = get(key);
        return value.matches("-?\\d{1,3}") ? Integer.parseInt(value) : otherwise;
    }

    /// The name as it is written there, at most 100 characters.
    String name() {
        var name = get("name").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return name.length() <= 100 ? name : "";
    }
}
