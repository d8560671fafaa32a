-- That entries add up is seen in what was just written: all lines of an entry are written at once,
-- and none were there before. Asked of the whole table, it was answered by a plan from when there
-- were few lines, which reads all of them for each entry.
CREATE OR REPLACE FUNCTION ledger_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong bigint;
BEGIN
    SELECT entry_id INTO wrong FROM written GROUP BY entry_id HAVING sum(amount) <> 0 LIMIT 1;
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
