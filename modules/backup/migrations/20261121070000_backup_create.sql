-- What happened to backups and rehearsals: an admin sees the last ones, the schedule counts from them,
-- and a failure is found again. The backups themselves are folders: this table may be lost.

-- table: backup_run platform
CREATE TABLE backup_run (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('backup', 'drill')),
    reason TEXT NOT NULL,
    -- of the backup made or rehearsed; empty when there is none
    name TEXT NOT NULL,
    is_success BOOLEAN NOT NULL,
    cause TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    took_ms BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    file_count BIGINT NOT NULL,
    byte_count BIGINT NOT NULL,
    -- of a rehearsal: what would have been lost, and how long until work goes on
    lost_s BIGINT NOT NULL,
    back_ms BIGINT NOT NULL
);
CREATE INDEX backup_run_of_kind ON backup_run (kind, started_at);
