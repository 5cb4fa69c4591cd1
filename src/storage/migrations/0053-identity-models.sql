-- What the latest look through all people of a workspace taught: how much each degree of agreement weighs. One row per workspace.
create table identity_models (
  workspace_id uuid primary key references workspaces,
  learned_at timestamptz not null,
  people integer not null,
  compared_pairs bigint not null,
  proposed_pairs integer not null,
  -- Share of pairs of one person among all pairs that could be formed.
  prior double precision not null,
  -- [{ fact, degrees: [{ degree, weight }] }], weights in bits.
  facts jsonb not null
);
select kith_wall('identity_models');
