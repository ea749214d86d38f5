-- Whose password nears its end, where a society's dial lets them end.
create index account_password_age on account (society_id, password_changed_at);
