using Karelia.Crm.Accounts;

namespace Karelia.Crm.Events.Participants;

/// <summary>
/// Of two records of one person at one event, one row is left behind: the survivor's takes over what it lacks, the stronger state and the diet. By the merge's journal, so that an
/// un-merge brings back what was.
/// </summary>
internal sealed class EventsMerges(DbSession session) : IFollowsMerges
{
    /// <summary>The survivor's rows beside those that were left behind, the strongest state first.</summary>
    private const string Pairs = """
        select m.id as stays, l.*, n.diet, n.accessibility, array_position(array['cancelled', 'no-show', 'registered', 'attended'], l.state)
                 > array_position(array['cancelled', 'no-show', 'registered', 'attended'], m.state) as is_stronger
        from events.participants m join events.participants l on l.event_id = m.event_id and l.contact_id = any($2) left join events.special_needs n on n.participant_id = l.id
        where m.contact_id = $1
        """;
    private const string Strongest = "array_position(array['attended', 'registered', 'no-show', 'cancelled'], state)";

    public Task Before(MergedPeople people, CancellationToken ct) => Task.CompletedTask;

    public async Task After(MergedPeople people, CancellationToken ct)
    {
        await Journaled(
            people, "events.participants",
            $"""
            set state = case when l.is_stronger then l.state else t.state end, state_at = case when l.is_stronger then l.state_at else t.state_at end,
                tick_id = case when l.is_stronger then l.tick_id else t.tick_id end, state_before = case when l.is_stronger then l.state_before else t.state_before end, organisation = coalesce(t.organisation, l.organisation), task = coalesce(t.task, l.task),
                account_id = case when t.organisation is null and t.account_id is null then l.account_id else t.account_id end, mode = coalesce(t.mode, l.mode), version = t.version + 1
            from (select distinct on (stays) * from ({Pairs}) p order by stays, {Strongest}, id) l where t.id = l.stays
            """,
            ct);
        await Journaled(
            people, "events.special_needs",
            $"""
            set diet = coalesce(t.diet, l.diet), accessibility = coalesce(t.accessibility, l.accessibility)
            from (select distinct on (stays) * from ({Pairs}) p where diet is not null or accessibility is not null order by stays, {Strongest}, id) l where t.participant_id = l.stays
            """,
            ct);
        await Journaled(
            people, "events.special_needs",
            $"""
            set participant_id = l.stays
            from (select distinct on (stays) * from ({Pairs}) p where diet is not null or accessibility is not null order by stays, {Strongest}, id) l
            where t.participant_id = l.id and not exists (select from events.special_needs o where o.participant_id = l.stays)
            """,
            ct);
    }

    public Task Undone(MergedPeople people, CancellationToken ct) => Task.CompletedTask;

    private Task<int> Journaled(MergedPeople people, string table, string update, CancellationToken ct) => session.Execute(
        "select accounts.journaled($1, $2::regclass, 'contact_id', true, $3, $4, $5, null)", ct, people.MergeId, table, update, people.SurvivorId, people.OtherIds);
}
