-- Everyone who is told things: user:12, restaurant:7, role:operator. Its messages are numbered from
-- 1 without gaps, so that "how many are unread" is a subtraction and never a count.
CREATE TABLE audience (
    name      text   PRIMARY KEY,
    -- the number of its newest message
    told      bigint NOT NULL,
    -- the number of the newest message that was thrown away for its age
    forgotten bigint NOT NULL DEFAULT 0
);

-- The ids grow in the order of the commits (see Notifications.inOrder), so a stream that goes on
-- after an id misses nothing.
CREATE TABLE notification (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audience text        NOT NULL,
    number   bigint      NOT NULL,
    kind     text        NOT NULL,
    text_en  text        NOT NULL,
    text_fr  text        NOT NULL,
    order_id bigint,
    -- whose name or words somebody else reads in it
    about    bigint,
    at       timestamptz NOT NULL
);
CREATE INDEX notification_about ON notification (about) WHERE about IS NOT NULL;
CREATE UNIQUE INDEX notification_inbox ON notification (audience, id);
CREATE INDEX notification_age ON notification (at);

-- A person has read everything of an audience up to this number …
CREATE TABLE read_up_to (
    person   bigint NOT NULL,
    audience text   NOT NULL,
    number   bigint NOT NULL,
    PRIMARY KEY (person, audience)
);

-- … and, of what is newer, these.
CREATE TABLE read_mark (
    person   bigint NOT NULL,
    audience text   NOT NULL,
    number   bigint NOT NULL,
    PRIMARY KEY (person, audience, number)
);
CREATE INDEX read_mark_audience ON read_mark (audience, number);

-- What the order service said about an order, for events that say less.
CREATE TABLE known_order (
    order_id        bigint PRIMARY KEY,
    customer_id     bigint      NOT NULL,
    restaurant_id   bigint      NOT NULL,
    restaurant_name text        NOT NULL,
    -- the kitchen has confirmed, so the money was captured
    confirmed       boolean     NOT NULL DEFAULT false,
    courier_id      bigint,
    -- what it costs, in thousandths; unknown as long as it is only scheduled
    total           bigint,
    currency        text,
    -- to be paid at the door
    cash            boolean     NOT NULL DEFAULT false,
    known_at        timestamptz NOT NULL
);
CREATE INDEX known_order_age ON known_order (known_at);

-- Messages that are still to be sent by e-mail.
CREATE TABLE mail (
    notification_id bigint PRIMARY KEY REFERENCES notification ON DELETE CASCADE,
    person          bigint NOT NULL,
    tries           int    NOT NULL DEFAULT 0
);

-- Which alerts the operators have heard of, and which are known to be over.
CREATE TABLE alert_told (
    alert_id bigint      NOT NULL,
    phase    text        NOT NULL,
    told_at  timestamptz NOT NULL,
    PRIMARY KEY (alert_id, phase)
);
CREATE INDEX alert_told_age ON alert_told (told_at);
