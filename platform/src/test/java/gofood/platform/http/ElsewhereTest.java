package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.uri.UriPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ElsewhereTest {
    private final Routes pages =
            new Routes()
                    .get("/", Access.ANYONE, _ -> Reply.none())
                    .get("/docs/{file}", Access.ANYONE, _ -> Reply.none());

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/orders/7", "/doc", "/docs-of-others/7", "/o/docs/7"})
    void what_begins_like_no_route_is_elsewhere(String path) {
        assertThat(isElsewhere(pages, path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//docs/a", "/docs", "/docs/a/b", "/%64ocs/a", "/docs%2Fa", "*"})
    void what_begins_like_a_route_is_compared_with_each(String path) {
        assertThat(isElsewhere(pages, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/a/b"})
    void nothing_is_elsewhere_where_a_route_begins_with_a_variable(String path) {
        var open = new Routes().get("/{page}", Access.ANYONE, _ -> Reply.none());
        assertThat(isElsewhere(open, path)).isFalse();
    }

    private static boolean isElsewhere(Routes routes, String path) {
        return new Elsewhere(routes.list()).match(UriPath.create(path)).accepted();
    }
}
