using System.Text.Json.Serialization;
using Karelia.Crm.Consent.Ledger;

namespace Karelia.Crm.Consent.Preferences;

/// <summary>What a person wants to hear of in each channel, and what nobody may send. A block wins over every choice.</summary>
internal sealed record CommunicationPreferences(IReadOnlyList<Preference> Preferences, IReadOnlyList<BlockLine> Blocks, MarketingObjection? Objection, long Version) : IVersioned, IShowsPeople
{
    [JsonIgnore]
    public Guid ContactId { get; init; }

    public IEnumerable<Guid> ShownPeople() => [ContactId];
}

/// <summary>in, out, or none: the person said neither.</summary>
internal sealed record Preference(string Channel, string Topic, string Choice, DateTimeOffset? Since, string? Source);

/// <summary>A block that holds. Without channel it covers all channels, without topic all topics, without list all lists.</summary>
internal sealed record BlockLine(Guid Id, string? Channel, string? Topic, Guid? ListId, string? List, string Reason, string Source, string SetBy, DateTimeOffset SetAt);

/// <summary>The person objected to direct marketing (GDPR art. 21): no marketing in any channel, until the person takes it back.</summary>
internal sealed record MarketingObjection(string Reason, string Source, string SetBy, DateTimeOffset SetAt);

/// <summary>A person's choices and blocks, read from the ledger and the blocks, and how they change.</summary>
internal sealed class PreferenceSheet
{
    public const string In = "in";
    public const string Out = "out";
    public const string None = "none";

    private readonly Guid contactId;
    private readonly Dictionary<string, (string Choice, DateTimeOffset Since, string Source)> choices;
    private readonly List<Block> blocks;
    private readonly Block? objection;
    private readonly Dictionary<Guid, string> lists;

    private PreferenceSheet(Guid contactId, Dictionary<string, (string Choice, DateTimeOffset Since, string Source)> choices, List<Block> all, Dictionary<Guid, string> lists)
    {
        var hold = all.FindAll(b => b.LiftedAt is null);
        (this.contactId, this.choices, this.lists) = (contactId, choices, lists);
        (blocks, objection) = (hold.FindAll(b => b.Kind == Block.Usual), hold.Find(b => b.Kind == Block.Objection));
    }

    /// <summary>Entries of the ledger and of the blocks are only added and lifted, so their number rises with every change.</summary>
    public long Version { get; private set; }

    public static async Task<PreferenceSheet> Read(ConsentDb db, Guid contactId, CancellationToken ct, params IEnumerable<Guid?> wantedLists)
    {
        var standing = await (
            from s in db.Standings.AsNoTracking()
            join e in db.Events on s.EventId equals e.Id
            where s.ContactId == contactId && ConsentPurposes.AllMessages.Contains(s.Purpose)
            select new { Standing = s, e.Source }).ToListAsync(ct);
        var kept = await db.Blocks.Where(b => b.ContactId == contactId).OrderBy(b => b.SetAt).ToListAsync(ct);
        var blocks = kept.Union(db.Blocks.Local.Where(b => b.ContactId == contactId)).ToList();
        var version = await db.Events.CountAsync(e => e.ContactId == contactId, ct) + blocks.Count + blocks.Count(b => b.LiftedAt is not null);
        var named = blocks.Select(b => b.ListId).Concat(wantedLists).OfType<Guid>().ToHashSet();
        var lists = await db.TargetGroups.Where(g => named.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Name, ct);
        var choices = standing.Where(s => s.Standing.Holds || s.Standing.IsNo)
            .ToDictionary(s => s.Standing.Purpose, s => (s.Standing.Holds ? In : Out, s.Standing.Since, s.Source));
        return new(contactId, choices, blocks, lists) { Version = version };
    }

    public CommunicationPreferences Answer() => new(
        [
            .. from channel in Channels.All
               from topic in Topics.All
               let said = choices.TryGetValue(ConsentPurposes.Messages(channel, topic), out var choice) ? choice : ((string, DateTimeOffset, string)?)null
               select new Preference(channel, topic, said?.Item1 ?? None, said?.Item2, said?.Item3),
        ],
        [.. blocks.Select(b => new BlockLine(b.Id, b.Channel, b.Topic, b.ListId, b.ListId is { } list ? lists.GetValueOrDefault(list) : null, b.Reason, b.Source, b.SetBy, b.SetAt))],
        objection is null ? null : new(objection.Reason, objection.Source, objection.SetBy, objection.SetAt),
        Version)
    { ContactId = contactId };

    /// <summary>Whether there is such a list.</summary>
    public bool Knows(Guid? list) => list is null || lists.ContainsKey(list.Value);

    /// <summary>What the ledger must say so that the choice holds; null when it does already.</summary>
    public string? Choose(string purpose, string choice, DateTimeOffset now)
    {
        var present = choices.TryGetValue(purpose, out var said) ? said.Choice : None;
        if (present == choice)
            return null;
        Version++;
        if (choice == None)
            choices.Remove(purpose);
        else
            choices[purpose] = (choice, now, "staff");
        return choice switch { In => Kinds.Given, Out when present == In => Kinds.Withdrawn, Out => Kinds.Refused, _ => Kinds.Expired };
    }

    /// <summary>The blocks that must be set so that these hold; those that are not among them are lifted.</summary>
    public List<Block> Hold(IReadOnlyList<WantedBlock> wanted, CurrentUser user, DateTimeOffset now)
    {
        foreach (var block in blocks.Where(block => !wanted.Any(w => w.IsSame(block))).ToList())
        {
            (block.LiftedAt, block.LiftedBy) = (now, user.Name);
            blocks.Remove(block);
            Version++;
        }

        var added = wanted.Where(w => !blocks.Exists(w.IsSame))
            .Select(w => new Block { ContactId = contactId, Channel = w.Channel, Topic = w.Topic, ListId = w.ListId, Reason = w.Reason.Trim(), SetAt = now, SetById = user.Id, SetBy = user.Name }).ToList();
        Version += added.Count;
        blocks.AddRange(added);
        return added;
    }

    /// <summary>Whether the change would open anything: a passive person may only be closed more.</summary>
    public bool Opens(IReadOnlyDictionary<string, string> wanted, IReadOnlyList<WantedBlock> wantedBlocks) =>
        wanted.Any(w => w.Value == In && (!choices.TryGetValue(w.Key, out var said) || said.Choice != In))
        || choices.Any(said => said.Value.Choice == Out && wanted.GetValueOrDefault(said.Key, None) == None)
        || blocks.Exists(block => !wantedBlocks.Any(w => w.IsSame(block)));
}
