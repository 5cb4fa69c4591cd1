-- What was done in openings, the latest first, for the feed of the team.
create index candidacy_moves_latest on candidacy_moves (workspace_id, at desc, move_id desc);
