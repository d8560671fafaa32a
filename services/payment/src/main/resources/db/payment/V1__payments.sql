-- One payment per order. `state` and what stands beside it is what the provider has confirmed;
-- `wanted` is what the order's life asks for, which the service works on until both agree.
CREATE TABLE payment (
    payment_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id       bigint      NOT NULL UNIQUE,
    customer_id    bigint      NOT NULL,
    amount         bigint      NOT NULL,
    currency       text        NOT NULL,
    -- forgotten as soon as the provider's answer is known
    token          text,
    state          text        NOT NULL,
    reference      text,
    reason         text,
    captured       bigint      NOT NULL DEFAULT 0,
    refunded       bigint      NOT NULL DEFAULT 0,
    wanted         text        NOT NULL,
    release_reason text,
    asked_at       timestamptz,
    tries          int         NOT NULL DEFAULT 0,
    silent_since   timestamptz,
    stuck          boolean     NOT NULL DEFAULT false,
    version        int         NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL,
    CHECK (refunded <= captured AND captured <= amount)
);
CREATE INDEX payment_customer ON payment (customer_id, payment_id);
CREATE INDEX payment_state ON payment (state, payment_id);

-- Each refund is asked of the provider with a key of its own.
CREATE TABLE refund (
    refund_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id   bigint      NOT NULL REFERENCES payment,
    amount       bigint      NOT NULL CHECK (amount > 0),
    reason       text        NOT NULL,
    status       text        NOT NULL,
    tries        int         NOT NULL DEFAULT 0,
    silent_since timestamptz,
    stuck        boolean     NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX refund_payment ON refund (payment_id);
