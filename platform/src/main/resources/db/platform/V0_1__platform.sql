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
