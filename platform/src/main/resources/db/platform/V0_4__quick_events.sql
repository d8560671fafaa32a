-- What an event says is carried as it was written: nobody asks the outbox what is in it.
ALTER TABLE outbox ALTER COLUMN data TYPE json USING data::json;

-- One index for all that waits, instead of two.
ALTER TABLE outbox DROP CONSTRAINT outbox_pkey;
DROP INDEX outbox_waiting;
ALTER TABLE outbox ADD PRIMARY KEY (subscriber, partition, position);
CREATE INDEX outbox_parked ON outbox (position) WHERE parked_at IS NOT NULL;

-- Its rows come in the order of this column, and are only asked for by it to be thrown away.
DROP INDEX inbox_applied;
CREATE INDEX inbox_applied ON inbox USING brin (applied_at);
