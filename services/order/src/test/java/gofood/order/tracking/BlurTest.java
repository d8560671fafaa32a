package gofood.order.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.Point;
import org.junit.jupiter.api.Test;

class BlurTest {
    private static final Address DOOR = new Address(43.739, 7.425, "1 Rue Grimaldi");
    private static final double METRE = 1 / 111_195.0;

    private final Blur blur = new Blur(150, 50);

    private static Point south(double metres) {
        return new Point(DOOR.lat() - metres * METRE, DOOR.lon());
    }

    @Test
    void within_150_metres_of_the_door_nothing_is_shown() {
        for (var metres : new double[] {0, 1, 40, 149})
            assertThat(blur.of(south(metres), DOOR)).isEqualTo(new Sighting.NearDoor());
        assertThat(blur.of(south(151), DOOR)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void elsewhere_it_is_shown_to_about_50_metres_wherever_the_city_is() {
        for (var lat : new double[] {0, 43.7, -43.7, 64.1, 89.9, -90}) {
            for (int i = 0; i < 200; i++) {
                var is = new Point(clipped(lat + i * 7 * METRE), 7.4 + i * 11 * METRE);
                var seen = (Sighting.Seen) blur.of(is, DOOR);
                var there = new Address(is.lat(), is.lon(), "there");
                assertThat(there.metresTo(seen.point().lat(), seen.point().lon()))
                        .as("%s", is)
                        .isLessThan(37);
            }
        }
    }

    private static double clipped(double lat) {
        return Math.clamp(lat, -90, 90);
    }

    @Test
    void who_stands_at_a_house_is_seen_where_those_next_door_are() {
        var corner = ((Sighting.Seen) blur.of(new Point(43.731, 7.42), DOOR)).point();
        for (var metres : new double[] {-20, -9, 0, 9, 20})
            assertThat(
                            blur.of(
                                    new Point(
                                            corner.lat() + metres * METRE,
                                            corner.lon() - metres * METRE),
                                    DOOR))
                    .isEqualTo(new Sighting.Seen(corner));
    }
}
