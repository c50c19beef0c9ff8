using Karelia.Crm.ExpertPool.Assignments;
using Karelia.Crm.ExpertPool.Experts;
using Karelia.Crm.ExpertPool.Files;
using Karelia.Crm.ExpertPool.Shortlists;

namespace Karelia.Crm.ExpertPool;

/// <summary>What experts told of themselves, on consent (GDPR art. 6.1.a), and what they did with us.</summary>
internal sealed class ExpertPoolPersonalData : PersonalData
{
    public ExpertPoolPersonalData()
    {
        Nobody<VocabularyWord>();
        Nobody<Shortlist>();
        // The bytes of a file: they go with its row, which names the person.
        Nobody<FileContent>();

        Of<Expert>(e => e.ContactId)
            .About(DataSubjects.Experts).For(Kernel.Purposes.ExpertPool)
            .From("rekisteröity itse: Webropol", "the person: Webropol")
            .Field(e => e.Competence, "osaamisen kuvaus", "description of competence")
            .Field(e => e.Tags, "osaamiset", "competences")
            .Field(e => e.Fields, "osaamisalat", "fields of competence")
            .Field(e => e.Forms, "yhteistyön tekemisen muodot", "forms of cooperation")
            .Field(e => e.Languages, "kielet, joilla voi kouluttaa", "languages to train in")
            .Field(e => e.Availability, "käytettävyys", "availability")
            .Field(e => e.AvailableFrom, "käytettävissä alkaen", "available from")
            .Field(e => e.Employer, "työnantaja/yritys", "employer/company")
            .Field(e => e.Task, "tehtävä", "task")
            .Field(e => e.RateNote, "hintatieto", "note on the rate")
            .Field(e => e.Words, "osaamisen ja toimeksiantojen sanat hakua varten", "words of competence and assignments for searching")
            .Field(e => e.Told, "tiiviste viimeksi tuodusta vastauksesta", "hash of the last imported answer")
            .Field(e => e.RenewalAskedAt, "suostumuksen uusimista pyydetty", "asked to renew the consent")
            .Field(e => e.Source, "rekisteröitymisen lähde", "source of the registration")
            .NotPersonal(e => e.RegisteredAt, e => e.UpdatedAt, e => e.Version);

        Of<Assignment>(a => a.ContactId)
            .About(DataSubjects.Experts).For(Kernel.Purposes.ExpertPool)
            .Field(a => a.Title, "toimeksianto", "assignment")
            .Field(a => a.StartsOn, "alkaa", "begins")
            .Field(a => a.EndsOn, "päättyy", "ends")
            .Field(a => a.State, "toimeksiannon tila", "state of the assignment")
            .Field(a => a.Feedback, "palaute toimeksiannosta", "feedback on the assignment")
            .NotPersonal(a => a.AccountId, a => a.CreatedAt);

        Of<ExpertFile>(f => f.ContactId)
            .About(DataSubjects.Experts).For(Kernel.Purposes.ExpertPool)
            .Field(f => f.Name, "tiedosto, kuten ansioluettelo", "file, such as a CV")
            .NotPersonal(f => f.ContentType, f => f.Size, f => f.AddedAt);

        Of<ShortlistedExpert>(s => s.ContactId)
            .About(DataSubjects.Experts).For(Kernel.Purposes.ExpertPool)
            .Field(s => s.Note, "huomautus ehdokaslistalla", "note on a shortlist")
            .Field(s => s.State, "kysytty ja vastattu", "asked and answered")
            .NotPersonal(s => s.AddedAt);
    }
}
