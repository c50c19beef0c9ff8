using Karelia.Crm.Alumni.Alumni;
using Karelia.Crm.Alumni.Cooperation;
using Karelia.Crm.Alumni.Mentoring;
using Karelia.Crm.Alumni.Requests;

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

        Of<Registration>(r => r.ContactId)
            .About(DataSubjects.Alumni).For(Kernel.Purposes.Alumni)
            .Field(r => r.Channel, "rekisteröitymisen kanava", "channel of the registration")
            .Field(r => r.At, "rekisteröitymisen aika", "time of the registration")
            .Field(r => r.Source, "rekisteröitymisen lähde", "source of the registration");

        Of<AlumniRequest>(r => r.ContactId)
            .About(DataSubjects.Alumni).For(Kernel.Purposes.Alumni)
            .From("henkilökunta kirjaa", "written down by staff")
            .Field(r => r.FormCode, "pyydetty yhteistyömuoto", "form of cooperation asked for")
            .Field(r => r.Topic, "pyynnön aihe", "topic of the request")
            .Field(r => r.HeldOn, "toteutuspäivä", "day on which it takes place")
            .Field(r => r.Course, "opintojakso tai tilaisuus", "course or event")
            .Field(r => r.Organiser, "järjestäjä", "organiser")
            .Field(r => r.AskedOn, "pyyntöpäivä", "day of the request")
            .Field(r => r.Channel, "pyynnön kanava", "channel of the request")
            .Field(r => r.State, "pyynnön tila", "state of the request")
            .Field(r => r.Outcome, "mitä pyynnöstä seurasi", "what came of the request")
            .Field(r => r.AskedById, "pyytäjä", "who asked")
            .Field(r => r.AskedBy, "pyytäjän nimi", "name of who asked")
            .NotPersonal(r => r.Version, r => r.CreatedAt, r => r.UpdatedAt);

        Of<MentoringPair>(m => m.ContactId)
            .About(DataSubjects.Alumni).For(Kernel.Purposes.Alumni)
            .From("henkilökunta kirjaa", "written down by staff")
            .Field(m => m.Topic, "mentoroinnin aihe", "topic of the mentoring")
            .Field(m => m.Mentee, "opiskelijan nimikirjaimet", "the student's initials")
            .Field(m => m.StartsOn, "mentorointi alkaa", "mentoring begins")
            .Field(m => m.EndsOn, "mentorointi päättyy", "mentoring ends")
            .Field(m => m.State, "mentoroinnin tila", "state of the mentoring")
            .Field(m => m.Note, "muistiinpano mentoroinnista", "note on the mentoring")
            .NotPersonal(m => m.Version, m => m.CreatedAt, m => m.UpdatedAt);

        Nobody<AlumniSettings>();
    }
}
