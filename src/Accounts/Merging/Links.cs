namespace Karelia.Crm.Accounts.Merging;

/// <summary>A column whose rows move with a record. Owned rows have no life without it; a person's all are.</summary>
internal sealed record Link(string Table, string Column, bool IsOwned);

/// <summary>Every column of every module that leads to a person or to an organisation, as declared: a new table moves without a line here.</summary>
internal sealed class Links(DbSession session, IEnumerable<ModuleDb> modules, IEnumerable<PersonalData> pages)
{
    /// <summary>Evidence stays; so does what is derived. Rows on which others hang come first.</summary>
    public IReadOnlyList<Link> OfPeople() =>
    [
        .. PersonLink.All(modules, pages).Where(link => link.Holding is { AppendOnly: false, StaysAtMerge: false }).OrderByDescending(link => link.IsOwn).Select(link => new Link(link.Table, link.Column, true)),
        new("accounts.contacts", "merged_into_id", false),
    ];

    public async Task<IReadOnlyList<Link>> OfAccounts(CancellationToken ct) =>
    [
        .. await session.Rows("select table_name, column_name, is_part from accounts.account_link order by 1, 2", row => new Link(row.GetString(0), row.GetString(1), row.GetBoolean(2)), ct),
        new("accounts.accounts", "merged_into_id", false),
    ];
}
