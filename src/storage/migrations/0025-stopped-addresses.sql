-- They told this address to stop, by the network's own word for it (STOP): nobody writes there any more until they take it back.
alter table conversations add column stopped_at timestamptz;
create index conversations_stopped on conversations (workspace_id, tool, remote_id) where stopped_at is not null;
