package gofood.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @TempDir Path folder;

    @Test
    void what_cannot_be_loaded_is_passed_over_and_server_and_client_talk() throws Exception {
        var own = folder.resolve("order-image.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(own))) {
            for (var name : new String[] {"gofood/platform/Foundation", "gone/Missing"})
                jar.putNextEntry(new JarEntry(name + ".class"));
        }
        assertThatCode(() -> Rehearsal.main(new String[] {own.toString()}))
                .doesNotThrowAnyException();
    }

    @Test
    void a_folder_that_is_not_there_ends_the_build_of_the_image() {
        var nowhere = folder.resolve("gone/order-image.jar").toString();
        assertThatThrownBy(() -> Rehearsal.main(new String[] {nowhere}))
                .isInstanceOf(NoSuchFileException.class);
    }
}
