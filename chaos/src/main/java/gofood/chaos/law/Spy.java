package gofood.chaos.law;

import java.sql.SQLException;

/// Notes in each database what is put into its outbox and what its inbox takes, in the very
/// transactions in which that happens: both tables forget what is done, and one can't see from
/// their rows in which order it was. The notes lie in a schema of their own, and the services don't
/// know of them.
public final class Spy {
    private Spy() {}

    public static void watch(Ledgers databases) throws SQLException {
        for (var service : Ledgers.SERVICES)
            databases.run(
                    service,
                    """
                    CREATE SCHEMA chaos;
                    CREATE TABLE chaos.sent (position bigint, id uuid, subscriber text, key text,
                        type text);
                    CREATE TABLE chaos.applied (
                        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid);

                    CREATE FUNCTION chaos.note_sent() RETURNS trigger
                    LANGUAGE plpgsql SECURITY DEFINER AS $$
                    BEGIN
                        INSERT INTO chaos.sent
                        VALUES (NEW.position, NEW.id, NEW.subscriber, NEW.key, NEW.type);
                        RETURN NULL;
                    END $$;
                    CREATE TRIGGER chaos_sent AFTER INSERT ON outbox
                        FOR EACH ROW EXECUTE FUNCTION chaos.note_sent();

                    CREATE FUNCTION chaos.note_applied() RETURNS trigger
                    LANGUAGE plpgsql SECURITY DEFINER AS $$
                    BEGIN
                        INSERT INTO chaos.applied (id) VALUES (NEW.id);
                        RETURN NULL;
                    END $$;
                    CREATE TRIGGER chaos_applied AFTER INSERT ON inbox
                        FOR EACH ROW EXECUTE FUNCTION chaos.note_applied();
                    """);
    }
}
