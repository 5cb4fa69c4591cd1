-- The site, openings and lists speak every language that the chat speaks.
alter table sites drop constraint sites_lang_check;
alter table sites add constraint sites_lang_check check (lang in ('en', 'de', 'fr', 'es', 'pt', 'nl', 'it', 'pl', 'sv', 'ar'));
alter table openings drop constraint openings_lang_check;
alter table openings add constraint openings_lang_check check (lang in ('en', 'de', 'fr', 'es', 'pt', 'nl', 'it', 'pl', 'sv', 'ar'));
