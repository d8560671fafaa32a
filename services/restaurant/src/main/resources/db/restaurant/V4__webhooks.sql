-- Receivers of a restaurant's own that are told of what happens in its kitchen.
CREATE TABLE webhook (
    webhook_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    restaurant_id    bigint      NOT NULL REFERENCES restaurant,
    url              text        NOT NULL,
    events           text[]      NOT NULL,
    enabled          boolean     NOT NULL,
    disabled_because text,
    -- an HMAC's key has to be known to sign with; the old one signs, too, for a while
    secret           text        NOT NULL,
    old_secret       text,
    old_secret_until timestamptz,
    -- messages in a row that were not taken, and since when
    failures         int         NOT NULL DEFAULT 0,
    failing_since    timestamptz,
    -- nothing but a test is sent before
    rests_until      timestamptz,
    -- a replica is sending its messages and has time until then
    busy_until       timestamptz,
    created_at       timestamptz NOT NULL
);
CREATE INDEX webhook_of_restaurant ON webhook (restaurant_id, webhook_id);

-- What they are told, written in the transaction that makes it true.
CREATE TABLE webhook_message (
    position     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id   bigint      NOT NULL REFERENCES webhook ON DELETE CASCADE,
    message_id   text        NOT NULL,
    type         text        NOT NULL,
    -- messages of one lane are sent one after the other: those of a ticket, those of the restaurant
    lane         text        NOT NULL,
    order_id     bigint,
    -- as it is signed and sent; none once what was written in it had to be forgotten
    body         text,
    status       text        NOT NULL,
    attempts     int         NOT NULL DEFAULT 0,
    next_try_at  timestamptz,
    last_status  int,
    last_error   text,
    created_at   timestamptz NOT NULL,
    delivered_at timestamptz,
    UNIQUE (webhook_id, message_id)
);
CREATE INDEX webhook_message_newest ON webhook_message (webhook_id, position);
CREATE INDEX webhook_message_by_age ON webhook_message (created_at);
CREATE INDEX webhook_message_of_order ON webhook_message (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX webhook_message_due ON webhook_message (webhook_id, next_try_at)
    WHERE status = 'WAITING';
CREATE INDEX webhook_message_in_lane ON webhook_message (webhook_id, lane, position)
    WHERE status = 'WAITING';
