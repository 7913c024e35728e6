-- What is drawn over a photo, beside it: the photo keeps every byte it came with. One row a photo,
-- also when everything was rubbed out, so that whoever saw the drawing before is told.
-- table: files_drawing business

-- shapes: JSON, as files::to_json writes it.
CREATE TABLE files_drawing (
    workspace_id BIGINT NOT NULL,
    file_id      BIGINT NOT NULL,
    shapes       TEXT NOT NULL CHECK (shapes <> ''),
    version      BIGINT NOT NULL CHECK (version > 0),
    drawn_by     BIGINT NOT NULL,
    drawn_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, file_id),
    FOREIGN KEY (workspace_id, file_id) REFERENCES files_file (workspace_id, id)
);
