-- Wrong 本人確認 are counted over the typed address: a mail says that a claim was right.
create index recovery_request_email on recovery_request (entrance_id, email_mac, at)
  where kind = 'forgot-id';
