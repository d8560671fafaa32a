CREATE TABLE orders (
    id              bigint GENERATED ALWAYS AS IDENTITY (START WITH 1001) PRIMARY KEY,
    customer_id     bigint      NOT NULL,
    guest           boolean     NOT NULL, -- without an account
    restaurant_id   bigint      NOT NULL,
    restaurant_name text        NOT NULL,
    items           jsonb       NOT NULL,
    price           jsonb       NOT NULL, -- as on the wire
    pay_by          text        NOT NULL,
    if_unavailable  text        NOT NULL,
    slot            jsonb,                -- when it is to come, if it is for later
    kitchen_at      timestamptz,          -- with a slot: when the kitchen gets it
    pickup          jsonb       NOT NULL,
    dropoff         jsonb       NOT NULL,
    note            text,
    delivery_pin    text        NOT NULL,
    courier_name    text,
    ready_at        timestamptz,
    preparation_minutes int     NOT NULL,
    placed_at       timestamptz NOT NULL,
    promised_at     timestamptz NOT NULL, -- the latest that the customer was told
    eta_from        timestamptz NOT NULL, -- as one can say now
    eta_to          timestamptz NOT NULL,
    status          text        NOT NULL,
    state           jsonb       NOT NULL,
    step            int         NOT NULL, -- of the timeline
    version         int         NOT NULL, -- of everything, for those who follow live
    since           timestamptz NOT NULL,
    refunded        bigint      NOT NULL DEFAULT 0, -- thousandths
    cheaper         bigint      NOT NULL DEFAULT 0, -- by substitutions, thousandths
    handed_over     boolean     NOT NULL DEFAULT false, -- although it had been called off
    rating          jsonb,                -- as on the wire
    links_ended     int         NOT NULL DEFAULT 0 -- how often all links to it were taken back
) WITH (fillfactor = 80);
CREATE INDEX orders_of_customer ON orders (customer_id, id DESC);
CREATE INDEX orders_of_restaurant ON orders (restaurant_id, id DESC);
CREATE INDEX orders_by_time ON orders USING brin (placed_at);

-- The timeline: who moved the order, when and why. Only ever grows; what people wrote or were
-- called in it is blanked when they are erased.
CREATE TABLE order_step (
    order_id bigint      NOT NULL REFERENCES orders (id),
    step     int         NOT NULL,
    status   text        NOT NULL,
    at       timestamptz NOT NULL,
    by       text        NOT NULL,
    why      text,                 -- a sentence
    reason   text,                 -- the same for programs
    why_for_operators text,        -- what they alone read instead
    trace_id text        NOT NULL,
    PRIMARY KEY (order_id, step)
);
-- who was to bring it, to find their name again
CREATE INDEX order_step_of_courier ON order_step (by) WHERE reason = 'COURIER_ASSIGNED';

-- How many orders for later each half hour of a restaurant has.
CREATE TABLE slot (
    restaurant_id bigint      NOT NULL,
    begins_at     timestamptz NOT NULL,
    taken         int         NOT NULL CHECK (taken >= 0),
    PRIMARY KEY (restaurant_id, begins_at)
);

-- What a kitchen proposes instead of a dish that it doesn't have.
CREATE TABLE substitution (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id          bigint      NOT NULL REFERENCES orders (id),
    line              int         NOT NULL,
    item_name         text        NOT NULL,
    quantity          int         NOT NULL,
    instead           jsonb,                -- a line; null: nothing
    note              text,
    total_if_accepted bigint      NOT NULL, -- thousandths
    total_if_dropped  bigint      NOT NULL, -- thousandths
    status            text        NOT NULL,
    answer_by         timestamptz NOT NULL
);
CREATE INDEX substitution_of_order ON substitution (order_id);
CREATE UNIQUE INDEX one_question_per_line ON substitution (order_id, line)
    WHERE status = 'PROPOSED';

-- Pictures of what was wrong.
CREATE TABLE picture (
    id       uuid        PRIMARY KEY,
    order_id bigint      NOT NULL REFERENCES orders (id),
    type     text        NOT NULL,
    image    bytea       NOT NULL,
    taken_at timestamptz NOT NULL
);
CREATE INDEX picture_of_order ON picture (order_id);

-- What customers reported, and what came of it.
CREATE TABLE problem (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id    bigint      NOT NULL REFERENCES orders (id),
    customer_id bigint      NOT NULL,
    kind        text        NOT NULL,
    items       jsonb       NOT NULL,
    text        text,
    photo       uuid        REFERENCES picture (id),
    status      text        NOT NULL,
    refund      bigint      NOT NULL, -- thousandths
    currency    text        NOT NULL,
    liable      text,
    answer      text        NOT NULL,
    answer_code text,                 -- where a rule answered
    counts      boolean     NOT NULL, -- among the customer's refunds that nobody looked at
    failed      boolean     NOT NULL DEFAULT false, -- not all of its refund went back
    created_at  timestamptz NOT NULL
);
CREATE INDEX problem_of_order ON problem (order_id);
CREATE INDEX problem_of_customer ON problem (customer_id, created_at);
CREATE INDEX problem_by_status ON problem (status, id);

-- What quotes and links are signed with; all replicas share it.
CREATE TABLE seal_key (
    id  int   PRIMARY KEY CHECK (id = 1),
    key bytea NOT NULL
);

CREATE TABLE promotion (
    id                bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code              text    NOT NULL UNIQUE, -- in capitals
    kind              text    NOT NULL,
    percent           int,
    amount            bigint,                  -- thousandths
    most_discount     bigint,                  -- thousandths
    minimum_items     bigint  NOT NULL,        -- thousandths
    restaurant_id     bigint,
    starts_at         timestamptz,
    ends_at           timestamptz,
    most_uses         int,
    most_per_customer int,
    funded_by         text    NOT NULL,
    active            boolean NOT NULL DEFAULT true,
    reserved          int     NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    used              int     NOT NULL DEFAULT 0 CHECK (used >= 0),
    CHECK (reserved + used <= most_uses)
);

-- One row for each order that has a use of a promotion, until it comes to nothing.
CREATE TABLE promotion_use (
    order_id     bigint  PRIMARY KEY REFERENCES orders (id),
    promotion_id bigint  NOT NULL REFERENCES promotion (id),
    customer_id  bigint  NOT NULL,
    paid         boolean NOT NULL DEFAULT false
);
CREATE INDEX promotion_use_of_customer ON promotion_use (promotion_id, customer_id);
