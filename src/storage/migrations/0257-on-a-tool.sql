-- What a table says of somebody without naming a tool (employer, headline) stands on a card of e-mail without an address: they are not
-- on e-mail for that.
create function kith_on_tool(tool text, handle text) returns boolean language sql immutable parallel safe
return tool <> 'email' or handle is not null;

update person_search s set words = ts_delete(s.words, 'xqtoolemail'), facets = array_remove(s.facets, 't:email')
where 't:email' = any(s.facets) and not exists (
  select from profiles f where f.workspace_id = s.workspace_id and f.person_id = s.person_id and f.tool = 'email' and f.handle is not null);
