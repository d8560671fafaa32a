package gofood.delivery.ride;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What somebody learns of a door who hasn't taken the ride yet.
class DropoffAreaTest {
    @Test
    void the_street_stays_and_the_number_goes() {
        Map.of(
                        "5 Avenue de la Costa", "Avenue de la Costa",
                        "12 bis Rue Grimaldi, Monaco", "Rue Grimaldi",
                        "7a, Rue Basse", "Rue Basse",
                        "Hauptstraße 5a, 10115 Berlin", "Hauptstraße",
                        "Villa Rose, 14-16 Boulevard Albert", "Boulevard Albert",
                        "Place d'Armes", "Place d'Armes",
                        "17", "an address nearby")
                .forEach((text, street) ->
                        assertThat(DropoffArea.of(new Address(43.74, 7.43, text)).text())
                                .isEqualTo(street));
    }

    @Test
    void doors_of_a_quarter_share_a_point_some_hundred_metres_away_at_most() {
        var points = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            var door = new Address(43.7380 + i * 0.0001, 7.4246 + i * 0.0001, "x");
            var area = DropoffArea.of(door);
            assertThat(area.metresTo(door.lat(), door.lon())).isLessThan(190);
            points.add(area.lat() + " " + area.lon());
        }
        // a kilometre and a half, cut into squares of 250 m
        assertThat(points).hasSizeBetween(6, 12);
    }
}
