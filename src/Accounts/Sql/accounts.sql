create or replace view accounts.account_card as
select a.id, a.name, a.sort_name, a.search_text, a.business_id, a.kind, a.relationships, a.customer_kinds, a.industry, a.municipality, a.size_class, a.status, a.is_passive, a.updated_at
from accounts.accounts a where a.merged_into_id is null;

-- Who is where now.
create or replace view accounts.present_place as
select f.contact_id, f.account_id, f.title, f.role_there, f.is_primary from accounts.affiliations f where f.valid_to is null or f.valid_to >= current_date;

-- Imports find organisations by their whole names.
create index if not exists ix_accounts_folded_name on accounts.accounts (accounts.fold(name)) where merged_into_id is null;
