package gofood.restaurant.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import gofood.restaurant.webhook.Receiver.Letter;
import gofood.restaurant.webhook.Receiver.Outcome;
import io.helidon.common.tls.Tls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The connection goes to a checked number, and the certificate must still be the name's.
class CertificateTest {
    private static final char[] WORD = "changeit".toCharArray();
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final List<String> NAMES_ASKED_FOR = new CopyOnWriteArrayList<>();

    private static HttpsServer server;
    private static SSLContext context;

    /// Listens with a certificate for pos.example.com alone.
    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        context = context(keys(folder.resolve("keys.p12")));
        server = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    var session = ((HttpsExchange) exchange).getSSLSession();
                    NAMES_ASKED_FOR.add(name(session));
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static String name(SSLSession session) {
        return ((ExtendedSSLSession) session).getRequestedServerNames().toString();
    }

    private static KeyStore keys(Path file) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made =
                new ProcessBuilder(
                                keytool.toString(),
                                "-genkeypair",
                                "-alias",
                                "till",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=pos.example.com",
                                "-ext",
                                "san=dns:pos.example.com",
                                "-keystore",
                                file.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(WORD))
                        .redirectErrorStream(true)
                        .start();
        var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor(60, TimeUnit.SECONDS) && Files.exists(file)).as(said).isTrue();
        return KeyStore.getInstance(file.toFile(), WORD);
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, WORD);
        var trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(keys);
        var made = SSLContext.getInstance("TLS");
        made.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return made;
    }

    private static Outcome send(String host, Tls tls) throws InterruptedException {
        var names = new CheckedNames(_ -> new InetAddress[] {HERE}, _ -> true);
        var receiver = new Receiver(names, tls, Duration.ofSeconds(30), Clock.systemUTC());
        var url = "https://" + host + ":" + server.getAddress().getPort() + "/";
        var secret = "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldCE=";
        return receiver.send(new Letter(url, List.of(secret), "msg_1", new byte[] {'{', '}'}));
    }

    @Test
    void the_certificate_must_be_that_of_the_name_and_trusted() throws Exception {
        var trusting = Tls.builder().sslContext(context).build();
        assertThat(send("pos.example.com", trusting)).isEqualTo(new Outcome.Taken(204));
        assertThat(NAMES_ASKED_FOR).hasSize(1);
        assertThat(NAMES_ASKED_FOR.getFirst()).contains("pos.example.com");
        var other = (Outcome.NotTaken) send("other.example.com", trusting);
        assertThat(other.why()).contains("TLS");
        var stranger = (Outcome.NotTaken) send("pos.example.com", Tls.builder().build());
        assertThat(stranger.why()).contains("TLS");
        assertThat(NAMES_ASKED_FOR).hasSize(1);
    }
}
