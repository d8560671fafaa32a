-- One payment per order. `state` and what stands beside it is what the provider has confirmed;
-- `wanted` and `due` are what the order's life asks for, which the service works on until both agree.
-- All amounts are thousandths of the currency's main unit.
CREATE TABLE payment (
    payment_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id        bigint      NOT NULL UNIQUE,
    customer_id     bigint      NOT NULL,
    restaurant_id   bigint      NOT NULL,
    restaurant_name text        NOT NULL,
    -- what was bought and what it costs, as they are now
    items           jsonb       NOT NULL,
    price           jsonb       NOT NULL,
    pay_by          text        NOT NULL,
    -- what was agreed, and authorised
    amount          bigint      NOT NULL,
    currency        text        NOT NULL,
    -- forgotten as soon as the provider's answer is known
    token           text,
    state           text        NOT NULL,
    reference       text,
    reason          text,
    captured        bigint      NOT NULL DEFAULT 0,
    refunded        bigint      NOT NULL DEFAULT 0,
    wanted          text        NOT NULL,
    -- what is to be captured, and what of it kept
    due             bigint      NOT NULL,
    release_reason  text,
    asked_at        timestamptz,
    tries           int         NOT NULL DEFAULT 0,
    silent_since    timestamptz,
    stuck           boolean     NOT NULL DEFAULT false,
    -- how the order ended: who brought it, or by what rule it is settled
    ended_at        timestamptz,
    courier_id      bigint,
    settlement      jsonb,
    settled_at      timestamptz,
    -- once the check has seen that nothing of it is left on the customer's account
    closed          boolean     NOT NULL DEFAULT false,
    version         int         NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    CHECK (refunded <= captured AND captured <= amount AND due <= amount AND due >= 0)
);
CREATE INDEX payment_customer ON payment (customer_id, payment_id);
CREATE INDEX payment_state ON payment (state, payment_id);
CREATE INDEX payment_changed ON payment (changed_at);
CREATE INDEX payment_unclosed ON payment (ended_at) WHERE ended_at IS NOT NULL AND NOT closed;
-- what may be under way at the provider
CREATE INDEX payment_moving ON payment (payment_id)
 WHERE state IN ('Asked', 'Unknown') OR (state = 'Authorized' AND wanted <> 'AUTHORIZED');

-- Each refund is asked of the provider with a key of its own.
CREATE TABLE refund (
    refund_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id   bigint      NOT NULL REFERENCES payment,
    amount       bigint      NOT NULL CHECK (amount >= 0),
    -- what of it nobody bears, since it was never due
    free         bigint      NOT NULL DEFAULT 0,
    items        jsonb       NOT NULL DEFAULT '[]',
    reason       text        NOT NULL,
    liable       text        NOT NULL,
    photo        text,
    sent_to      text        NOT NULL,
    -- the order service's problem that it answers, which is answered once
    problem_id   bigint      UNIQUE,
    -- of the rest: NOBODY: there is none; TO_BEAR: the liable party is still to be charged; BORNE: it was
    burden       text        NOT NULL,
    status       text        NOT NULL,
    tries        int         NOT NULL DEFAULT 0,
    silent_since timestamptz,
    stuck        boolean     NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL
);
CREATE INDEX refund_payment ON refund (payment_id);
CREATE INDEX refund_wanted ON refund (refund_id) WHERE status = 'WANTED';

-- Cash and credit, held as a provider holds what lies on a card. `booked` once the ledger has it.
CREATE TABLE desk_charge (
    payment_id bigint PRIMARY KEY,
    desk       text    NOT NULL,
    account    text    NOT NULL,
    amount     bigint  NOT NULL,
    currency   text    NOT NULL,
    status     text    NOT NULL,
    reason     text,
    booked     boolean NOT NULL DEFAULT false
);
CREATE INDEX desk_charge_held ON desk_charge (account, currency)
 WHERE status IN ('HELD', 'CAPTURED') AND NOT booked;

-- Credit that operators gave.
CREATE TABLE wallet_credit (
    credit_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint      NOT NULL,
    amount      bigint      NOT NULL CHECK (amount > 0),
    currency    text        NOT NULL,
    reason      text        NOT NULL,
    given_by    bigint      NOT NULL,
    given_at    timestamptz NOT NULL
);

-- The ledger. Debit positive, credit negative; every entry adds up to zero. Nothing in it is ever
-- changed: what was wrong is put right by another entry.
CREATE TABLE ledger_entry (
    entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    cause    text        NOT NULL UNIQUE,
    order_id bigint,
    currency text        NOT NULL
);
CREATE INDEX ledger_entry_order ON ledger_entry (order_id, entry_id);

CREATE TABLE ledger_line (
    entry_id bigint NOT NULL REFERENCES ledger_entry,
    line     int    NOT NULL,
    account  text   NOT NULL,
    kind     text   NOT NULL,
    amount   bigint NOT NULL,
    vat      bigint NOT NULL DEFAULT 0,
    text     text   NOT NULL,
    PRIMARY KEY (entry_id, line)
);
CREATE INDEX ledger_line_account ON ledger_line (account, entry_id);

-- What each account has, kept with each entry. Nearly every entry is about accounts such as
-- provider:card, where all would wait for each other until their commits are on the disk; so an
-- account of nobody in particular is kept in parts, which together are what it has. People's
-- accounts have one part, 0.
CREATE TABLE ledger_account (
    account  text,
    currency text,
    part     int    NOT NULL DEFAULT 0,
    balance  bigint NOT NULL,
    PRIMARY KEY (account, currency, part)
);

CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: correct it with another entry';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_line
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

-- An entry is written with all its lines at once, which add up to zero. Which entries this
-- transaction has written is noted for its end.
CREATE FUNCTION ledger_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong bigint;
BEGIN
    SELECT entry_id INTO wrong FROM ledger_line JOIN (SELECT DISTINCT entry_id FROM written) AS w
     USING (entry_id) GROUP BY entry_id HAVING sum(amount) <> 0 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entry % does not add up to zero', wrong;
    END IF;
    SELECT w.entry_id INTO wrong
      FROM (SELECT entry_id, count(*) AS lines FROM written GROUP BY entry_id) AS w
     WHERE w.lines <> (SELECT count(*) FROM ledger_line l WHERE l.entry_id = w.entry_id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entry % was written before', wrong;
    END IF;
    PERFORM set_config('gofood.entries', concat_ws(',',
            nullif(current_setting('gofood.entries', true), ''),
            (SELECT string_agg(DISTINCT entry_id::text, ',') FROM written)), true);
    RETURN NULL;
END $$;
CREATE TRIGGER balances AFTER INSERT ON ledger_line REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_balances();

-- At commit, once for all entries of the transaction: the balances follow. Accounts are locked in
-- the order of their names, so that nobody waits in a circle, and as the very last thing, so that
-- nobody waits long.
CREATE FUNCTION ledger_keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    entries text := nullif(current_setting('gofood.entries', true), '');
BEGIN
    IF entries IS NULL THEN RETURN NULL; END IF;
    PERFORM set_config('gofood.entries', '', true);
    INSERT INTO ledger_account (account, currency, part, balance)
    SELECT account, currency,
           CASE WHEN account ~ ':[0-9]+$' THEN 0 ELSE pg_backend_pid() % 32 END,
           sum(amount)
      FROM ledger_line JOIN ledger_entry USING (entry_id)
     WHERE entry_id = ANY (string_to_array(entries, ',')::bigint[])
     GROUP BY account, currency
     ORDER BY account, currency
    ON CONFLICT (account, currency, part)
    DO UPDATE SET balance = ledger_account.balance + excluded.balance;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_keep();

-- What the check has found: each difference is told once. And up to where it has looked: what each
-- account had after the lines of all entries up to that one, summed apart from `ledger_account`.
CREATE TABLE ledger_difference (
    subject  text PRIMARY KEY,
    what     text        NOT NULL,
    order_id bigint,
    found_at timestamptz NOT NULL
);
CREATE TABLE ledger_checked (
    only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    entry_id   bigint      NOT NULL,
    entries    bigint      NOT NULL,
    checked_at timestamptz NOT NULL
);
INSERT INTO ledger_checked (entry_id, entries, checked_at) VALUES (0, 0, 'epoch');
CREATE TABLE ledger_checked_sum (
    account  text,
    currency text,
    balance  bigint NOT NULL,
    PRIMARY KEY (account, currency)
);

-- What was paid to whom, once for each moment. The ledger's entry of the same transaction has moved
-- the money.
CREATE TABLE payout (
    payout_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    party     text        NOT NULL,
    party_id  bigint      NOT NULL,
    amount    bigint      NOT NULL CHECK (amount > 0),
    currency  text        NOT NULL,
    until     timestamptz NOT NULL,
    paid_at   timestamptz NOT NULL,
    UNIQUE (party, party_id, currency, until)
);
CREATE INDEX payout_run ON payout (party, until, payout_id);
-- what was entered since a moment
CREATE INDEX ledger_entry_at ON ledger_entry (at);

-- Which of Stripe's payment intents stands for which payment, written before anything is held.
CREATE TABLE stripe_intent (
    payment_id bigint PRIMARY KEY,
    -- begins our idempotency keys, so that no other installation of the same account has them
    request    uuid   NOT NULL,
    currency   text   NOT NULL,
    -- not there until Stripe has made one; never confirmed before it is
    intent_id  text   UNIQUE
);
