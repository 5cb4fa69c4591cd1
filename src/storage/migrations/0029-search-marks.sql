-- `has:file` walks these instead of all that was said.
create index messages_files on messages (workspace_id, sent_at desc, message_id desc) where detail ? 'files';
-- Rooms are few; to look for one by its name is not to look through all conversations.
create index conversations_rooms on conversations (workspace_id, last_message_at desc nulls last, conversation_id) where kind = 'room';
