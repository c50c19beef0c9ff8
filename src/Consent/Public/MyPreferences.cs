using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Ledger;
using Karelia.Crm.Consent.Links;
using Karelia.Crm.Consent.Preferences;

namespace Karelia.Crm.Consent.Public;

/// <summary>What a person hears of in each channel, and which consents the register rests on: for the person's own eyes.</summary>
internal sealed record MyPreferences(IReadOnlyList<MyChoice> Preferences, bool StopAll, IReadOnlyList<string> Consents, IReadOnlyList<MyConsent> Given, long Version) : IVersioned;

/// <summary>A consent that stands: since when, and to which words, where they are known.</summary>
internal sealed record MyConsent(string Purpose, DateTimeOffset Since, string? Text);

/// <summary>in or out: whether messages come. Blocked: the house itself sends none, whatever the choice.</summary>
internal sealed record MyChoice(string Channel, string Topic, string Choice, bool IsBlocked);

/// <summary>A person's own page, opened by its link.</summary>
internal sealed class OwnPage(ConsentDb db, DbSession session, PersonalLinks links, IKnownPeople people, CurrentUser user, TimeProvider clock)
{
    /// <summary>Consents that a person may renew or end here.</summary>
    public static IReadOnlyList<string> Endable { get; } = [ConsentPurposes.Alumni, ConsentPurposes.ExpertPool];

    /// <summary>The person whom the link names, who acts from now on; whether it is held until the transaction ends.</summary>
    public async Task<KnownPerson> Open(string token, bool toChange, CancellationToken ct)
    {
        var link = await links.Look(LinkPurposes.Preferences, token, ct) ?? throw Refusal.Unknown();
        if (link.ExpiresAt <= clock.GetUtcNow())
            throw new Refusal("link-expired", detail: "The time of this link is over. Ask for a new one.");
        user.BecomeThePerson();
        return toChange ? await people.Hold(link.SubjectId, ct) : await people.Know(link.SubjectId, ct);
    }

    /// <summary>What holds, with whether the person hears of a topic though it said nothing: by its role, not by consent.</summary>
    public async Task<(MyPreferences Shown, PreferenceSheet Sheet)> Read(Guid person, CancellationToken ct)
    {
        var sheet = await PreferenceSheet.Read(db, person, ct);
        var answer = sheet.Answer();
        var unasked = (await session.Rows(
            "select t from unnest($2::text[]) t where consent.is_mailable($1, 'email', t)", row => row.GetString(0), ct, person, Topics.All.ToArray())).ToHashSet();
        var given = await (
            from s in db.Standings
            join e in db.Events on s.EventId equals e.Id
            where s.ContactId == person && Endable.Contains(s.Purpose) && (s.State == Kinds.Given || s.State == Kinds.Confirmed)
            orderby s.Purpose
            select new MyConsent(s.Purpose, s.Since, db.Texts.Where(t => t.Id == e.TextId).Select(t => t.Text).FirstOrDefault())).ToListAsync(ct);
        var choices = answer.Preferences.Select(p => new MyChoice(
            p.Channel, p.Topic,
            p.Choice == PreferenceSheet.In || (p.Choice == PreferenceSheet.None && p.Channel == Channels.Email && unasked.Contains(p.Topic)) ? PreferenceSheet.In : PreferenceSheet.Out,
            answer.Blocks.Any(b => b.ListId is null && !IsOwnStop(b) && (b.Channel ?? p.Channel) == p.Channel && (b.Topic ?? p.Topic) == p.Topic)));
        return (new([.. choices], answer.Blocks.Any(IsOwnStop), [.. given.Select(consent => consent.Purpose)], given, sheet.Version), sheet);
    }

    /// <summary>The person's own stop to everything, which it alone may lift here.</summary>
    public static WantedBlock OwnStop { get; } = new("Henkilön oma valinta: ei mitään viestejä");

    public static bool IsOwnStop(BlockLine block) => (block.Channel, block.Topic, block.ListId, block.Reason) == (null, null, null, OwnStop.Reason);
}
