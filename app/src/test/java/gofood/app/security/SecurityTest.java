package gofood.app.security;

import gofood.app.OpenHouse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityTest {
    static OpenHouse house;

    @BeforeAll
    static void open(@TempDir Path folder) {
        house = new OpenHouse(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void list() {
        house.tables()
                .forEach((name, routes) ->
                        routes.list()
                                .forEach(r ->
                                        System.out.println(
                                                "ROUTE "
                                                        + name
                                                        + " "
                                                        + r.method()
                                                        + " "
                                                        + r.path()
                                                        + " "
                                                        + r.access()
                                                        + " "
                                                        + r.action().getClass().getSimpleName())));
    }
}
