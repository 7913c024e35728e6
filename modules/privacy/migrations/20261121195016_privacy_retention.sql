-- How long data is kept, what is about to be deleted and was announced, and what a dispute or an unpaid
-- bill keeps longer. A notice keeps ids and counts, never names.
-- table: privacy_retention business
-- table: privacy_notice business
-- table: privacy_notice_line business
-- table: privacy_hold business
CREATE TABLE privacy_retention (
    workspace_id BIGINT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('clients', 'mails', 'journal')),
    months       BIGINT NOT NULL CHECK (months > 0),
    PRIMARY KEY (workspace_id, kind)
);

CREATE TABLE privacy_notice (
    workspace_id   BIGINT NOT NULL,
    id             BIGINT NOT NULL,
    announced_at   BIGINT NOT NULL,
    due_at         BIGINT NOT NULL,
    -- what is older than this at the due date, by the periods of the announcement
    clients_before BIGINT NOT NULL,
    mails_before   BIGINT NOT NULL,
    journal_before BIGINT NOT NULL,
    clients        BIGINT NOT NULL,
    mails          BIGINT NOT NULL,
    journal        BIGINT NOT NULL,
    done_at        BIGINT,
    PRIMARY KEY (workspace_id, id)
);

-- subject_id is the client's record as it was announced; a merge does not move it.
CREATE TABLE privacy_notice_line (
    workspace_id BIGINT NOT NULL,
    notice_id    BIGINT NOT NULL,
    subject_id   BIGINT NOT NULL,
    outcome      TEXT NOT NULL CHECK (outcome IN ('announced', 'forgotten', 'kept')),
    PRIMARY KEY (workspace_id, notice_id, subject_id)
);

CREATE TABLE privacy_hold (
    workspace_id BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    reason       TEXT NOT NULL CHECK (reason <> ''),
    placed_by    BIGINT NOT NULL,
    placed_at    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, client_id)
);
