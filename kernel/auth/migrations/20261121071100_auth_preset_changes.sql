-- What a business does otherwise than its preset: words, states, moves, as TOML. Those that exist change
-- nothing of theirs.
ALTER TABLE workspace ADD COLUMN preset_changes TEXT NOT NULL DEFAULT '';
