-- The events of a subscriber are read in one order, whatever they are about.
ALTER TABLE outbox DROP CONSTRAINT outbox_pkey, ADD PRIMARY KEY (subscriber, position);

-- Releases before this one still fill it in.
ALTER TABLE outbox ALTER COLUMN partition SET DEFAULT 0;
