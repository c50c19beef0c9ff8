using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Accounts.Activities;
using Karelia.Crm.Accounts.Affiliations;
using Karelia.Crm.Accounts.Bulk;
using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Accounts.Duplicates;
using Karelia.Crm.Accounts.Merging;
using Karelia.Crm.Accounts.Needs;
using Karelia.Crm.Accounts.SavedViews;

namespace Karelia.Crm.Accounts;

/// <summary>The person as such: who it is and how to reach it.</summary>
internal sealed class AccountsPersonalData : PersonalData
{
    private static readonly string[] EveryPurpose =
    [
        Kernel.Purposes.CustomerCare, Kernel.Purposes.Partnership, Kernel.Purposes.InternshipAndThesis, Kernel.Purposes.Rdi, Kernel.Purposes.Alumni, Kernel.Purposes.ExpertPool,
        Kernel.Purposes.Participation,
    ];

    /// <summary>Who only hears from us is still somebody with a name and an address.</summary>
    private static readonly string[] AndMessages = [.. EveryPurpose, Kernel.Purposes.Communication];

    public AccountsPersonalData()
    {
        Of<Contact>(c => c.Id).Itself()
            .About(DataSubjects.Everybody).For(AndMessages)
            .From("rekisteröity itse tai hänen organisaationsa", "the person or the organisation that the person represents")
            .Field(c => c.LastName, "sukunimi", "last name")
            .Field(c => c.FirstNames, "etunimet", "first names")
            .Field(c => c.CalledName, "kutsumanimi", "called name")
            .Field(c => c.Language, "kieli", "language")
            .Field(c => c.Street, "osoite", "address")
            .Field(c => c.PostalCode, "postinumero", "postal code")
            .Field(c => c.Town, "postitoimipaikka", "town")
            .Field(c => c.Country, "maa", "country")
            .Field(c => EF.Property<string>(c, "SortName"), "nimi lajittelua varten", "name for sorting")
            .Field(c => EF.Property<string>(c, "SearchText"), "nimi hakua varten", "name for searching")
            .Field(c => c.PassiveReason, "passivoinnin syy", "reason for being passive")
            .Field(c => c.Status, "yhteistyön tila", "status of the cooperation")
            .Field(c => c.SourceId, "tunniste lähdejärjestelmässä", "id in the source system")
            .Field(c => c.ConfirmedAt, "tiedot vahvistettu viimeksi", "data last confirmed")
            .NotPersonal(
                c => c.OwnerId, c => c.OwnerName, c => c.MergedIntoId, c => c.IsPassive, c => c.PassiveSince, c => c.RestrictedAt, c => c.ErasedAt, c => c.Version, c => c.CreatedAt,
                c => c.UpdatedAt);

        Of<ContactEmail>(e => e.ContactId)
            .About(DataSubjects.Everybody).For(AndMessages)
            .Field(e => e.Address, "sähköposti", "e-mail")
            .NotPersonal(e => e.Kind, e => e.IsPrimary, e => e.UndeliverableSince);

        Of<ContactPhone>(p => p.ContactId)
            .About(DataSubjects.Everybody).For(AndMessages)
            .Field(p => p.Number, "puhelin", "phone")
            .NotPersonal(p => p.Kind, p => p.IsPrimary);

        Of<ContactRole>(r => r.ContactId)
            .About(DataSubjects.Everybody).For(EveryPurpose)
            .Field(r => r.Role, "rooli yhteistyössä", "role in the cooperation")
            .Field(r => r.Source, "roolin lähde", "source of the role")
            .NotPersonal(r => r.Basis, r => r.StartedOn, r => r.EndedOn);

        Of<Affiliation>(a => a.ContactId)
            .About(DataSubjects.Everybody).For(EveryPurpose)
            .Field(a => a.AccountId, "organisaatio", "organisation")
            .Field(a => a.Title, "tehtävä", "title")
            .Field(a => a.RoleThere, "rooli organisaatiossa", "role there")
            .Field(a => a.ValidFrom, "alkaen", "from")
            .Field(a => a.ValidTo, "päättyen", "until")
            .NotPersonal(a => a.IsPrimary);

        Of<StatusChange>(s => s.ContactId)
            .About(DataSubjects.Everybody).For(EveryPurpose)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(s => s.Status, "yhteistyön tila", "status of the cooperation")
            .Field(s => s.At, "tila alkaen", "status since")
            .NotPersonal(s => s.AccountId, s => s.ById, s => s.By);

        Of<MergeRow>(r => r.ContactId).EvenIfPassive().Stays()
            // The other one's row may hold what came from this person.
            .ErasesAlso("t.merge_id in (select m.id from accounts.merges m where m.survivor_id = any($1) or m.other_ids && $1)")
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(r => r.Before, "tieto ennen yhdistämistä", "what stood before the merge")
            .Field(r => r.After, "tieto yhdistämisen jälkeen", "what stood after the merge")
            .NotPersonal(r => r.OwnerId, r => r.TableName, r => r.Key);
        Unlinked<Merge>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(m => m.ById, "yhdistäjä", "who merged")
            .Field(m => m.By, "yhdistäjän nimi", "name of who merged")
            .Field(m => m.UndoneBy, "yhdistämisen purkaja", "who took the merge back")
            .NotPersonal(m => m.Kind, m => m.SurvivorId, m => m.OtherIds, m => m.Rows, m => m.At, m => m.UndoneAt);
        Unlinked<Duplicate>().ErasesAlso("array[t.first_id, t.second_id] && $1")
            .About([.. DataSubjects.Everybody, DataSubjects.Users]).For(Kernel.Purposes.CustomerCare)
            .From("järjestelmä päättelee; hylkääjä itse", "found by the system; who dismissed it")
            .Field(d => d.Reasons, "miksi kaksi tietuetta voi olla sama", "why two records may be one")
            .Field(d => d.DismissedById, "ehdokkaan hylkääjä", "who said that they are two")
            .Field(d => d.DismissedBy, "hylkääjän nimi", "name of who said so")
            .Field(d => d.DismissReason, "hylkäämisen syy", "why they are two")
            .NotPersonal(d => d.IsExact, d => d.FoundAt, d => d.DismissedAt);
        Nobody<DuplicateScan>();

        Unlinked<Account>()
            .About(DataSubjects.Users).For(Kernel.Purposes.CustomerCare)
            .Field(a => a.OwnerId, "organisaation vastuuhenkilö", "who looks after the organisation")
            .Field(a => a.OwnerName, "vastuuhenkilön nimi", "name of who looks after it")
            .NotPersonal(
                a => a.Name, a => a.BusinessId, a => a.Kind, a => a.Relationships, a => a.CustomerKinds, a => a.Industry, a => a.Municipality, a => a.Website, a => a.Phone,
                a => a.SizeClass, a => a.ParentId, a => a.Status, a => a.SourceId, a => a.MergedIntoId, a => a.IsPassive, a => a.PassiveReason, a => a.PassiveSince, a => a.Version,
                a => a.CreatedAt, a => a.UpdatedAt, a => EF.Property<string>(a, "SortName"), a => EF.Property<string>(a, "SearchText"));
        Nobody<AccountAddress>();
        Nobody<EInvoiceAddress>();

        Of<ActivityContact>(link => link.ContactId)
            .About(DataSubjects.Everybody).For(EveryPurpose)
            .From("henkilökunta kirjaa", "written down by staff")
            .Field(link => link.ActivityId, "toimenpide, jossa henkilö on mukana", "activity that the person is in");
        Nobody<ActivityAccount>();
        Unlinked<Activity>()
            .FoundBy(
                "t.id in (select l.activity_id from accounts.activity_contacts l where l.contact_id = any($1))",
                shared: "t.id in (select l.activity_id from accounts.activity_contacts l where l.contact_id <> all($1))",
                a => a.Subject, a => a.Text)
            .About([.. DataSubjects.Everybody, DataSubjects.Users]).For(EveryPurpose)
            .From("henkilökunta kirjaa", "written down by staff")
            .Field(a => a.Subject, "toimenpiteen aihe", "subject of the activity")
            .Field(a => a.Text, "toimenpiteen kuvaus", "text of the activity")
            .Field(a => EF.Property<string>(a, "SearchText"), "aihe ja kuvaus hakua varten", "subject and text for searching")
            .Field(a => a.At, "milloin", "when")
            .Field(a => a.AssigneeId, "tekijä", "who is to do it")
            .Field(a => a.AssigneeName, "tekijän nimi", "name of who is to do it")
            .Field(a => a.CreatedById, "kirjaaja", "who wrote it down")
            .Field(a => a.CreatedBy, "kirjaajan nimi", "name of who wrote it down")
            .NotPersonal(a => a.Kind, a => a.DueOn, a => EF.Property<DateOnly>(a, "DueOrder"), a => a.RemindOn, a => a.DoneAt, a => a.Version, a => a.CreatedAt, a => a.UpdatedAt);

        Of<Need>(n => n.ContactId).Outlives(n => n.Text)
            .About(DataSubjects.Everybody).For(Kernel.Purposes.CustomerCare, Kernel.Purposes.Partnership)
            .From("henkilökunta kirjaa", "written down by staff")
            .Field(n => n.Text, "kuultu työelämätarve", "work-life need that was heard")
            .Field(n => EF.Property<string>(n, "SearchText"), "tarve hakua varten", "need for searching")
            .Field(n => n.CreatedById, "kirjaaja", "who wrote it down")
            .Field(n => n.CreatedBy, "kirjaajan nimi", "name of who wrote it down")
            .NotPersonal(n => n.AccountId, n => n.ActivityId, n => n.Field, n => n.Tags, n => n.Urgency, n => n.HeardOn, n => n.Version, n => n.CreatedAt, n => n.UpdatedAt);

        Of<BulkedRecord>(r => r.ContactId).EvenIfPassive().Stays()
            .About(DataSubjects.Everybody).For(EveryPurpose)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(r => r.Before, "arvo ennen joukkomuutosta", "value before a bulk change")
            .Field(r => r.After, "joukkomuutoksen kirjoittama arvo", "value written by a bulk change")
            .NotPersonal(r => r.AccountId, r => r.Outcome, r => r.UndoOutcome);
        Unlinked<BulkOperation>()
            .About(DataSubjects.Users).For(Kernel.Purposes.UserAdministration)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(o => o.UserId, "joukkomuutoksen tekijä", "who made a bulk change")
            .Field(o => o.UserName, "joukkomuutoksen tekijän nimi", "name of who made a bulk change")
            .Field(o => o.Change, "joukkomuutos (vastuuhenkilö, syy)", "bulk change (owner, reason)")
            .NotPersonal(o => o.List, o => o.Total, o => o.Changed, o => o.Skipped, o => o.At, o => o.JobId, o => o.FinishedAt, o => o.UndoJobId, o => o.UndoneAt, o => o.Undo);

        Unlinked<DefaultView>()
            .About(DataSubjects.Users).For(Kernel.Purposes.UserAdministration)
            .From("käyttäjä itse", "the user")
            .Field(v => v.UserId, "käyttäjä, jonka oletusnäkymä", "user whose default view")
            .NotPersonal(v => v.List, v => v.ViewId);
        // One that looks for this person and finds nobody else.
        Unlinked<SavedView>()
            .ErasesAlso("""
                accounts.words_of_view(t.query) <> '{}' and exists (select from unnest($3::text[]) n where accounts.words_of_view(t.query) <@ string_to_array(n, ' '))
                and not exists (select from accounts.contacts c where c.id <> all($1) and c.erased_at is null
                                and not exists (select from unnest(accounts.words_of_view(t.query)) w where strpos(c.search_text, accounts.fold(w)) = 0))
                """)
            .About(DataSubjects.Users).For(Kernel.Purposes.UserAdministration)
            .From("käyttäjä itse", "the user")
            .Field(v => v.OwnerId, "näkymän omistaja", "owner of the view")
            .Field(v => v.OwnerName, "näkymän omistajan nimi", "name of the view's owner")
            .Field(v => v.Query, "tallennettu haku", "saved search")
            .NotPersonal(v => v.List, v => v.Name, v => v.IsShared, v => v.CreatedAt);
    }
}
