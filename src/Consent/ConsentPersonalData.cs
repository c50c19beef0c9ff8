using Karelia.Crm.Consent.Disclosures;
using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Consent.Ledger;
using Karelia.Crm.Consent.Links;
using Karelia.Crm.Consent.MailingLists;
using Karelia.Crm.Consent.Preferences;
using Karelia.Crm.Consent.Public;
using Karelia.Crm.Consent.Requests;
using Karelia.Crm.Consent.Suppressions;
using Karelia.Crm.Consent.TargetGroups;

namespace Karelia.Crm.Consent;

/// <summary>What people agreed to, forbade, and where their data was sent: kept to prove it (GDPR art. 5.2, 7.1).</summary>
internal sealed class ConsentPersonalData : PersonalData
{
    public ConsentPersonalData()
    {
        Nobody<ConsentText>();
        Nobody<Package.PackageCode>();

        Of<ConsentEvent>(e => e.ContactId).Evidence()
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability)
            .From("rekisteröity itse", "the person")
            .Field(e => e.Purpose, "suostumuksen tarkoitus", "purpose of the consent")
            .Field(e => e.Kind, "tahdonilmaus", "what was declared")
            .Field(e => e.At, "ilmaistu", "declared at")
            .Field(e => e.FileName, "todiste: tiedosto", "evidence: file")
            .Field(e => e.Row, "todiste: rivi", "evidence: row")
            .NotPersonal(
                e => e.Sequence, e => e.TextId, e => e.Source, e => e.FileSha256, e => e.ImportId, e => e.RecordedAt, e => e.UserId, e => e.UserName, e => e.Annuls);

        Of<Standing>(s => s.ContactId).EvenIfPassive().Stays()
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Communication)
            .Field(s => s.State, "suostumuksen tila", "state of the consent")
            .NotPersonal(s => s.Purpose, s => s.Since, s => s.EventId);

        Of<Block>(b => b.ContactId).EvenIfPassive()
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Communication)
            .Field(b => b.Channel, "viestintäeston kanava", "channel of the block")
            .Field(b => b.Topic, "viestintäeston aihe", "topic of the block")
            .Field(b => b.Reason, "viestintäeston syy", "reason of the block")
            .Field(b => b.Kind, "viestintäeston laji", "kind of the block")
            .Field(b => b.LiftedReason, "eston poiston syy", "reason of lifting the block")
            .NotPersonal(b => b.ListId, b => b.Source, b => b.SetAt, b => b.SetById, b => b.SetBy, b => b.LiftedAt, b => b.LiftedBy);

        // No word of whose it was: the id is that of an empty record, the marks are keyed hashes.
        Unlinked<ErasureCertificate>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(c => c.ById, "poiston tekijä", "who erased")
            .Field(c => c.By, "poiston tekijän nimi", "name of who erased")
            .Field(c => c.ProposedBy, "poiston ehdottaja", "who proposed an erasure")
            .NotPersonal(c => c.ContactId, c => c.RequestId, c => c.Reason, c => c.IsPartial, c => c.At, c => c.Erased, c => c.Kept, c => c.Found, c => c.VerifiedAt);
        Nobody<Tombstone>();
        Nobody<ErasureSettings>();
        Unlinked<ErasureNotice>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(n => n.SentBy, "ilmoituksen lähettäjä", "who sent the notice")
            .NotPersonal(n => n.CertificateId, n => n.DisclosureId, n => n.ContactId, n => n.Recipient, n => n.DisclosedAt, n => n.SentAt);
        Of<ErasureProposal>(p => p.ContactId).EvenIfPassive().Stays()
            .About([.. DataSubjects.Everybody, DataSubjects.Users]).For(Kernel.Purposes.Accountability)
            .From("tietosuojavastaava", "the data protection officer")
            .Field(p => p.ById, "poiston ehdottaja", "who proposed an erasure")
            .Field(p => p.By, "ehdottajan nimi", "name of who proposed it")
            .NotPersonal(p => p.At);

        Of<Restriction.Restriction>(r => r.ContactId).EvenIfPassive()
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability)
            .From("tietosuojavastaava", "the data protection officer")
            .Field(r => r.Reason, "käsittelyn rajoittamisen syy", "reason of the restriction")
            .Field(r => r.LiftReason, "rajoituksen päättämisen syy", "reason of its end")
            .NotPersonal(r => r.At, r => r.ById, r => r.By, r => r.LiftedAt, r => r.LiftedBy);

        Unlinked<Disclosure>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability)
            .Field(d => d.UserId, "luovuttaja", "who disclosed")
            .Field(d => d.UserName, "luovuttajan nimi", "name of who disclosed")
            .NotPersonal(
                d => d.Name, d => d.Purpose, d => d.Recipient, d => d.Unit, d => d.Kind, d => d.Channel, d => d.Topic, d => d.TargetGroupId, d => d.Filter, d => d.Fields,
                d => d.Included, d => d.Excluded, d => d.At);

        Unlinked<DisclosedFile>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability)
            .Field(f => f.UserId, "lataaja", "who downloaded")
            .Field(f => f.UserName, "lataajan nimi", "name of who downloaded")
            .NotPersonal(f => f.DisclosureId, f => f.Rows, f => f.Sha256, f => f.At);

        Unlinked<TargetGroup>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Communication)
            .From("käyttäjä itse", "the user")
            .Field(g => g.OwnerId, "kohderyhmän omistaja", "owner of the target group")
            .Field(g => g.OwnerName, "kohderyhmän omistajan nimi", "name of the target group's owner")
            .NotPersonal(g => g.Name, g => g.Description, g => g.Definition, g => g.IsShared, g => g.CreatedAt, g => g.UpdatedAt, g => g.ArchivedAt, g => g.Version);

        Of<TargetGroupMember>(m => m.ContactId)
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Communication)
            .NotPersonal(m => m.AddedAt);

        Unlinked<MailingSchedule>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Communication)
            .Field(s => s.UserId, "kuukausilistan tekijä", "who made the monthly list")
            .Field(s => s.UserName, "kuukausilistan tekijän nimi", "name of who made the monthly list")
            .NotPersonal(
                s => s.Name, s => s.TargetGroupId, s => s.Kind, s => s.Channel, s => s.Topic, s => s.Purpose, s => s.Recipient, s => s.Unit, s => s.DayOfMonth, s => s.NextOn,
                s => s.WaitingSince, s => s.LastExportId, s => s.CreatedAt, s => s.EndedAt);

        Of<Suppression>(s => s.ContactId).EvenIfPassive()
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Communication)
            .From("Liana Mailer", "Liana Mailer")
            .Field(s => s.View, "ilmoitus uutiskirjepalvelusta", "report of the newsletter service")
            .Field(s => s.Address, "ilmoitettu osoite", "reported address")
            .Field(s => s.At, "ilmoituksen aika", "time of the report")
            .NotPersonal(s => s.ImportId, s => s.RecordedAt);

        Unlinked<TextVersion>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability)
            .Field(t => t.UserId, "suostumustekstin kirjoittaja", "who wrote the consent text")
            .Field(t => t.UserName, "suostumustekstin kirjoittajan nimi", "name of who wrote the consent text")
            .NotPersonal(t => t.Purpose, t => t.Language, t => t.Version, t => t.TextId, t => t.CreatedAt, t => t.PublishedAt, t => t.PublishedBy, t => t.ReplacedAt);

        Of<DisclosedContact>(d => d.ContactId).Evidence(evenIfPassive: false)
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability)
            .From("järjestelmä kirjaa", "recorded by the system");

        Of<DataSubjectRequest>(r => r.ContactId).EvenIfPassive()
            .Keeps(
                "tietosuoja-asetus 5 art. 2 kohta: osoitusvelvollisuus", "GDPR art. 5.2: accountability", "(t.received_at + interval '3 years')::date", "true",
                r => r.Kind, r => r.ReceivedAt, r => r.Decision, r => r.AnsweredAt)
            .About([.. DataSubjects.Everybody, DataSubjects.Users]).For(Kernel.Purposes.Accountability)
            .From("rekisteröity itse", "the person")
            .Field(r => r.Kind, "pyyntö: oikeus", "request: the right")
            .Field(r => r.Name, "pyytäjän nimi", "name of the requester")
            .Field(r => r.Email, "pyytäjän sähköposti", "e-mail of the requester")
            .Field(r => r.Message, "pyytäjän viesti", "message of the requester")
            .Field(r => r.ReceivedAt, "pyyntö saapunut", "request received")
            .Field(r => r.Notes, "pyynnön käsittelyn muistiinpanot", "notes on the request")
            .Field(r => r.IdentityCheck, "miten henkilöllisyys varmistettiin", "how the identity was checked")
            .Field(r => r.Decision, "päätös pyyntöön", "decision on the request")
            .Field(r => r.Ground, "päätöksen peruste", "ground of the decision")
            .Field(r => r.Done, "mitä pyynnön johdosta tehtiin", "what was done because of the request")
            .Field(r => r.Answer, "vastauskirje", "letter of answer")
            .Field(r => r.AnsweredAt, "pyyntöön vastattu", "request answered")
            .NotPersonal(
                r => r.Channel, r => r.State, r => r.Language, r => r.DueOn, r => r.ExtendedMonths, r => r.ExtensionReason, r => r.Reminders, r => r.AssigneeId, r => r.AssigneeName,
                r => r.CertificateId, r => r.Version);
        Unlinked<RequestStep>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(s => s.UserId, "pyynnön käsittelijä", "who handled a request")
            .Field(s => s.UserName, "pyynnön käsittelijän nimi", "name of who handled a request")
            .NotPersonal(s => s.RequestId, s => s.Step, s => s.At);

        Unlinked<PersonalLink>().ErasesAlso("t.subject_id = any($1)")
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability)
            .NotPersonal(l => l.Purpose, l => l.TokenHash, l => l.SubjectId, l => l.MadeAt, l => l.ExpiresAt, l => l.UsedAt);

        Unlinked<PublicRequest>().FoundBy("t.email in (select e.address from accounts.contact_emails e where e.contact_id = any($1))")
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability)
            .From("rekisteröity itse", "the person")
            .Field(r => r.FirstName, "pyytäjän etunimi", "first name of who asks")
            .Field(r => r.LastName, "pyytäjän sukunimi", "last name of who asks")
            .Field(r => r.FormerLastName, "pyytäjän entinen sukunimi", "former last name of who asks")
            .Field(r => r.Email, "pyytäjän sähköposti", "email address of who asks")
            .Field(r => r.GraduationYear, "pyytäjän valmistumisvuosi", "year of graduation of who asks")
            .Field(r => r.Message, "pyytäjän viesti", "message of who asks")
            .NotPersonal(r => r.Scope, r => r.Language, r => r.ReceivedAt);
    }
}
