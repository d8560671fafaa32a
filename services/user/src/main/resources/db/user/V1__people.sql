-- People. Who was erased keeps the id, so that it is never given to somebody else.
CREATE TABLE account (
    user_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text        NOT NULL,
    email       text UNIQUE,            -- lower case; none for guests
    phone       text,
    password    text,                   -- Argon2id, in its own encoded form
    roles       text[]      NOT NULL,
    restaurants bigint[]    NOT NULL,
    created_at  timestamptz NOT NULL,
    version     int         NOT NULL DEFAULT 1,
    erased_at   timestamptz
);
CREATE INDEX account_roles ON account USING gin (roles);

CREATE TABLE saved_address (
    address_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    bigint           NOT NULL REFERENCES account,
    label      text             NOT NULL,
    lat        double precision NOT NULL,
    lon        double precision NOT NULL,
    text       text             NOT NULL
);
CREATE INDEX saved_address_user ON saved_address (user_id);

-- The restaurants that people like; which these are, the restaurant service knows.
CREATE TABLE favourite (
    user_id       bigint      NOT NULL REFERENCES account,
    restaurant_id bigint      NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (user_id, restaurant_id)
);

-- What people have set; who has set nothing has no row.
CREATE TABLE preference (
    user_id  bigint PRIMARY KEY REFERENCES account,
    avoided  text[] NOT NULL,           -- allergens
    language text                       -- none: that of the device
);

-- Who wants a role and has no answer yet.
CREATE TABLE application (
    application_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id        bigint      NOT NULL REFERENCES account,
    role           text        NOT NULL,
    text           text        NOT NULL,
    at             timestamptz NOT NULL,
    UNIQUE (user_id, role)
);

-- One sign-in and all the refresh tokens that followed from it.
CREATE TABLE family (
    sid        uuid PRIMARY KEY,
    user_id    bigint      NOT NULL REFERENCES account,
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX family_user ON family (user_id, started_at);
CREATE INDEX family_expires ON family (expires_at);

-- A used token stays until its time is over, so that its second use is noticed.
CREATE TABLE refresh_token (
    hash       bytea PRIMARY KEY,       -- SHA-256 of the token
    sid        uuid        NOT NULL REFERENCES family ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_token_family ON refresh_token (sid);
CREATE INDEX refresh_token_expires ON refresh_token (expires_at);

-- Failed sign-ins per e-mail and per client address, in the database so that they hold across
-- replicas. Hashed: somebody's failures are nobody's business.
CREATE TABLE sign_in_failure (
    subject bytea PRIMARY KEY,
    times   timestamptz[] NOT NULL,
    last_at timestamptz   NOT NULL
);

-- The keys that sign access tokens, sealed with AES-GCM.
CREATE TABLE signing_key (
    kid         text PRIMARY KEY,
    sealed      bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    active_from timestamptz NOT NULL
);

-- Who wanted to be erased, by the number that is all we still know of them.
CREATE TABLE erasure (
    erasure_id   uuid PRIMARY KEY,      -- who has it may read it
    user_id      bigint      NOT NULL REFERENCES account,
    requested_at timestamptz NOT NULL,
    completed_at timestamptz
);

-- What each service said that it has erased, over all times that it was asked.
CREATE TABLE erasure_answer (
    erasure_id uuid        NOT NULL REFERENCES erasure,
    service    text        NOT NULL,
    erased     jsonb       NOT NULL,    -- as on the wire
    asked_at   timestamptz NOT NULL,    -- the last time
    PRIMARY KEY (erasure_id, service)
);
