-- A host that a site was given is believed once Kith has found itself there: mails can't be taken back.
alter table sites add column domain_code text check (domain_code ~ '^[A-Za-z0-9_-]{22,}$');
alter table sites add column domain_proven_at timestamptz;
