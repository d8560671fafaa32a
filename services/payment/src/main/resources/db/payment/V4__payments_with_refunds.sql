-- Whether there may be any in the table of refunds, so that most payments need not be looked up there.
ALTER TABLE payment ADD COLUMN has_refunds boolean NOT NULL DEFAULT false;
UPDATE payment SET has_refunds = true
 WHERE EXISTS (SELECT FROM refund r WHERE r.payment_id = payment.payment_id);
