package gofood.platform.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;

/// Sends spans with the JDK's own client: the one that comes with OpenTelemetry brings a second
/// HTTP library and a second language's. Nothing is tried again; spans are worth less than memory.
final class OtlpSender implements HttpSender {
    private final HttpSenderConfig config;
    private final HttpClient client;

    OtlpSender(HttpSenderConfig config) {
        this.config = config;
        this.client = HttpClient.newBuilder().connectTimeout(config.getConnectTimeout()).build();
    }

    private record Answer(int status, byte[] body) implements HttpResponse {
        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return body;
        }
    }

    @Override
    public void send(
            MessageWriter message, Consumer<HttpResponse> answered, Consumer<Throwable> failed) {
        var bytes = new ByteArrayOutputStream(message.getContentLength());
        try {
            message.writeMessage(bytes);
        } catch (IOException e) {
            failed.accept(e);
            return;
        }
        var request =
                HttpRequest.newBuilder(config.getEndpoint())
                        .timeout(config.getTimeout())
                        .header("Content-Type", config.getContentType())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()));
        config.getHeadersSupplier()
                .get()
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        var _ =
                client.sendAsync(request.build(), BodyHandlers.ofByteArray())
                        .whenComplete((answer, e) -> {
                            if (e != null) failed.accept(e);
                            else answered.accept(new Answer(answer.statusCode(), answer.body()));
                        });
    }

    @Override
    public CompletableResultCode shutdown() {
        client.shutdown();
        return CompletableResultCode.ofSuccess();
    }
}
