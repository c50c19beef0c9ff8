using Karelia.Crm.Consent.Links;
using Karelia.Crm.Kernel.Mail;

namespace Karelia.Crm.Consent.Public;

internal sealed class RenewalMails(DbSession session, PersonalLinks links, Mailbox mailbox) : IRenewals
{
    public async Task<IReadOnlyList<Guid>> Ask(string purpose, string topic, IReadOnlyList<(Guid ContactId, DateOnly ValidUntil)> people, int most, CancellationToken ct)
    {
        // About their own data, no marketing: it needs no consent to messages, but a block stops it.
        var open = (await session.Rows(
            "select contact_id, email, language from consent.recipients('email', $1, null, 'service') where reason is null and contact_id = any($2)",
            row => (Id: row.GetGuid(0), Email: row.GetString(1), Language: row.GetString(2)), ct, topic, people.Select(one => one.ContactId).ToArray())).ToDictionary(row => row.Id);
        var asked = people.Where(one => open.ContainsKey(one.ContactId)).Take(most).ToList();
        foreach (var (id, validUntil) in asked)
        {
            var t = Texts.In(open[id].Language);
            var token = await links.Make(LinkPurposes.Preferences, id, LinkPurposes.RenewalLife, ct);
            await mailbox.Send(new(open[id].Email, t.RenewalSubject(purpose), t.RenewalMail(purpose, validUntil, links.Address(t.PreferencesPath + token)), id), ct);
        }

        return [.. asked.Select(one => one.ContactId)];
    }
}
