-- Whether there are any in the table of refunds, so that most payments need not be looked up there.
ALTER TABLE payment ADD COLUMN has_refunds boolean NOT NULL DEFAULT false;

-- whoever writes them, the release before this one too
CREATE FUNCTION note_refund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE payment SET has_refunds = true WHERE payment_id = NEW.payment_id AND NOT has_refunds;
    RETURN NULL;
END $$;
CREATE TRIGGER refund_noted AFTER INSERT ON refund FOR EACH ROW EXECUTE FUNCTION note_refund();

UPDATE payment SET has_refunds = true
 WHERE EXISTS (SELECT FROM refund r WHERE r.payment_id = payment.payment_id);
