package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What a Dockerfile promises, read without building anything; `deploy/test-images` builds them.
class DockerfileTest {
    private static final List<String> DEPLOYABLES = SettingsOfTheCode.DEPLOYABLES;

    /// The ports of the documents.
    static final Map<String, Integer> PORTS =
            Map.of(
                    "gateway", 8000,
                    "user", 8080,
                    "restaurant", 8081,
                    "order", 8082,
                    "payment", 8083,
                    "delivery", 8084,
                    "notification", 8085,
                    "city", 8086,
                    "simulator", 8087);

    /// One instruction, continued lines joined.
    private record Line(String instruction, String rest) {}

    private static List<Line> lines(String deployable) {
        var text =
                SettingsOfTheCode.read(SettingsOfTheCode.folder(deployable).resolve("Dockerfile"));
        return text.replaceAll("\\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .map(parts -> new Line(parts[0], parts[1]))
                .toList();
    }

    private static List<String> all(String deployable, String instruction) {
        return lines(deployable).stream()
                .filter(line -> line.instruction().equals(instruction))
                .map(Line::rest)
                .toList();
    }

    private static String one(String deployable, String instruction) {
        var found = all(deployable, instruction);
        assertThat(found).as(deployable + " " + instruction).hasSize(1);
        return found.getFirst();
    }

    static String image(String deployable) {
        return List.of("gateway", "simulator").contains(deployable)
                ? deployable
                : deployable + "-service";
    }

    @ParameterizedTest
    @FieldSource("DEPLOYABLES")
    void it_stands_on_a_pinned_image_and_runs_as_nobody_in_particular(String deployable) {
        assertThat(one(deployable, "FROM")).matches("[a-z/-]+:[0-9][^ ]*");
        assertThat(one(deployable, "USER")).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        // nothing that needs a shell, or that the user we run as may change
        var instructions = lines(deployable).stream().map(Line::instruction).toList();
        assertThat(instructions.indexOf("USER")).isGreaterThan(instructions.lastIndexOf("RUN"));
        for (var command : List.of("RUN", "ENTRYPOINT"))
            assertThat(all(deployable, command)).isNotEmpty().allMatch(it -> it.startsWith("[\""));
        assertThat(one(deployable, "HEALTHCHECK")).contains("CMD [\"java\"");
    }

    @ParameterizedTest
    @FieldSource("DEPLOYABLES")
    void it_listens_where_the_documents_say(String deployable) {
        var port = PORTS.get(deployable);
        assertThat(one(deployable, "EXPOSE")).isEqualTo(port.toString());
        assertThat(one(deployable, "ENV"))
                .contains(SettingsOfTheCode.prefix(deployable) + "PORT=" + port);
        assertThat(one(deployable, "HEALTHCHECK"))
                .endsWith("\"gofood.platform.run.Probe\", \"%s\"]".formatted(deployable));
    }

    @ParameterizedTest
    @FieldSource("DEPLOYABLES")
    void it_copies_what_the_build_makes_and_starts_that(String deployable) {
        assertThat(all(deployable, "COPY"))
                .containsExactly("target/image/lib ./", "target/image/own ./");
        var folder = SettingsOfTheCode.folder(deployable);
        var pom = SettingsOfTheCode.read(folder.resolve("pom.xml"));
        assertThat(pom)
                .contains("<artifactId>%s</artifactId>".formatted(deployable))
                .contains("<image.phase>package</image.phase>");
        assertThat(one(deployable, "ENTRYPOINT"))
                .endsWith("\"-jar\", \"%s-image.jar\"]".formatted(deployable));
        var offered =
                SettingsOfTheCode.read(
                                folder.resolve(
                                        "src/main/resources/META-INF/services/gofood.platform.run.Service"))
                        .strip();
        assertThat(folder.resolve("src/main/java").resolve(offered.replace('.', '/') + ".java"))
                .exists();
    }

    @Test
    void the_build_makes_what_they_copy() {
        var pom = SettingsOfTheCode.read(SettingsOfTheCode.ROOT.resolve("pom.xml"));
        assertThat(pom)
                .contains("${project.build.directory}/image/lib")
                .contains("${project.build.directory}/image/own")
                .contains("<mainClass>gofood.platform.Alone</mainClass>")
                .contains("<classifier>image</classifier>");
    }

    /// Nine files that say the same stay the same: what differs is the name, the port, and a folder
    /// for the city's map.
    @ParameterizedTest
    @FieldSource("DEPLOYABLES")
    void they_differ_in_name_and_port_only(String deployable) {
        assertThat(stripped(deployable)).isEqualTo(stripped("order"));
    }

    private static List<String> stripped(String deployable) {
        var name = Pattern.compile("\\b" + deployable + "(?=-image|\")");
        var same = new ArrayList<String>();
        for (var line : lines(deployable)) {
            if (line.rest().startsWith("[\"install\"")) continue;
            same.add(
                    name.matcher(line.instruction() + " " + line.rest())
                            .replaceAll("NAME")
                            .replace(SettingsOfTheCode.prefix(deployable), "NAME_")
                            .replace(" NAME_FOLDER=/city", "")
                            .replace(PORTS.get(deployable).toString(), "PORT"));
        }
        return same;
    }

    @ParameterizedTest
    @FieldSource("DEPLOYABLES")
    void its_first_line_says_how_to_build_it(String deployable) {
        var folder = SettingsOfTheCode.folder(deployable);
        var path = SettingsOfTheCode.ROOT.relativize(folder).toString().replace('\\', '/');
        assertThat(SettingsOfTheCode.read(folder.resolve("Dockerfile")).lines().findFirst())
                .hasValueSatisfying(first ->
                        assertThat(first)
                                .endsWith(
                                        "docker build -t %s:latest %s"
                                                .formatted(image(deployable), path)));
    }
}
