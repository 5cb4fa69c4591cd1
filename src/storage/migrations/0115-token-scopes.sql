-- A token may also be one that only reads, or one for an assistant: it reads, has drafts judged and leaves them.
alter table api_tokens drop constraint api_tokens_scope_check;
alter table api_tokens add constraint api_tokens_scope_check check (scope in ('all', 'read', 'assistant', 'clipper'));
