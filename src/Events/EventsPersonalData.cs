using Karelia.Crm.Events.Attendance;
using Karelia.Crm.Events.Events;
using Karelia.Crm.Events.Feedback;
using Karelia.Crm.Events.Participants;

namespace Karelia.Crm.Events;

/// <summary>Who registered and who came, on legitimate interest (GDPR art. 6.1.f): groups 5 and 9 of the notice. Feedback is nobody's.</summary>
internal sealed class EventsPersonalData : PersonalData
{
    private static readonly string[] Groups = [DataSubjects.Participants, DataSubjects.RdiParticipants];

    public EventsPersonalData()
    {
        Of<Participant>(p => p.ContactId)
            .About(Groups).For(Kernel.Purposes.Participation)
            .From("rekisteröity itse: ilmoittautumislomake (Webropol); tilaisuuden järjestäjä", "the person: registration form (Webropol); who arranges the event")
            .Field(p => p.EventId, "tilaisuus", "event")
            .Field(p => p.Organisation, "edustettu organisaatio", "organisation represented")
            .Field(p => p.AccountId, "organisaatio rekisterissä", "organisation in the register")
            .Field(p => p.Task, "tehtävä", "task")
            .Field(p => p.Mode, "paikalla vai etänä", "on site or remote")
            .Field(p => p.RegisteredAt, "ilmoittautui", "registered")
            .Field(p => p.State, "ilmoittautuneen tila", "state of the registration")
            .Field(p => p.StateAt, "tila alkaen", "state since")
            .Field(p => p.StateBefore, "tila ennen osallistumista", "state before attending")
            .Field(p => p.Told, "tiiviste viimeksi tuodusta vastauksesta", "hash of the last imported answer")
            .Field(p => p.Source, "ilmoittautumisen lähde", "source of the registration")
            .Field(p => EF.Property<string>(p, "SearchText"), "organisaatio ja tehtävä hakua varten", "organisation and task for searching")
            .NotPersonal(p => p.TickId, p => p.UpdatedAt, p => p.Version);

        // Kept until 30 days after the event; the kitchen and the doors need them, nobody else does.
        Of<SpecialNeeds>(s => s.ContactId)
            .About(Groups).For(Kernel.Purposes.Participation)
            .From("rekisteröity itse; poistetaan 30 päivää tilaisuuden jälkeen", "the person; erased 30 days after the event")
            .Field(s => s.Diet, "erityisruokavalio", "diet", onlyFor: [Role.CustomerManager])
            .Field(s => s.Accessibility, "esteettömyystarpeet", "accessibility", onlyFor: [Role.CustomerManager])
            .Field(s => s.Told, "tiiviste viimeksi tuodusta vastauksesta", "hash of the last imported answer", onlyFor: [Role.CustomerManager]);

        Of<Tick>(t => t.ContactId)
            .About(Groups).For(Kernel.Purposes.Participation)
            .From("ovella kirjattu; poistetaan 30 päivää tilaisuuden jälkeen", "ticked at the door; erased 30 days after the event")
            .Field(t => t.State, "ovella kirjattu tila", "state ticked at the door")
            .Field(t => t.At, "milloin kirjattu", "when it was ticked")
            .NotPersonal(t => t.EventId, t => t.ReceivedAt);

        Unlinked<Event>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Participation)
            .From("henkilökunta kirjaa", "written down by staff")
            .Field(e => e.CreatedById, "tilaisuuden kirjaaja", "who wrote the event down")
            .Field(e => e.CreatedBy, "kirjaajan nimi", "name of who wrote it down")
            .NotPersonal(
                e => e.Name, e => e.Kind, e => e.State, e => e.Description, e => e.Credits, e => e.Capacity, e => e.AccountId, e => e.StartsAt, e => e.EndsAt, e => e.CreatedAt, e => e.UpdatedAt,
                e => e.Version, e => EF.Property<string>(e, "SearchText"));
        Unlinked<Organiser>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Participation)
            .From("henkilökunta kirjaa", "written down by staff")
            .Field(o => o.UserId, "tilaisuuden järjestäjä", "who arranges the event")
            .Field(o => o.Name, "järjestäjän nimi", "name of who arranges it");
        Nobody<Session>();
        Nobody<Question>();
        Nobody<Answer>();
    }
}
