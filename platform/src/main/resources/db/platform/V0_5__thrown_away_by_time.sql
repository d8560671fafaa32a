-- Like the inbox: in the order of this column, and only asked for by it to be thrown away.
DROP INDEX idempotency_created;
CREATE INDEX idempotency_created ON idempotency USING brin (created_at);
