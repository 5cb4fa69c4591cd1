-- `has:file` walks these instead of all that was said.
create index messages_files on messages (workspace_id, sent_at desc, message_id desc) where detail ? 'files';
