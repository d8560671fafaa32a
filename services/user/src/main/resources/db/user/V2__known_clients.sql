-- From where a person has signed in before, hashed: what others guess doesn't keep them out there.
CREATE TABLE known_client (
    user_id bigint      NOT NULL REFERENCES account,
    client  bytea       NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, client)
);
