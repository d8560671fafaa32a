package gofood.app.security;

import gofood.app.OpenHouse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One start of the whole for all that is said here of its safety.
@Timeout(value = 600, unit = TimeUnit.SECONDS)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class SecurityTest {
    private static OpenHouse house;
    private static Scene scene;

    @BeforeAll
    static void open(@TempDir Path folder) {
        house = new OpenHouse(folder);
        scene = new Scene(house);
    }

    @AfterAll
    static void close() {
        if (house != null) house.close();
    }

    @Nested
    class WhoMayDoWhat extends Matrix {
        @Override
        Scene scene() {
            return scene;
        }
    }

    @Nested
    class ForgedTokens extends Forgeries {
        @Override
        Scene scene() {
            return scene;
        }
    }

    @Nested
    @Order(Integer.MAX_VALUE)
    class WhateverIsSent extends Fuzz {
        @Override
        Scene scene() {
            return scene;
        }
    }
}
