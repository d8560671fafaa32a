package gofood.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class AloneTest {
    private record Named(String name) implements Service {
        @Override
        public Running start(Env env) {
            return () -> {};
        }
    }

    @Test
    void the_only_service_there_is_is_started() {
        var order = new Named("order");
        assertThat(Alone.only(List.of(order))).isSameAs(order);
    }

    @Test
    void none_and_two_are_no_choice() {
        assertThatThrownBy(() -> Alone.only(List.of())).hasMessageContaining("not []");
        assertThatThrownBy(() -> Alone.only(List.of(new Named("order"), new Named("user"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not [order, user]");
    }
}
