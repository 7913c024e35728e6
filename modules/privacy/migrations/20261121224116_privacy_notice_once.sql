-- Two processes that announce at the same moment make one notice: each follows another one, the first
-- of a business follows none (0).
ALTER TABLE privacy_notice ADD COLUMN follows BIGINT NOT NULL DEFAULT 0;

UPDATE privacy_notice SET follows = coalesce(
    (SELECT max(o.id) FROM privacy_notice o
      WHERE o.workspace_id = privacy_notice.workspace_id AND o.id < privacy_notice.id), 0);

CREATE UNIQUE INDEX privacy_notice_by_followed ON privacy_notice (workspace_id, follows);
