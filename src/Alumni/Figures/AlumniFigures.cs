using Karelia.Crm.Administration;

namespace Karelia.Crm.Alumni.Figures;

/// <summary>Alumni by programme and year of graduation, and forms of cooperation from interest to act. A number of 1 to 4 people is null: so few could be known again.</summary>
internal sealed record AlumniFigures(IReadOnlyList<FigureLine> Groups, IReadOnlyList<FormFigure> Forms, int SmallestGroup);

/// <summary>A group of degrees: a programme (null: words that name none), a year (null: not told), or both; how many people, how many of them may be written to, offer something, and what they did.</summary>
internal sealed record FigureLine(string? Programme, string? Fi, string? En, int? Year, int? Alumni, int? Mailable, int? Offering, int? Acts);

/// <summary>A form of cooperation: how many offer it, how many were asked, and how many acts were done.</summary>
internal sealed record FormFigure(string Form, string Fi, string En, int? Offering, int? Asked, int? Done);

/// <summary>Counts them.</summary>
internal sealed class Counting(DbSession session, ICodeLists lists)
{
    public const int Smallest = 5;
    public static readonly string[] Groupings = ["programme", "year", "programme-and-year"];

    public async Task<AlumniFigures> Count(string? by, int? from, int? to, CancellationToken ct)
    {
        var (byProgramme, byYear) = (by != "year", by is "year" or "programme-and-year");
        var names = (await lists.Of(AlumniLists.Programmes, ct)).ToDictionary(code => code.Code);
        var groups = await session.Rows(
            """
            with person as materialized (
                select a.contact_id, exists (select from alumni.interests i where i.contact_id = a.contact_id) as offers,
                       (select count(*) from alumni.alumni_requests r where r.contact_id = a.contact_id and r.state = 'done')
                       + (select count(*) from alumni.mentorings m where m.contact_id = a.contact_id and m.state in ('active', 'finished')) as acts
                from alumni.alumni a join alumni.member_card c on c.id = a.contact_id
            ), mailable as materialized (select contact_id from consent.mailable('email', 'alumni')),
            studied as (
                select distinct case when $1 then d.programme_code end as programme, case when $2 then d.graduated_year end as year, d.contact_id
                from alumni.degrees d where ($3::int is null or d.graduated_year >= $3) and ($4::int is null or d.graduated_year <= $4)
            )
            select s.programme, s.year, count(*)::int, count(m.contact_id)::int, count(*) filter (where p.offers)::int, sum(p.acts)::int, count(*) filter (where p.acts > 0)::int
            from studied s join person p using (contact_id) left join mailable m using (contact_id) group by 1, 2
            """,
            row => (Programme: row.IsDBNull(0) ? null : row.GetString(0), Year: row.IsDBNull(1) ? (int?)null : row.GetInt32(1), Alumni: row.GetInt32(2), Mailable: row.GetInt32(3),
                Offering: row.GetInt32(4), Acts: row.GetInt32(5), Actors: row.GetInt32(6)),
            ct, byProgramme, byYear, Int(from), Int(to));
        var lines = groups.OrderBy(g => g.Programme is null).ThenBy(g => g.Programme is { } code ? names.GetValueOrDefault(code)?.Fi ?? code : "", StringComparer.Ordinal).ThenByDescending(g => g.Year)
            .Select(g =>
            {
                var name = g.Programme is { } code ? names.GetValueOrDefault(code) : null;
                return new FigureLine(
                    g.Programme, name?.Fi, name?.En, g.Year, Shown(g.Alumni), Within(g.Mailable, g.Alumni), Within(g.Offering, g.Alumni), g.Alumni < Smallest || g.Actors is > 0 and < Smallest ? null : g.Acts);
            });
        return new([.. lines], await Forms(ct), Smallest);
    }

    private async Task<List<FormFigure>> Forms(CancellationToken ct) => await session.Rows(
        """
        select f.code, f.fi, f.en,
               (select count(*)::int from alumni.interests i join alumni.member_card c on c.id = i.contact_id where i.form_code = f.code),
               (select count(distinct r.contact_id)::int from alumni.alumni_requests r join alumni.member_card c on c.id = r.contact_id where r.form_code = f.code),
               (select count(*)::int from alumni.alumni_requests r join alumni.member_card c on c.id = r.contact_id where r.form_code = f.code and r.state = 'done'),
               (select count(distinct r.contact_id)::int from alumni.alumni_requests r join alumni.member_card c on c.id = r.contact_id where r.form_code = f.code and r.state = 'done')
        from administration.code f where f.list = 'cooperation-forms' order by f.position, f.code
        """,
        row => new FormFigure(row.GetString(0), row.GetString(1), row.GetString(2), Shown(row.GetInt32(3)), Shown(row.GetInt32(4)), row.GetInt32(6) is > 0 and < Smallest ? null : row.GetInt32(5)), ct);

    private static int? Shown(int people) => people is > 0 and < Smallest ? null : people;

    /// <summary>A part of a group: told neither when it is small nor when the rest of the group is, for the rest follows from both.</summary>
    private static int? Within(int part, int group) => group < Smallest || part is > 0 and < Smallest || (group - part) is > 0 and < Smallest ? null : part;

    private static Npgsql.NpgsqlParameter Int(int? value) => new() { Value = value is { } year ? year : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer };
}
