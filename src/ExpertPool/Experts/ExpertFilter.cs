using Karelia.Crm.Accounts;
using Karelia.Crm.ExpertPool.Search;

namespace Karelia.Crm.ExpertPool.Experts;

/// <summary>An expert beside its published card, its consent and what the match counts for.</summary>
internal sealed class ExpertRow
{
    public required Expert Expert { get; init; }
    public required ContactCard Card { get; init; }
    public required PoolConsent Consent { get; init; }

    /// <summary>The lower, the better the match; the same for all where nothing was asked.</summary>
    public int Rank { get; init; }
}

/// <summary>The list's filters.</summary>
internal static class ExpertFilter
{
    /// <summary>Messages to experts are about trainings and expert tasks.</summary>
    public const string Topic = "training";

    public static IQueryable<ExpertRow> Apply(ExpertPoolDb db, ListExperts query, Question? question)
    {
        var experts = db.Experts.AsNoTracking();
        IQueryable<ExpertRow> rows;
        if (question is null)
        {
            rows = from expert in experts
                   join card in db.ContactCards on expert.ContactId equals card.Id
                   join consent in db.Consents on expert.ContactId equals consent.ContactId
                   select new ExpertRow { Expert = expert, Card = card, Consent = consent };
        }
        else
        {
            var (sql, values) = question.Scores();
            rows = from scored in db.Scored.FromSqlRaw(sql, values)
                   join expert in experts on scored.ContactId equals expert.ContactId
                   join card in db.ContactCards on expert.ContactId equals card.Id
                   join consent in db.Consents on expert.ContactId equals consent.ContactId
                   select new ExpertRow { Expert = expert, Card = card, Consent = consent, Rank = scored.Rank };
        }

        foreach (var word in Paging.Words(query.Name))
            rows = rows.Where(row => EF.Functions.Like(row.Card.SearchText, ExpertPoolDb.Fold(word)));
        if (query.Tag is { } tag)
            rows = rows.Where(row => row.Expert.Tags.Contains(tag));
        if (query.Field is { } field)
            rows = rows.Where(row => row.Expert.Fields.Contains(field));
        if (query.Form is { } form)
            rows = rows.Where(row => row.Expert.Forms.Contains(form));
        if (query.Language is { } language)
            rows = rows.Where(row => row.Expert.Languages.Contains(language));
        if (query.Town is { } town)
            rows = rows.Where(row => ExpertPoolDb.Fold(row.Card.Town!) == ExpertPoolDb.Fold(town));
        if (query.AvailableOn is { } day)
            rows = rows.Where(row => row.Expert.AvailableFrom == null || row.Expert.AvailableFrom <= day);
        if (query.RenewBefore is { } renew)
            rows = rows.Where(row => row.Consent.ValidUntil < renew);
        if (query.Mailable is true and var yes)
            rows = rows.Where(row => db.Mailable("email", Topic).Any(m => m.ContactId == row.Expert.ContactId) == yes);
        else if (query.Mailable is false)
            rows = rows.Where(row => !db.Mailable("email", Topic).Any(m => m.ContactId == row.Expert.ContactId));
        if (query.Passive is { } passive)
            rows = rows.Where(row => row.Card.IsPassive == passive);
        return rows;
    }
}
