package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.app.OpenHouse;
import gofood.app.Telltale;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One start of the whole for all that is said here of its safety.
@Timeout(value = 600, unit = TimeUnit.SECONDS)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class SecurityTest {
    private static OpenHouse house;
    private static Scene scene;

    /// Held here, since who holds no logger loses its handlers.
    private static final Logger EVERYTHING = Logger.getLogger("");

    private static final Logger OURS = Logger.getLogger("gofood");
    private static final Telltale TELLTALE = new Telltale();

    @BeforeAll
    static void open(@TempDir Path folder) {
        TELLTALE.setLevel(Level.ALL);
        OURS.setLevel(Level.ALL);
        EVERYTHING.addHandler(TELLTALE);
        house = new OpenHouse(folder);
        scene = new Scene(house);
    }

    @AfterAll
    static void close() {
        if (house != null) house.close();
        EVERYTHING.removeHandler(TELLTALE);
        OURS.setLevel(null);
    }

    @Nested
    @Order(1)
    class WhoMayDoWhat extends Matrix {
        @Override
        Scene scene() {
            return scene;
        }
    }

    @Nested
    @Order(2)
    class ForgedTokens extends Forgeries {
        @Override
        Scene scene() {
            return scene;
        }
    }

    @Nested
    @Order(3)
    class NobodyLearnsWhatExists extends Alike {
        @Override
        Scene scene() {
            return scene;
        }
    }

    @Nested
    @Order(4)
    class NothingSticks extends MassAssignment {
        @Override
        Scene scene() {
            return scene;
        }
    }

    @Nested
    @Order(5)
    class EverythingHasALimit extends Limits {
        @Override
        Scene scene() {
            return scene;
        }
    }

    @Nested
    @Order(6)
    class OperatorsAreNoted extends AuditTrail {
        @Override
        Scene scene() {
            return scene;
        }
    }

    @Nested
    @Order(7)
    class WhoIsErased extends Forgetting {
        @Override
        Scene scene() {
            return scene;
        }
    }

    @Nested
    @Order(8)
    class WhateverIsSent extends Fuzz {
        @Override
        Scene scene() {
            return scene;
        }
    }

    /// After all that was done before, with everything that our own code says.
    @Nested
    @Order(9)
    class WhatIsLogged {
        @Test
        void no_log_has_a_secret() {
            var log = System.getLogger("gofood.order.life.Orders");
            log.log(System.Logger.Level.TRACE, "order 7 for canary@example.test");
            assertThat(TELLTALE.seen()).isGreaterThan(10);
            assertThat(TELLTALE.lines()).hasSize(1).allMatch(line -> line.contains("canary@"));
        }
    }
}
