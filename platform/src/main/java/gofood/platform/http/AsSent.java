package gofood.platform.http;

import gofood.platform.wire.Refused;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.encoding.ContentEncodingContextConfig;

/// Bodies as they are sent, both ways. Helidon alone would refuse a packed one before it is routed,
/// and hang up on it: the answer would be lost with the connection.
final class AsSent implements ContentEncodingContext {
    /// A packed body may be a bomb, and nobody needs to send one.
    ///
    /// @throws Refused 415
    static void check(Headers headers) {
        var packed =
                Fields.values(headers, HeaderNames.CONTENT_ENCODING).stream()
                        .anyMatch(it -> !it.strip().equalsIgnoreCase("identity"));
        if (packed)
            throw new Refused(415, "packed_body", "Send the body as it is, without an encoding.");
    }

    @Override
    public boolean contentEncodingEnabled() {
        return false;
    }

    @Override
    public boolean contentDecodingEnabled() {
        return true;
    }

    @Override
    public boolean contentEncodingSupported(String encoding) {
        return false;
    }

    @Override
    public boolean contentDecodingSupported(String encoding) {
        return true;
    }

    @Override
    public ContentEncoder encoder(String encoding) {
        return ContentEncoder.NO_OP;
    }

    @Override
    public ContentEncoder encoder(Headers headers) {
        return ContentEncoder.NO_OP;
    }

    @Override
    public ContentDecoder decoder(String encoding) {
        return ContentDecoder.NO_OP;
    }

    @Override
    public ContentEncodingContextConfig prototype() {
        return ContentEncodingContextConfig.create();
    }
}
