using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Consent.Retention;

namespace Karelia.Crm.Consent.Notice;

/// <summary>
/// Writes the notice from what the modules declare (groups, fields, sources), what the officer approved (purposes, bases, recipients, retention) and the officer's own texts.
/// Nothing is listed here: a field that is declared tomorrow stands in the notice tomorrow.
/// </summary>
internal sealed class NoticeWriter(ConsentDb db, IEnumerable<PersonalData> pages)
{
    public async Task<PrivacyNotice> Write(string language, CancellationToken ct)
    {
        var w = new NoticeWords(language);
        var texts = (await db.Set<NoticeText>().AsNoTracking().OrderBy(t => t.Place).ThenBy(t => t.Key).ToListAsync(ct)).ToLookup(t => t.Section);
        var purposes = await db.CurrentPurposes(ct);
        var rules = (await db.Set<RetentionRule>().AsNoTracking().OrderBy(r => r.Category).ToListAsync(ct)).FindAll(r => r.Holds);
        var archive = await db.Set<ArchiveClass>().AsNoTracking().OrderBy(c => c.Code).ToListAsync(ct);
        string Name(PurposeVersion p) => w.Of(p.NameFi, p.NameEn);
        var made = new Dictionary<int, IEnumerable<NoticeBlock>>
        {
            [6] = [new(w.Of("Tarkoitukset", "Purposes"), true, [.. purposes.Select(Name)])],
            [7] =
            [
                new(w.Of("Rekisteröityjen ryhmät", "Groups of data subjects"), true, [.. Groups().Select(w.Group)]),
                .. Fields(w),
                new(w.Of("Lisäksi käsittelyn tarkoituksittain", "In addition, by purpose"), true, [.. purposes.Where(p => p.DataFi.Length > 0).Select(p => $"{Name(p)}: {w.Of(p.DataFi, p.DataEn)}")]),
            ],
            [8] = [new("", true, [.. purposes.Select(p => $"{Name(p)}: {w.Basis(p.Basis)}; {w.Of(p.GroundFi, p.GroundEn)}")])],
            [10] = [new("", true, [.. purposes.Where(p => p.Basis == LegalBases.LegitimateInterest).Select(p => $"{Name(p)}: {w.Of(p.GroundFi, p.GroundEn)}")])],
            [12] =
            [
                new(w.Of("Vastaanottajat", "Recipients"), true, [.. purposes.SelectMany(p => p.Recipients.Select(to => (to, p))).GroupBy(one => one.to, one => Name(one.p)).Select(to => $"{to.Key}: {string.Join("; ", to)}")]),
                new(w.Of("Tietolähteet", "Sources of the data"), true, [.. Holdings().Select(h => h.Source).OfType<(string Fi, string En)>().Select(s => w.Of(s.Fi, s.En)).Distinct()]),
            ],
            [14] =
            [
                new(w.Of("Käsittelyn tarkoituksittain", "By purpose"), true, [.. purposes.Select(p => $"{Name(p)}: {Retention(p, w)}")]),
                new(w.Of("Hyväksytyt säilytyssäännöt", "Approved retention rules"), true, [.. rules.Select(r => Rule(r, purposes, w)).DefaultIfEmpty(w.Undecided)]),
                new(w.Of("Asiakirjat", "Documents"), true, [.. archive.Select(c => $"{w.Of(c.NameFi, c.NameEn)}: {Archive(c, w)}")]),
            ],
            [15] = [new(w.Of("Oikeudet käsittelyperusteen mukaan", "Rights by basis"), true, [.. purposes.Select(p => p.Basis).Distinct().Order(StringComparer.Ordinal).Select(basis => $"{w.Basis(basis)}: {w.Rights(basis)}")])],
        };
        return new(language, null, null, w.Title,
            [.. w.Sections.Select((title, i) => new NoticeSection(i + 1, title, [.. texts[i + 1].Select(t => Said(t, w)), .. made.GetValueOrDefault(i + 1, []).Where(block => block.Lines.Count > 0)]))]);
    }

    /// <summary>Fields by group, as declared: what is held of all, and what of one group alone.</summary>
    public IEnumerable<NoticeBlock> Fields(NoticeWords w) => Holdings().Where(h => h.Fields.Count > 0)
        .GroupBy(h => h.Subjects.Contains(DataSubjects.Customers) ? "" : string.Join(", ", h.Subjects.Select(w.Group)))
        .OrderBy(group => group.Key.Length)
        .Select(group => new NoticeBlock(
            group.Key.Length == 0 ? w.Of("Käsiteltäviä henkilötietoja (kaikki ryhmät)", "Personal data (all groups)") : $"{w.Of("Käsiteltäviä henkilötietoja", "Personal data")}: {group.Key}", false,
            [string.Join(", ", group.SelectMany(h => h.Fields.Values).Select(field => w.Of(field.Fi, field.En)).Distinct())]));

    private static IEnumerable<string> Groups() => [.. DataSubjects.Everybody, DataSubjects.Users];

    private IEnumerable<Holding> Holdings() => pages.SelectMany(page => page.Holdings).Where(h => !h.AboutNobody);

    /// <summary>A text that is a list has a point on each line; one with a label is a fact.</summary>
    private static NoticeBlock Said(NoticeText text, NoticeWords w)
    {
        string[] lines = [.. w.Of(text.Fi, text.En).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (lines.Length > 0 && lines.All(line => line.StartsWith("• ", StringComparison.Ordinal)))
            return new(w.Of(text.LabelFi, text.LabelEn), true, [.. lines.Select(line => line[2..])]);
        var label = w.Of(text.LabelFi, text.LabelEn);
        return label.Length > 0 && lines.Length == 1 ? new("", false, [$"{label}: {lines[0]}"]) : new(label, false, lines);
    }

    private static string Retention(PurposeVersion p, NoticeWords w)
    {
        var text = w.Of(p.RetentionFi, p.RetentionEn);
        return text.Length == 0 && p.RetentionMonths is null ? w.Undecided
            : p.RetentionMonths is { } months ? $"{text}{(text.Length > 0 ? "; " : "")}{months} {w.Of("kuukautta", "months")}" : text;
    }

    private static string Rule(RetentionRule r, List<PurposeVersion> purposes, NoticeWords w)
    {
        var category = purposes.Find(p => p.Code == r.Category) is { } p ? w.Of(p.NameFi, p.NameEn) : w.Category(r.Category);
        return $"{category}: {w.Action(r.Action)}, {r.Months} {w.Of("kuukautta", "months")} {w.Trigger(r.Trigger)}; {w.Of(r.GroundFi, r.GroundEn)}";
    }

    private static string Archive(ArchiveClass c, NoticeWords w) =>
        c.IsPermanent ? w.Of("pysyvästi", "permanently") : c.Years is { } years ? $"{years} {w.Of("vuotta", "years")}" : $"{w.Of("arkistonmuodostussuunnitelman mukaan", "by the records plan")} ({w.Undecided})";
}
