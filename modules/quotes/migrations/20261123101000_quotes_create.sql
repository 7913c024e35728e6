-- What a business offers a client at a price. Drafts first: a number comes with the first sending, so
-- that drafts leave no gaps.
-- table: quotes_quote business
-- table: quotes_line business
CREATE TABLE quotes_quote (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    client_id     BIGINT NOT NULL,
    title         TEXT NOT NULL CHECK (title <> ''),
    search_key    TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'accepted', 'declined', 'expired',
                                                 'replaced', 'cancelled')),
    valid_until   TEXT NOT NULL,
    delay         TEXT NOT NULL,
    note          TEXT NOT NULL,
    prices        TEXT NOT NULL CHECK (prices IN ('net', 'gross')),
    discount_kind TEXT NOT NULL CHECK (discount_kind IN ('none', 'percent', 'amount')),
    discount_size BIGINT NOT NULL CHECK (discount_size >= 0),
    deposit_kind  TEXT NOT NULL CHECK (deposit_kind IN ('none', 'percent', 'amount')),
    deposit_size  BIGINT NOT NULL CHECK (deposit_size >= 0),
    gross         BIGINT,
    created_by    BIGINT NOT NULL,
    created_at    BIGINT NOT NULL,
    updated_at    BIGINT NOT NULL,
    version       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX quotes_quote_by_client ON quotes_quote (workspace_id, client_id, id);
CREATE INDEX quotes_quote_by_state ON quotes_quote (workspace_id, state, id);

-- Quantities, prices and percentages have four decimals. Those of a section or a text are not read.
CREATE TABLE quotes_line (
    workspace_id BIGINT NOT NULL,
    quote_id     BIGINT NOT NULL,
    position     BIGINT NOT NULL CHECK (position > 0),
    kind         TEXT NOT NULL CHECK (kind IN ('line', 'section', 'text', 'option')),
    name         TEXT NOT NULL,
    details      TEXT NOT NULL,
    quantity     BIGINT NOT NULL,
    unit         TEXT NOT NULL,
    unit_price   BIGINT NOT NULL,
    discount     BIGINT NOT NULL CHECK (discount BETWEEN 0 AND 1000000),
    tax          TEXT NOT NULL,
    is_ticked    BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, quote_id, position),
    FOREIGN KEY (workspace_id, quote_id) REFERENCES quotes_quote (workspace_id, id)
);
