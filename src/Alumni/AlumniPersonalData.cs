using Karelia.Crm.Alumni.Alumni;
using Karelia.Crm.Alumni.Cooperation;

namespace Karelia.Crm.Alumni;

/// <summary>What alumni told of themselves, on consent (GDPR art. 6.1.a).</summary>
internal sealed class AlumniPersonalData : PersonalData
{
    public AlumniPersonalData()
    {
        Of<Alumnus>(a => a.ContactId)
            .About(DataSubjects.Alumni).For(Kernel.Purposes.Alumni)
            .From("rekisteröity itse: tutkintotodistushakemus, Webropol", "the person: degree certificate application, Webropol")
            .Field(a => a.FormerLastName, "entinen sukunimi", "former last name")
            .Field(a => a.DateOfBirth, "syntymäaika", "date of birth", onlyFor: [Role.AlumniCoordinator, Role.DataProtectionOfficer])
            .Field(a => a.Employer, "työpaikka/yritys", "workplace/company")
            .Field(a => a.Task, "työtehtävä", "task")
            .Field(a => a.Graduated, "viimeisin valmistumisvuosi", "latest year of graduation")
            .Field(a => EF.Property<string>(a, "SearchText"), "entinen nimi ja työ hakua varten", "former name and work for searching")
            .Field(a => a.Source, "rekisteröitymisen lähde", "source of the registration")
            .NotPersonal(a => a.RegisteredAt, a => a.UpdatedAt, a => a.Version);

        Of<Degree>(d => d.ContactId)
            .About(DataSubjects.Alumni).For(Kernel.Purposes.Alumni)
            .Field(d => d.Programme, "koulutus/koulutusohjelma", "education/degree programme")
            .Field(d => d.ProgrammeCode, "koulutus koodina", "programme as a code")
            .Field(d => d.Institution, "oppilaitos", "institution")
            .Field(d => d.InstitutionCode, "oppilaitos koodina", "institution as a code")
            .Field(d => d.StartedYear, "opintojen aloitusvuosi", "year studies began")
            .Field(d => d.Title, "suoritettu tutkinto", "degree completed")
            .Field(d => d.GraduatedYear, "valmistumisvuosi", "year of graduation");

        Of<Interest>(i => i.ContactId)
            .About(DataSubjects.Alumni).For(Kernel.Purposes.Alumni)
            .Field(i => i.FormCode, "kiinnostava yhteistyömuoto", "form of cooperation of interest")
            .Field(i => i.Note, "yhteistyömuodon tarkenne", "note on the form of cooperation")
            .NotPersonal(i => i.AddedAt);
    }
}
