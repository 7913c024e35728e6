-- What a provider says when it is asked is taken in the order it was asked, so that an older answer never
-- undoes a newer one.
ALTER TABLE payments_checkout ADD COLUMN looks BIGINT NOT NULL DEFAULT 0;
