using System.Globalization;
using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Notice;
using Karelia.Crm.Consent.Package;
using Karelia.Crm.Documents;

namespace Karelia.Crm.Consent.Erasure;

/// <summary>The certificate to print and to file. It names nobody: not whose data it was, and not who erased it, which the log tells.</summary>
internal static class CertificateDocument
{
    public static Document AsDocument(this CertificateDetails certificate, string language, PersonTables tables)
    {
        var w = new NoticeWords(language);
        string Time(DateTimeOffset? at) => at is { } then ? Days.Local(then, w.IsFi ? "d.M.yyyy 'klo' H.mm" : "d MMMM yyyy HH:mm") : "";
        string What(string category) => PackageTexts.Title(category, language);
        string Law(KeptItems item) => tables.All.FirstOrDefault(table => (table.Module, table.Category) == (item.Module, item.Category))?.Holding.Kept is { } kept && kept.Fi == item.Law ? w.Of(kept.Fi, kept.En) : item.Law;
        var checkedAs = certificate switch
        {
            { IsPartial: true } => w.Of("osittainen poisto: muu osa tiedoista on rekisterissä", "partial erasure: the rest of the data is in the register"),
            { VerifiedAt: null } => w.Of("kesken", "under way"),
            { Found.Count: 0 } => $"{w.Of("ei jälkiä", "no traces")}, {Time(certificate.VerifiedAt)}",
            _ => $"{w.Of("jälkiä löytyi, paikkoja", "traces were found, places")}: {certificate.Found.Count}, {Time(certificate.VerifiedAt)}",
        };
        return new(w.Of("Poistotodistus", "Certificate of erasure"), language,
        [
            new Facts(
            [
                new(w.Of("Todistus", "Certificate"), certificate.Id.ToString()),
                new(w.Of("Poistettu", "Erased"), Time(certificate.At)),
                new(w.Of("Poistaja", "Erased by"), certificate.ProposedBy is null ? w.Of("tietosuojavastaava", "the data protection officer") : w.Of("kaksi tietosuojavastaavaa", "two data protection officers")),
                new(w.Of("Syy", "Reason"), certificate.Reason),
                .. certificate.RequestId is { } request ? [new Fact(w.Of("Rekisteröidyn pyyntö", "Request of the person"), request.ToString())] : Array.Empty<Fact>(),
                new(w.Of("Tyhjän tietueen tunniste", "Id of the empty record"), certificate.ContactId.ToString()),
                new(w.Of("Tarkistus", "Verification"), checkedAs),
            ]),
            new Heading(w.Of("Poistettu", "Erased")),
            new Table(w.Of("Mitä poistettiin", "What was erased"), [w.Of("Tiedot", "Data"), w.Of("Rivejä", "Rows")],
                [.. certificate.Erased.Select(item => (IReadOnlyList<string?>)[What(item.Category), item.Items.ToString(CultureInfo.InvariantCulture)])]),
            new Heading(w.Of("Säilytetään lain nojalla", "Kept by law")),
            certificate.Kept.Count == 0
                ? new Paragraph(w.Of("Ei mitään.", "Nothing."))
                : new Points([.. certificate.Kept.Select(item => $"{What(item.Category)}: {Law(item)}{(item.Until is { } until ? w.Of($", {Requests.Letters.Day(until, language)} saakka", $", until {Requests.Letters.Day(until, language)}") : "")}")]),
            new Heading(w.Of("Ilmoitukset vastaanottajille", "Notices to recipients")),
            certificate.Notices.Count == 0
                ? new Paragraph(w.Of("Tietoja ei ole luovutettu kenellekään.", "The data was disclosed to nobody."))
                : new Points([.. certificate.Notices.Select(notice => $"{notice.Recipient}: {(notice.SentAt is null ? w.Of("lähettämättä", "to be sent") : $"{w.Of("lähetetty", "sent")} {Time(notice.SentAt)}")}")]),
        ]);
    }
}
