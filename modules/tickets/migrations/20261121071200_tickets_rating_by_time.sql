-- « Ma journée » shows how satisfied clients have been lately: the newest opinions, without reading all.
CREATE INDEX tickets_rating_by_time ON tickets_rating (workspace_id, rated_at);
