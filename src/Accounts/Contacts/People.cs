namespace Karelia.Crm.Accounts.Contacts;

internal sealed class People(AccountsDb db, DbSession session, CurrentUser user, TimeProvider clock) : IKnownPeople
{
    public Task<KnownPerson> Know(Guid contactId, CancellationToken ct) => Find(contactId, "", ct);

    public Task<KnownPerson> Hold(Guid contactId, CancellationToken ct) => Find(contactId, "for no key update", ct);

    public async Task EndRole(Guid contactId, string role, CancellationToken ct)
    {
        if (await db.ContactRoles.SingleOrDefaultAsync(r => r.ContactId == contactId && r.Role == role && r.EndedOn == null, ct) is not { } ended)
            return;
        await session.Execute("select set_config('crm.act', 'withdraw', true)", ct);
        var now = clock.GetUtcNow();
        ended.EndedOn = Days.Of(now);
        (await db.Contacts.SingleAsync(c => c.Id == contactId, ct)).Touch(now);
    }

    public async Task Restrict(Guid contactId, bool isRestricted, CancellationToken ct)
    {
        await session.Execute("select set_config('crm.act', 'rectify', true)", ct);
        var (person, now) = (await db.Contacts.SingleAsync(c => c.Id == contactId, ct), clock.GetUtcNow());
        if (isRestricted)
            person.Restrict(now);
        else
            person.Release();
        person.Touch(now);
    }

    private async Task<KnownPerson> Find(Guid contactId, string how, CancellationToken ct)
    {
        var found = await session.Rows(
            $"""
            select id, is_passive, array(select o.id from accounts.contacts o where o.merged_into_id = c.id) || c.id, restricted_at is not null
            from accounts.contacts c
            where id = coalesce((select o.merged_into_id from accounts.contacts o where o.id = $1), $1) and merged_into_id is null and erased_at is null and (restricted_at is null or $2) {how}
            """,
            row => new KnownPerson(row.GetGuid(0), row.GetBoolean(1)) { Ids = row.GetFieldValue<Guid[]>(2), IsRestricted = row.GetBoolean(3) }, ct, contactId, user.Is(Role.DataProtectionOfficer));
        return found.SingleOrDefault() ?? throw Refusal.Unknown();
    }
}
