-- Who was sent a quote may ask to be erased: whom it went to and what he wrote go, and his link opens nothing any
-- more; the frozen parties and the paper stay as long as the law keeps them.
ALTER TABLE quotes_issue ADD COLUMN forgotten_at BIGINT;
