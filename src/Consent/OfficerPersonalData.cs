using Karelia.Crm.Consent.Breaches;
using Karelia.Crm.Consent.Notice;
using Karelia.Crm.Consent.Purposes;
using Karelia.Crm.Consent.Retention;
using Karelia.Crm.Consent.Withdrawal;

namespace Karelia.Crm.Consent;

/// <summary>What the data protection officer decides on: purposes, what is to be erased, retention, the notice, breaches.</summary>
internal sealed class OfficerPersonalData : PersonalData
{
    private static readonly (string Fi, string En) officer = ("tietosuojavastaava kirjaa", "written down by the data protection officer");

    private static readonly (string Fi, string En) duty = ("tietosuoja-asetus 5 art. 2 kohta: osoitusvelvollisuus", "GDPR art. 5.2: accountability");

    public OfficerPersonalData()
    {
        Unlinked<PurposeVersion>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability).From(officer.Fi, officer.En)
            .Field(p => p.ProposedById, "tarkoituksen ehdottaja", "who proposed the purpose")
            .Field(p => p.ProposedBy, "ehdottajan nimi", "name of who proposed it")
            .Field(p => p.ApprovedBy, "hyväksyjän nimi", "name of who approved it")
            .NotPersonal(
                p => p.Code, p => p.Number, p => p.NameFi, p => p.NameEn, p => p.Basis, p => p.GroundFi, p => p.GroundEn, p => p.DataFi, p => p.DataEn, p => p.RetentionFi, p => p.RetentionEn,
                p => p.RetentionMonths, p => p.Recipients, p => p.Groups, p => p.Roles, p => p.ErasureDays, p => p.ProposedAt, p => p.ApprovedAt);

        Of<Objection>(o => o.ContactId).EvenIfPassive()
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability).From("rekisteröity itse", "the person")
            .Field(o => o.Purpose, "mitä käsittelyä henkilö vastustaa", "processing that the person objects to")
            .Field(o => o.Reason, "vastustamisen peruste", "why the person objects")
            .NotPersonal(o => o.At, o => o.ById, o => o.By, o => o.LiftedAt, o => o.LiftedBy);

        // That the officer decided so is kept with the id alone, to prove it.
        Of<ErasureTask>(t => t.ContactId).EvenIfPassive()
            .Keeps(duty.Fi, duty.En, "(t.lost_at + interval '3 years')::date", "true", t => t.Purpose)
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability).From("järjestelmä kirjaa", "recorded by the system")
            .Field(t => t.Purpose, "päättynyt käsittelyn tarkoitus", "purpose that ended")
            .Field(t => t.Reason, "miksi tiedot säilytetään", "why the data is kept")
            .NotPersonal(t => t.Cause, t => t.LostAt, t => t.DueOn, t => t.State, t => t.DecidedAt, t => t.DecidedBy);

        Unlinked<RetentionRule>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability).From(officer.Fi, officer.En)
            .Field(r => r.ProposedById, "säilytyssäännön ehdottaja", "who proposed the retention rule")
            .Field(r => r.ProposedBy, "ehdottajan nimi", "name of who proposed it")
            .Field(r => r.ApprovedBy, "hyväksyjän nimi", "name of who approved it")
            .NotPersonal(r => r.Category, r => r.Trigger, r => r.Months, r => r.Action, r => r.GroundFi, r => r.GroundEn, r => r.Version, r => r.ProposedAt, r => r.ApprovedAt);
        Unlinked<RetentionRun>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability).From(officer.Fi, officer.En)
            .Field(r => r.ProposedById, "poistoajon ehdottaja", "who proposed the retention run")
            .Field(r => r.ProposedBy, "ehdottajan nimi", "name of who proposed it")
            .Field(r => r.ApprovedBy, "hyväksyjän nimi", "name of who approved it")
            .NotPersonal(r => r.State, r => r.ProposedAt, r => r.ApprovedAt, r => r.DoneAt, r => r.JobId);
        Nobody<RetentionReminder>();
        Of<RetentionItem>(i => i.ContactId).EvenIfPassive().Stays()
            .Keeps(duty.Fi, duty.En, "null::date", "true", i => i.Since)
            .About([.. DataSubjects.Everybody, DataSubjects.Users]).For(Kernel.Purposes.Accountability).From("järjestelmä kirjaa", "recorded by the system")
            .Field(i => i.Since, "säilytysaika alkoi", "retention time began")
            .Field(i => i.UserId, "käyttäjä, jonka säilytysaika päättyi", "user whose retention time ended")
            .NotPersonal(i => i.RunId, i => i.Category, i => i.Action, i => i.Trigger, i => i.Months, i => i.Outcome);

        Of<LegalHold>(h => h.ContactId).EvenIfPassive()
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability).From(officer.Fi, officer.En)
            .Field(h => h.Reason, "säilytyskiellon syy", "reason of the legal hold")
            .Field(h => h.LiftReason, "miksi säilytyskielto päättyi", "why the legal hold ended")
            .NotPersonal(h => h.SetAt, h => h.SetById, h => h.SetBy, h => h.LiftedAt, h => h.LiftedBy);

        Unlinked<NoticeText>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability).From(officer.Fi, officer.En)
            .Field(t => t.Fi, "selosteen teksti suomeksi", "text of the notice in Finnish")
            .Field(t => t.En, "selosteen teksti englanniksi", "text of the notice in English")
            .Field(t => t.UpdatedById, "tekstin muuttaja", "who changed the text")
            .Field(t => t.UpdatedBy, "muuttajan nimi", "name of who changed it")
            .NotPersonal(t => t.Section, t => t.Place, t => t.LabelFi, t => t.LabelEn, t => t.Version, t => t.UpdatedAt);
        Unlinked<NoticeVersion>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability).From(officer.Fi, officer.En)
            .Field(v => v.PublishedById, "selosteen julkaisija", "who published the notice")
            .Field(v => v.PublishedBy, "julkaisijan nimi", "name of who published it")
            .Field(v => v.Fi, "julkaistu seloste (vastuuhenkilöt)", "published notice (responsible persons)")
            .Field(v => v.En, "julkaistu seloste englanniksi", "published notice in English")
            .NotPersonal(v => v.PublishedAt);
        Unlinked<ArchiveClass>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability).From(officer.Fi, officer.En)
            .Field(c => c.UpdatedBy, "arkistoluokan muuttaja", "who changed the archive class")
            .NotPersonal(c => c.NameFi, c => c.NameEn, c => c.Years, c => c.IsPermanent, c => c.Trigger, c => c.Ground, c => c.UpdatedAt);

        Unlinked<Breach>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability).From(officer.Fi, officer.En)
            .Field(b => b.ActorId, "kenen käyttäjätunnuksella loukkaus tapahtui", "whose account the breach happened with")
            .Field(b => b.NotedById, "loukkauksen kirjaaja", "who noted the breach")
            .Field(b => b.NotedBy, "kirjaajan nimi", "name of who noted it")
            .NotPersonal(
                b => b.What, b => b.Effects, b => b.Measures, b => b.NoticedAt, b => b.From, b => b.To, b => b.UseCase, b => b.ReportedAt, b => b.NotReported, b => b.ToldAt, b => b.NotTold,
                b => b.ClosedAt, b => b.Version);
    }
}
