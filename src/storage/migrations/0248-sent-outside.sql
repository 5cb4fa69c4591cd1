-- Sent outside Kith although a rule held it back: a fact that a recruiter told, no override.
alter table overrides drop constraint overrides_state_check;
alter table overrides add constraint overrides_state_check check (state in ('asked', 'granted', 'declined', 'used', 'outside'));
