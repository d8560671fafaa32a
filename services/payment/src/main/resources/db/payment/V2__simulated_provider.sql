-- The books of the simulated payment provider. They stand for another company's database: the
-- service never reads them, and the provider writes them in transactions of its own.
CREATE TABLE provider_charge (
    reference  text PRIMARY KEY,
    -- the merchant's number for it; a provider doesn't mind two charges with the same
    payment_id bigint      NOT NULL,
    amount     bigint      NOT NULL,
    currency   text        NOT NULL,
    card       text        NOT NULL,
    status     text        NOT NULL,
    reason     text,
    captured   bigint      NOT NULL DEFAULT 0,
    refunded   bigint      NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (refunded <= captured AND captured <= amount)
);
CREATE INDEX provider_charge_payment ON provider_charge (payment_id);

-- Every call that was made, by its idempotency key, with what was answered.
CREATE TABLE provider_call (
    key       text PRIMARY KEY,
    reference text        NOT NULL,
    refusal   text,
    called_at timestamptz NOT NULL DEFAULT now()
);

-- News that the merchant has not taken yet.
CREATE TABLE provider_webhook (
    webhook_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id bigint      NOT NULL,
    type       text        NOT NULL,
    deliveries int         NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
