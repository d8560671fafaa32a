package gofood.order.quote;

import gofood.order.seal.Seal;
import gofood.platform.db.Db;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;

/// Signs promises and knows its own again: nothing is stored for a quote.
public final class Promises {
    private static final String PURPOSE = "quote";

    private final Seal seal;

    private Promises(Seal seal) {
        this.seal = seal;
    }

    Promises(byte[] key) {
        this(new Seal(key, PURPOSE));
    }

    public static Promises open(Db db) {
        return new Promises(Seal.open(db, PURPOSE));
    }

    public String sign(Promise promise) {
        return seal.sign(Json.write(promise));
    }

    /// @throws Refused 422 `invalid_quote` for what wasn't signed here
    public Promise read(String quote) {
        return seal.read(quote)
                .map(payload -> Json.read(payload, Promise.class))
                .orElseThrow(() ->
                        new Refused(
                                422,
                                "invalid_quote",
                                "This quote was not given by us. Ask for one: POST /quotes."));
    }
}
