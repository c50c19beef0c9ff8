-- What leads to an organisation; what leads to a person stands on the page of personal data.
call accounts.link_to_record('accounts', 'accounts', 'activity_accounts', 'account_id', true);
call accounts.link_to_record('accounts', 'accounts', 'needs', 'account_id', true);
