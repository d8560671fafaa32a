package gofood.delivery;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Tests that share one road; what one of them began ends with it.
@TestInstance(Lifecycle.PER_CLASS)
abstract class WithRoad {
    final Road road = new Road();

    @AfterEach
    void clear() {
        road.clear();
    }

    @AfterAll
    void stop() {
        road.close();
    }
}
