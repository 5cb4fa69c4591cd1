-- Reports come through every connected mailbox of the workspace, by the cursor of its own connection.
alter table mail_settings drop column reports_connection;
alter table mail_settings drop column reports_cursor;
