using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Accounts.Merging;
using Npgsql;
using NpgsqlTypes;

namespace Karelia.Crm.Accounts.Duplicates;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record CheckDuplicates(
    string? Kind = null,
    string? LastName = null,
    string? FirstNames = null,
    string? Email = null,
    string? Phone = null,
    Guid? AccountId = null,
    string? Town = null,
    string? PostalCode = null,
    string? Name = null,
    string? BusinessId = null,
    string? Website = null,
    Guid? ExceptId = null) : IQuery<LikelyDuplicates>;

/// <summary>Records that a half-written form may mean, the likeliest first.</summary>
internal sealed record LikelyDuplicates(IReadOnlyList<LikelyDuplicate> Items) : IShowsPeople
{
    public IEnumerable<Guid> ShownPeople() => Items.Where(item => item.Kind == RecordKinds.Contact).Select(item => item.Record.Id);
}

internal sealed record LikelyDuplicate(string Kind, DuplicateSide Record, string[] Reasons);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/duplicates/check", ([AsParameters] CheckDuplicates query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("Who or what a form means that is being filled in, before it is saved; kind=contact unless it says account");
}

file sealed class Rules : AbstractValidator<CheckDuplicates>
{
    public Rules()
    {
        RuleFor(q => q.Kind).IsOneOf(RecordKinds.All);
        foreach (var text in (System.Linq.Expressions.Expression<Func<CheckDuplicates, string?>>[])
            [q => q.LastName, q => q.FirstNames, q => q.Email, q => q.Phone, q => q.Town, q => q.PostalCode, q => q.Name, q => q.BusinessId, q => q.Website])
            RuleFor(text).MaximumLength(300).IsPlainText();
    }
}

file sealed class Handler(AccountsDb db, DbSession session, CurrentUser user) : IRequestHandler<CheckDuplicates, LikelyDuplicates>
{
    private const int Most = 5;

    public async Task<LikelyDuplicates> Handle(CheckDuplicates query, CancellationToken ct)
    {
        var kind = query.Kind ?? RecordKinds.Contact;
        var phone = Given(query.Phone) is { } typed ? PhoneNumber.Normalize(typed) : null;
        var found = kind == RecordKinds.Contact
            ? await Find("contacts_like($1, $2, $3, $4, $5::uuid, $6, $7)", ct, query.LastName, query.FirstNames, query.Email, phone, query.AccountId?.ToString(), query.Town, query.PostalCode)
            : await Find("accounts_like($1, $2, $3, $4)", ct, query.Name, Given(query.BusinessId) is { } id ? AccountCodes.BusinessId(id) : null, query.Website, phone);
        var ids = found.Keys.Where(id => id != query.ExceptId).ToArray();
        // Only whom the caller may know of.
        var known = kind == RecordKinds.Contact ? await db.Contacts.To(user).Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToArrayAsync(ct) : ids;
        var sides = await db.Sides(kind, known, ct);
        return new([.. sides.Values.Select(side => new LikelyDuplicate(kind, side, found[side.Id])).OrderBy(likely => likely.Reasons.All(reason => reason.StartsWith("similar", StringComparison.Ordinal)))
            .ThenByDescending(likely => likely.Reasons.Length).ThenBy(likely => likely.Record.Name, StringComparer.Ordinal).Take(Most)]);
    }

    private async Task<Dictionary<Guid, string[]>> Find(string matcher, CancellationToken ct, params string?[] values) => (await session.Rows(
        $"select id, reasons from accounts.{matcher}", row => (row.GetGuid(0), row.GetFieldValue<string[]>(1)), ct,
        [.. values.Select(value => new NpgsqlParameter { Value = Given(value) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text })]))
        .ToDictionary(row => row.Item1, row => row.Item2);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
