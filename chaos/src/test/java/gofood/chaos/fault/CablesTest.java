package gofood.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.app.Replica;
import gofood.app.Wiring;
import gofood.chaos.cable.Cable;
import gofood.chaos.fault.Cables.Pair;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CablesTest {
    private static final Replica ORDER = new Replica("order", 1);
    private static final Replica ORDER_2 = new Replica("order", 2);

    @Test
    void only_those_who_are_to_be_parted_have_a_cable() {
        try (var cables = new Cables(Set.of(new Pair("order", "payment")))) {
            assertThat(cables.port(ORDER, "payment", 9001)).isNotEqualTo(9001);
            assertThat(cables.port(ORDER_2, "payment-2", 9002)).isNotEqualTo(9002);
            assertThat(cables.port(ORDER, "restaurant", 9003)).isEqualTo(9003);
            assertThat(cables.port(new Replica("payment", 1), "order", 9004)).isEqualTo(9004);
            assertThat(cables.between("order", "payment"))
                    .extracting(Cable::name)
                    .containsExactlyInAnyOrder("order>payment", "order-2>payment-2");
            assertThat(cables.between("order", "restaurant")).isEmpty();
        }
    }

    @Test
    void asked_again_it_is_the_same_cable() {
        try (var cables = new Cables(Set.of(new Pair("order", "payment")))) {
            var port = cables.port(ORDER, "payment", 9001);
            assertThat(cables.port(ORDER, "payment", 9001)).isEqualTo(port);
        }
    }

    @Test
    void the_databases_own_port_is_known_with_and_without_a_cable() {
        try (var cables = new Cables(Set.of(new Pair("order", Wiring.POSTGRES)))) {
            assertThat(cables.port(ORDER, Wiring.POSTGRES, 5999)).isNotEqualTo(5999);
            assertThat(cables.postgresPort()).isEqualTo(5999);
        }
        try (var cables = new Cables(Set.of())) {
            assertThat(cables.port(ORDER, Wiring.POSTGRES, 5998)).isEqualTo(5998);
            assertThat(cables.postgresPort()).isEqualTo(5998);
        }
    }

    @Test
    void every_fault_has_a_name_of_its_own_and_says_what_it_does() {
        var faults = Faults.all();
        assertThat(faults).extracting(Fault::name).doesNotHaveDuplicates();
        assertThat(faults)
                .allSatisfy(fault -> {
                    assertThat(fault.name()).matches("[a-z]+(-[a-z]+)*");
                    assertThat(fault.about()).isNotBlank();
                    assertThat(fault.span(true)).isGreaterThanOrEqualTo(fault.span(false));
                    assertThat(Faults.named(fault.name())).isPresent();
                });
    }
}
