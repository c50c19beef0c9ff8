using Karelia.Crm.Kernel.Imports;

namespace Karelia.Crm.Imports.Imports;

/// <summary>What came of an import's lines: each of them is a person or an organisation written, or refused for one reason, the worst. Organisations that lines about people
/// name are counted once each.</summary>
internal sealed record Reconciliation(int RowsIn, Reconciled People, Reconciled Organisations, int Refused, IReadOnlyList<RefusedFor> Reasons)
{
    // An invalid line's reason is one that made it invalid. Who is restricted stays the officer's.
    private const string RefusedSql = """
        select case when r.decision = 'skip' then 'skipped'
                    when r.outcome in ('new', 'matched', 'changed') or r.decision is not null then 'left-out'
                    else (select case when x.code in ('restricted', 'previously-erased') then 'held-for-officer' else x.code end
                          from (select reason ->> 'code' as code, place from jsonb_array_elements(r.reasons) with ordinality t(reason, place)) x
                          order by r.outcome = 'invalid' and x.code in ('consent-missing', 'email-invalid', 'name-missing', 'personal-identity-code', 'required-missing', 'year-invalid') desc,
                                   x.code = 'duplicate-in-file', x.place limit 1) end, count(*)
        -- Looked up in one set: of an import written a moment ago the planner has no statistics, and would compare all lines with all.
        from imports.rows r where r.import_id = $1 and r.row not in (select w.row from imports.written_rows w where w.import_id = $1)
        group by 1 order by 2 desc, 1
        """;

    // Most telling first: an organisation that the import made may be matched by later lines.
    private const string Accounts = """
        select act, count(*) from (select account_id, case when bool_or(account_act = 'created') then 'created' when bool_or(account_act = 'changed') then 'changed' else 'matched' end as act
                                   from imports.written_rows where import_id = $1 and account_id is not null group by account_id) a group by act
        """;

    public static async Task<Reconciliation> Count(DbSession session, Import import, IImportKind kind, CancellationToken ct)
    {
        async Task<Reconciled> Of(string sql)
        {
            var acts = (await session.Rows(sql, row => (Act: row.GetString(0), Lines: (int)row.GetInt64(1)), ct, import.Id)).ToDictionary(found => found.Act, found => found.Lines);
            return new(acts.GetValueOrDefault("created"), acts.GetValueOrDefault("matched"), acts.GetValueOrDefault("changed"));
        }

        const string lines = "select act, count(*) from imports.written_rows where import_id = $1 and {0} group by act";
        var refused = await session.Rows(RefusedSql, row => new RefusedFor(row.GetString(0), (int)row.GetInt64(1)), ct, import.Id);
        return new(
            import.Tally.Total, await Of(string.Format(null, lines, "contact_id is not null")),
            await Of(kind.IsAboutAccounts(import.Form) ? string.Format(null, lines, "account_id is not null") : Accounts), refused.Sum(reason => reason.Rows), refused);
    }
}

/// <summary>How many were new, were there as they are, and were changed.</summary>
internal sealed record Reconciled(int Created, int Matched, int Changed);

/// <summary>Lines that were not written: the code of the reason, <c>skipped</c> by decision, or <c>left-out</c> at the commit.</summary>
internal sealed record RefusedFor(string Code, int Rows);
