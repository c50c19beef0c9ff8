using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Accounts.SavedViews;

namespace Karelia.Crm.Accounts;

/// <summary>The person as such: who it is and how to reach it.</summary>
internal sealed class AccountsPersonalData : PersonalData
{
    private static readonly string[] EveryPurpose =
    [
        Kernel.Purposes.CustomerCare, Kernel.Purposes.Partnership, Kernel.Purposes.Rdi, Kernel.Purposes.Alumni, Kernel.Purposes.ExpertPool, Kernel.Purposes.Participation,
    ];

    public AccountsPersonalData()
    {
        Of<Contact>(c => c.Id).Itself()
            .About(DataSubjects.Everybody).For(EveryPurpose)
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
            .NotPersonal(c => c.IsPassive, c => c.PassiveSince, c => c.RestrictedAt, c => c.ErasedAt, c => c.Version, c => c.CreatedAt, c => c.UpdatedAt);

        Of<ContactEmail>(e => e.ContactId)
            .About(DataSubjects.Everybody).For(EveryPurpose)
            .Field(e => e.Address, "sähköposti", "e-mail")
            .NotPersonal(e => e.Kind, e => e.IsPrimary, e => e.UndeliverableSince);

        Of<ContactPhone>(p => p.ContactId)
            .About(DataSubjects.Everybody).For(EveryPurpose)
            .Field(p => p.Number, "puhelin", "phone")
            .NotPersonal(p => p.Kind, p => p.IsPrimary);

        Of<ContactRole>(r => r.ContactId)
            .About(DataSubjects.Everybody).For(EveryPurpose)
            .Field(r => r.Role, "rooli yhteistyössä", "role in the cooperation")
            .Field(r => r.Source, "roolin lähde", "source of the role")
            .NotPersonal(r => r.Basis, r => r.StartedOn, r => r.EndedOn);

        Unlinked<SavedView>()
            .About(DataSubjects.Users).For(Kernel.Purposes.UserAdministration)
            .From("käyttäjä itse", "the user")
            .Field(v => v.OwnerId, "näkymän omistaja", "owner of the view")
            .Field(v => v.OwnerName, "näkymän omistajan nimi", "name of the view's owner")
            .Field(v => v.Query, "tallennettu haku", "saved search")
            .NotPersonal(v => v.List, v => v.Name, v => v.IsShared, v => v.CreatedAt);
    }
}
