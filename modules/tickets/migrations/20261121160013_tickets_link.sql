-- How two tickets of the team relate; one row for both ways of reading it.
-- table: tickets_link business

-- kind is read from first_id, the smaller of the two: a pair has one link, whoever makes it.
CREATE TABLE tickets_link (
    workspace_id BIGINT NOT NULL,
    first_id     BIGINT NOT NULL,
    second_id    BIGINT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('relates', 'duplicates', 'duplicated_by', 'follows',
                                               'followed_by')),
    linked_by    BIGINT NOT NULL,
    linked_at    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, first_id, second_id),
    FOREIGN KEY (workspace_id, first_id) REFERENCES tickets_ticket (workspace_id, id),
    FOREIGN KEY (workspace_id, second_id) REFERENCES tickets_ticket (workspace_id, id),
    CHECK (first_id < second_id)
);
CREATE INDEX tickets_link_by_second ON tickets_link (workspace_id, second_id, linked_at);
