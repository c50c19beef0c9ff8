using Karelia.Crm.Accounts;

namespace Karelia.Crm.Consent.Ledger;

/// <summary>
/// The stricter consent wins: where two records of a person differ about a purpose, the no stands on the survivor. The ledger itself never moves; what the survivor takes
/// over is an entry of its own, with the evidence of the other's. And nobody whom we may not write to becomes one whom we may.
/// </summary>
internal sealed class ConsentMerges(DbSession session, IKnownPeople people, CurrentUser user) : IFollowsMerges
{
    private const string Reason = "Kenellekään yhdistetyistä ei saanut kirjoittaa tästä aiheesta. / None of the merged records could be written to about this.";

    /// <summary>How strict a state is.</summary>
    private static string Rank(string state) => $"array_position(array['given', 'confirmed', 'legacy-unproven', 'expired', 'refused', 'withdrawn'], {state})";

    private string[] open = [];

    public async Task Before(MergedPeople people, CancellationToken ct) => open = await Open([people.SurvivorId, .. people.OtherIds], ct);

    public async Task After(MergedPeople people, CancellationToken ct)
    {
        await Copy(people.OtherIds, [people.SurvivorId], "true", people.At, ct);
        await StopWhatRestsOnTheRegistration(people, ct);
        await session.Execute(
            """
            insert into consent.blocks (id, contact_id, channel, topic, reason, source, set_at, set_by_id, set_by) select uuidv7(), $1, 'email', t, $3, 'merge', $4, $5, $6 from unnest($2::text[]) t
            on conflict do nothing
            """,
            ct, people.SurvivorId, (await Open([people.SurvivorId], ct)).Except(open).ToArray(), Reason, people.At, user.Id, user.Name);
        // What waits for erasure is the survivor's, if anybody's; a purpose that one of them keeps alive is lost for none.
        await session.Execute("update consent.erasure_queue set state = 'returned', decided_at = now() where contact_id = any($1) and state = 'open'", ct, people.OtherIds);
        await session.Execute("select consent.return_from_queue(array[$1::uuid])", ct, people.SurvivorId);
    }

    public async Task Undone(MergedPeople people, CancellationToken ct)
    {
        // A no that anybody said stays with all.
        await Copy([people.SurvivorId], people.OtherIds, "s.state in ('refused', 'withdrawn')", null, ct);
        // A yes that came with another goes with it.
        await session.Execute(
            """
            insert into consent.events (id, contact_id, purpose, kind, text_id, source, file_name, file_sha256, row, import_id, at, recorded_at, user_id, user_name, annuls)
            select uuidv7(), contact_id, purpose, 'annulled', text_id, 'merge', file_name, file_sha256, row, import_id, now(), now(), $3, $4, id
            from consent.events e
            where e.contact_id = $1 and e.source = 'merge' and e.recorded_at = $2 and e.kind in ('given', 'confirmed', 'legacy-unproven', 'expired')
              and not exists (select 1 from consent.events a where a.annuls = e.id)
            """,
            ct, people.SurvivorId, people.At, user.Id, user.Name);
        await session.Execute("update consent.blocks set lifted_at = now(), lifted_by = $3 where contact_id = $1 and reason = $2 and set_at = $4 and lifted_at is null", ct, people.SurvivorId, Reason, user.Name, people.At);
        await ShareWhatCameLater(people, ct);
        await QueueAgain([people.SurvivorId, .. people.OtherIds], ct);
    }

    /// <summary>Which of them said no while they were one, nobody knows: it holds for all.</summary>
    private async Task ShareWhatCameLater(MergedPeople merged, CancellationToken ct)
    {
        foreach (var (table, columns, at) in new[]
        {
            ("blocks", "kind, channel, topic, list_id, reason, source, set_at, set_by_id, set_by", "set_at"), ("objections", "purpose, reason, at, by_id, by", "at"), ("restrictions", "reason, at, by_id, by", "at"),
        })
        {
            await session.Execute(
                $"""
                insert into consent.{table} (id, contact_id, {columns}) select uuidv7(), o, {columns} from consent.{table} cross join unnest($2::uuid[]) o
                where contact_id = $1 and lifted_at is null and greatest({at}, uuid_extract_timestamp(id)) > $3 on conflict do nothing
                """,
                ct, merged.SurvivorId, merged.OtherIds, merged.At);
        }

        foreach (var other in await session.Rows("select distinct contact_id from consent.restrictions where contact_id = any($1) and lifted_at is null", row => row.GetGuid(0), ct, merged.OtherIds))
            await people.Restrict(other, true, ct);
        await session.Execute("select set_config('crm.act', 'merge', true)", ct);
    }

    /// <summary>What each of them keeps alive waits no longer; what the other alone kept alive waits again.</summary>
    private async Task QueueAgain(Guid[] contacts, CancellationToken ct)
    {
        await session.Execute("select consent.return_from_queue($1)", ct, contacts);
        await session.Execute(
            """
            update consent.erasure_queue q set state = 'open', decided_at = null
            from (select distinct on (contact_id, purpose) id, contact_id, purpose, state from consent.erasure_queue where contact_id = any($1)
                  order by contact_id, purpose, state = 'open' desc, coalesce(decided_at, lost_at) desc) l
            where q.id = l.id and l.state = 'returned' and not exists (select from consent.active_purpose a where a.contact_id = l.contact_id and a.purpose = l.purpose)
            """,
            ct, contacts);
    }

    /// <summary>The strictest that stands with some becomes an entry of each of the others, where it is stricter than theirs.</summary>
    private Task<int> Copy(Guid[] from, Guid[] to, string which, DateTimeOffset? at, CancellationToken ct) => session.Execute(
        $"""
        insert into consent.events (id, contact_id, purpose, kind, text_id, source, file_name, file_sha256, row, import_id, at, recorded_at, user_id, user_name)
        select uuidv7(), t.id, e.purpose, e.kind, e.text_id, 'merge', e.file_name, e.file_sha256, e.row, e.import_id, e.at, coalesce($3::timestamptz, now()), $4, $5
        from (select distinct on (s.purpose) s.purpose, s.state, s.event_id from consent.standings s where s.contact_id = any($1) and {which}
              order by s.purpose, {Rank("s.state")} desc, s.since desc) w
        join consent.events e on e.id = w.event_id
        cross join unnest($2::uuid[]) as t(id)
        left join consent.standings o on o.contact_id = t.id and o.purpose = w.purpose
        where o.state is null or (o.state <> w.state and {Rank("w.state")} > greatest(2, {Rank("o.state")}))
        """,
        ct, from, to, new Npgsql.NpgsqlParameter { Value = (object?)at ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz }, user.Id, user.Name);

    /// <summary>As when a person withdraws from the alumni or the expert pool: the role ends, and so do messages that came with the alumni registration.</summary>
    private async Task StopWhatRestsOnTheRegistration(MergedPeople merged, CancellationToken ct)
    {
        var left = await session.Rows("select purpose from consent.standings where contact_id = $1 and state in ('refused', 'withdrawn')", row => row.GetString(0), ct, merged.SurvivorId);
        if (left.Contains(ConsentPurposes.ExpertPool))
            await people.EndRole(merged.SurvivorId, ContactRoles.Expert, ct);
        if (left.Contains(ConsentPurposes.Alumni))
            await LeaveAlumni(merged, ct);
        await session.Execute("select set_config('crm.act', 'merge', true)", ct);
    }

    private async Task LeaveAlumni(MergedPeople merged, CancellationToken ct)
    {
        await session.Execute(
            """
            insert into consent.events (id, contact_id, purpose, kind, source, at, recorded_at, user_id, user_name)
            select uuidv7(), s.contact_id, s.purpose, 'withdrawn', 'merge', $2, $2, $3, $4 from consent.standings s join consent.events e on e.id = s.event_id
            where s.contact_id = $1 and s.state in ('given', 'confirmed')
              and (s.purpose = 'email.alumni' or (s.purpose = 'email.events' and (e.import_id is not null or e.source in ('registration', 'webropol', 'student-register', 'public-form', 'import'))))
            """,
            ct, merged.SurvivorId, merged.At, user.Id, user.Name);
        await people.EndRole(merged.SurvivorId, ContactRoles.Alumnus, ct);
    }

    private async Task<string[]> Open(Guid[] contacts, CancellationToken ct) => [.. await session.Rows(
        "select t from unnest($2::text[]) t where exists (select 1 from unnest($1::uuid[]) c where consent.is_mailable(c, 'email', t))", row => row.GetString(0), ct, contacts, Topics.All.ToArray())];
}
