-- What every service's database holds beside its own tables.

-- Answers to creations that carried an Idempotency-Key.
CREATE TABLE idempotency (
    key        text PRIMARY KEY,
    hash       bytea       NOT NULL,
    status     int         NOT NULL,
    body       bytea       NOT NULL,
    headers    jsonb       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idempotency_created ON idempotency (created_at);

-- Events that wait to be delivered: one row per event and subscriber, deleted once it is applied there.
CREATE TABLE outbox (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid        NOT NULL,
    subscriber  text        NOT NULL,
    key         text        NOT NULL,
    partition   int         NOT NULL,
    type        text        NOT NULL,
    data        jsonb       NOT NULL,
    traceparent text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    attempts    int         NOT NULL DEFAULT 0,
    next_try_at timestamptz,
    error       text,
    parked_at   timestamptz
);
CREATE INDEX outbox_waiting ON outbox (subscriber, partition, position);
CREATE INDEX outbox_blocked ON outbox (subscriber, key, position)
    WHERE next_try_at IS NOT NULL OR parked_at IS NOT NULL;

-- Ids of the events that were applied here; written in the transaction of their effect.
CREATE TABLE inbox (
    id         uuid PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_applied ON inbox (applied_at);

-- Who may run a relay partition now.
CREATE TABLE lease (
    name   text PRIMARY KEY,
    holder text        NOT NULL,
    until  timestamptz NOT NULL
);

-- Durable timers: what must happen at a time, unless it is cleared before.
CREATE TABLE timer (
    kind     text        NOT NULL,
    key      text        NOT NULL,
    at       timestamptz NOT NULL,
    attempts int         NOT NULL DEFAULT 0,
    error    text,
    PRIMARY KEY (kind, key)
);
CREATE INDEX timer_due ON timer (at);

-- What operators did, and services where a route says so. Only ever added to.
CREATE TABLE audit (
    audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor    text        NOT NULL,
    action   text        NOT NULL,
    status   int         NOT NULL,
    reason   text,
    trace_id text        NOT NULL
);
CREATE INDEX audit_at ON audit (at);

-- After a year an entry may go, not before, and it never changes.
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < now() - interval '365 days' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit is only added to';
END $$;
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION keep_audit();
CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();
