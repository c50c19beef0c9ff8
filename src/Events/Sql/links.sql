-- Events and participants stay: an event is cancelled, never deleted, so a link to it is checked by set.
call kernel.link('events.participants', 'event_id', 'events.events');

-- What leads to an organisation moves with a merge (the guard says so). A new link to a passive one is refused; one that is there does not keep the row from being changed.
call accounts.link_to_record('accounts', 'events', 'events', 'account_id', false);
call accounts.link_to_record('accounts', 'events', 'participants', 'account_id', false);
create or replace trigger account_insert after insert on events.events referencing new table as new_rows
    for each statement execute function accounts.check_record('account_id', 'true', 'accounts');
create or replace trigger account_insert after insert on events.participants referencing new table as new_rows
    for each statement execute function accounts.check_record('account_id', 'true', 'accounts');
