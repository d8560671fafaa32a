package gofood.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import gofood.contracts.UserApi.Erasure;
import gofood.contracts.UserApi.PersonalExport;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.PersonalData;
import gofood.platform.http.Reply;
import gofood.platform.http.RequestScope;
import gofood.platform.http.Routes;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person may ask of all services at once: a file of what is known of them, and what has
/// become of their erasure.
final class PersonalDataRoutes {
    /// Not the type of an access token, and without its claims: nobody gets in with it.
    private static final JOSEObjectType CERTIFICATE = new JOSEObjectType("erasure+json");

    private final Db db;
    private final Accounts accounts;
    private final Others others;
    private final StoredErasures erasures;
    private final SigningKeys keys;
    private final Clock clock;

    PersonalDataRoutes(
            Db db,
            Accounts accounts,
            Others others,
            StoredErasures erasures,
            SigningKeys keys,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.others = others;
        this.erasures = erasures;
        this.keys = keys;
        this.clock = clock;
    }

    Routes table() {
        return new Routes()
                .get("/users/{user_id}/export", Access.SIGNED_IN, this::export)
                .get("/erasures/{erasure_id}", Access.ANYONE, this::read);
    }

    /// All or nothing: a file with a part missing would look whole.
    private Reply export(Call call) {
        var id = UserRoutes.ownOrOperators(call);
        var all = new TreeMap<String, @Nullable Object>();
        all.put("user", db.tx(tx -> own(tx, id, call)));
        var answers = others.ask(Others.NAMES, peer -> peer.get("/personal-data/" + id));
        var silent = new ArrayList<>(Others.NAMES);
        silent.removeAll(answers.keySet());
        if (!silent.isEmpty())
            throw Refused.unavailable(
                    "The export needs every service; that of " + String.join(", ", silent));
        answers.forEach((service, answer) -> all.put(service, answer.as(JsonNode.class)));
        return Reply.ok(new PersonalExport(id, clock.instant(), all))
                .with("Content-Disposition", "attachment; filename=\"gofood-" + id + ".json\"")
                .with("Cache-Control", "no-store");
    }

    private PersonalData.Newest own(Tx tx, long id, Call call) {
        if (accounts.find(tx, id).isEmpty()) throw UserRoutes.noSuchUser();
        if (call.person().id() != id) note(tx, call.person().id(), id);
        return PersonalData.newest(
                tx,
                """
                SELECT jsonb_build_object(
                           'name', name, 'email', email, 'phone', phone, 'roles', roles,
                           'restaurants', restaurants, 'created_at', created_at,
                           'addresses', (SELECT jsonb_agg(jsonb_build_object(
                                                    'label', label, 'lat', lat, 'lon', lon,
                                                    'text', text) ORDER BY address_id)
                                           FROM saved_address s WHERE s.user_id = a.user_id),
                           'favourites', (SELECT jsonb_agg(restaurant_id ORDER BY at)
                                            FROM favourite f WHERE f.user_id = a.user_id),
                           'preferences', (SELECT jsonb_build_object(
                                                      'avoided', avoided, 'language', language)
                                             FROM preference p WHERE p.user_id = a.user_id),
                           'applications', (SELECT jsonb_agg(jsonb_build_object(
                                                       'role', role, 'text', text, 'at', at))
                                              FROM application b WHERE b.user_id = a.user_id),
                           'sessions', (SELECT jsonb_agg(jsonb_build_object(
                                                   'started_at', started_at,
                                                   'expires_at', expires_at) ORDER BY started_at)
                                          FROM family f WHERE f.user_id = a.user_id)) AS entry
                  FROM account a WHERE user_id = ? ORDER BY user_id
                """,
                id);
    }

    /// The audit notes changes by itself, but not who read what. That an operator took all that is
    /// known of somebody is to be found there too.
    private static void note(Tx tx, long operator, long userId) {
        tx.update(
                "INSERT INTO audit (actor, action, status, trace_id) VALUES (?, ?, 200, ?)",
                "operator " + operator,
                "GET /users/" + userId + "/export",
                RequestScope.current().traceId());
    }

    private Reply read(Call call) {
        var erasure =
                db.tx(tx -> erasures.find(tx, id(call)))
                        .orElseThrow(() -> Refused.notFound("erasure"))
                        .view();
        return Reply.ok(erasure.completedAt() == null ? erasure : signed(erasure))
                .with("Cache-Control", "no-store");
    }

    private static UUID id(Call call) {
        try {
            return UUID.fromString(call.path("erasure_id"));
        } catch (IllegalArgumentException e) {
            throw Refused.notFound("erasure");
        }
    }

    /// Signed each time anew, so that the key is still published whenever somebody looks.
    private Erasure signed(Erasure it) {
        var key = keys.current();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(CERTIFICATE)
                        .keyID(key.getKeyID())
                        .build();
        try {
            var jws = new JWSObject(header, new Payload(Json.write(it)));
            jws.sign(new ECDSASigner(key));
            return new Erasure(
                    it.erasureId(),
                    it.requestedAt(),
                    it.completedAt(),
                    it.services(),
                    jws.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
