-- Colleagues that come with the sample data: they have their share of the work, and nobody signs in as one of them.
alter table users add column sample boolean not null default false;
alter table users add constraint users_sample_signs_in_nowhere check (not sample or (password_hash is null and role = 'recruiter'));
