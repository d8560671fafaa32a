package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| (.*?) \\| (.*?) \\|$");

    private static TreeMap<String, String> page() {
        var page = SettingsOfTheCode.read(SettingsOfTheCode.ROOT.resolve("docs/settings.md"));
        var rows = new TreeMap<String, String>();
        for (var row = ROW.matcher(page); row.find(); ) {
            if (row.group(1).startsWith("X_")) continue;
            assertThat(rows.put(row.group(1), row.group(2))).as(row.group(1)).isNull();
            assertThat(row.group(3)).as(row.group(1)).isNotBlank();
        }
        return rows;
    }

    @Test
    void the_page_names_every_setting_and_invents_none() {
        assertThat(page().keySet()).isEqualTo(SettingsOfTheCode.withDefaults().keySet());
    }

    @Test
    void the_page_says_the_defaults_of_the_code() {
        var page = page();
        SettingsOfTheCode.withDefaults()
                .forEach((name, value) -> {
                    var said = page.get(name);
                    if (!value.isEmpty()) assertThat(said).as(name).isEqualTo("`" + value + "`");
                    // where the code computes it, the page says how; a constant would be a guess
                    else assertThat(said).as(name).isNotBlank();
                });
    }

    @Test
    void a_setting_is_found_however_it_is_written() {
        var found = new TreeMap<String, String>();
        SettingsOfTheCode.collect(
                """
                env.number("A_BYTES", 64 << 20), env.number("A_KIB", 19 * 1024),
                amount(env, "A_FEE", "1.99"), env.text("WORD", "off").equals("on"), env.find("A_HOST"),
                env.seconds(
                        "A_LONG_SECONDS",
                        Math.toIntExact(access)), env.number("A_QUEUE", 16 * threads), "GET", "UTF_8x"
                """,
                found);
        assertThat(found)
                .containsOnly(
                        java.util.Map.entry("A_BYTES", "67108864"),
                        java.util.Map.entry("A_KIB", "19456"),
                        java.util.Map.entry("A_FEE", "1.99"),
                        java.util.Map.entry("WORD", "off"),
                        java.util.Map.entry("A_HOST", ""),
                        java.util.Map.entry("A_LONG_SECONDS", ""),
                        java.util.Map.entry("A_QUEUE", ""));
    }
}
