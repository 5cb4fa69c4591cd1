-- Ids are unique by themselves; a unique index would have to name the workspace.
drop index feed_pushes_push;
create index feed_pushes_push on feed_pushes (push_id);
