-- When a network last came to the connection's own address, and why it was last turned away.
alter table connections
  add column webhook_at timestamptz,
  add column webhook_refused_at timestamptz,
  add column webhook_refused_why text;
