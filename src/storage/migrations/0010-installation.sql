-- Of the installation, not of a workspace: keys that must outlive the rotation of the key file, sealed with it.
create table installation (
  name text primary key,
  sealed text not null
);
