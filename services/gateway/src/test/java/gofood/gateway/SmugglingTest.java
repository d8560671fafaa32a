package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages that two programs could cut in different places never reach a service.
class SmugglingTest {
    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5, 6",
                "Content-Length: +5",
                "Content-Length: -5",
                "Content-Length: 0x5",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding : chunked",
                "Content-Length : 5",
                "X: y\r\n Content-Length: 5",
                "X\u0000: y\r\nContent-Length: 5",
            })
    void an_ambiguous_length_is_a_400(String headers) throws Exception {
        var before = town.service("payment").heard().size();
        var said =
                town.raw(
                        "POST /payments HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + headers
                                + "\r\n\r\n0\r\n\r\nGET /payments/smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(said).matches("(?s)HTTP/1.1 (400|501) .*");
        assertThat(said.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(town.service("payment").heard()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/payments/../events",
                "/payments/%2e%2e/events",
                "//payments",
                "/payments//7",
                "/payments%2f7",
                "/payments/%00",
                "/payments/\u0000",
                "/payments;a=b/7",
                "/payments/..;/events",
                "\\payments",
                "http://elsewhere.test/payments/7",
                "*",
            })
    void a_crooked_path_never_reaches_a_service(String path) throws Exception {
        var before = town.service("payment").heard().size();
        var said = town.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(said).matches("(?s)HTTP/1.1 40[04] .*");
        assertThat(said).contains("application/problem+json");
        assertThat(town.service("payment").heard()).hasSize(before);
    }

    @Test
    void a_flood_of_headers_is_refused() throws Exception {
        var said =
                town.raw(
                        "GET /payments/7 HTTP/1.1\r\nHost: x\r\n"
                                + "X-Flood: 0123456789012345678901234567890123456789\r\n"
                                        .repeat(1_000)
                                + "\r\n");
        assertThat(said).matches("(?s)HTTP/1.1 4(00|13|31) .*");
        assertThat(said).contains("X-Content-Type-Options: nosniff");
    }

    @Test
    void a_request_without_a_host_or_with_two_is_refused() throws Exception {
        assertThat(town.raw("GET /payments/7 HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(town.raw("GET /payments/7 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void what_is_not_http_is_refused_in_the_same_form() throws Exception {
        assertThat(town.raw("HELLO\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }
}
