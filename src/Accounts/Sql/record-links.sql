-- What leads to an organisation; what leads to a person stands on the page of personal data.
call accounts.link_to_record('accounts', 'accounts', 'activity_accounts', 'account_id', true);
call accounts.link_to_record('accounts', 'accounts', 'needs', 'account_id', true);

-- The words that a saved view looks for, in lower case; the view holds an address line's query.
create or replace function accounts.words_of_view(p_query text) returns text[] language plpgsql immutable as $$
begin
    return array(select w from regexp_split_to_table(lower(convert_from((
        select string_agg(case when m[1] is null then convert_to(m[2], 'UTF8') else decode(m[1], 'hex') end, ''::bytea order by n)
        from regexp_matches(replace(substring(p_query from '(?:^|[?&])q=([^&]*)'), '+', ' '), '%([0-9a-fA-F]{2})|(.)', 'g') with ordinality r(m, n)), 'UTF8')), '\s+') w where w <> '');
exception when character_not_in_repertoire then
    return '{}';
end $$;
