using Karelia.Crm.Administration.SignIn;
using Karelia.Crm.Administration.Users;

namespace Karelia.Crm.Administration;

internal sealed class AdministrationPersonalData : PersonalData
{
    public AdministrationPersonalData()
    {
        Unlinked<User>()
            .About(DataSubjects.Users)
            .For(Purposes.UserAdministration)
            .From("organisaation tunnistuspalvelu kirjautuessa", "the organisation's identity provider, at sign-in")
            .Field(u => u.Name, "nimi", "name")
            .Field(u => u.PreferredUsername, "käyttäjätunnus", "user name")
            .Field(u => u.Roles, "käyttöoikeusroolit", "roles")
            .Field(u => u.Language, "kieli", "language")
            .Field(u => u.IsActive, "käyttöoikeus voimassa", "may sign in")
            .Field(u => u.ActiveReason, "miksi käyttöoikeus päättyi tai palautettiin", "why access was ended or given back")
            .Field(u => u.FirstSeen, "ensimmäinen kirjautuminen", "first sign-in")
            .Field(u => u.LastSeen, "viimeisin kirjautuminen", "latest sign-in");
        Unlinked<AuthSession>()
            .About(DataSubjects.Users)
            .For(Purposes.UserAdministration)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(s => s.UserId, "kirjautunut käyttäjä", "who is signed in")
            .Field(s => s.Ticket, "istunnon tiedot (salattu)", "the session's content (encrypted)")
            .Field(s => s.CreatedAt, "istunto alkoi", "session began")
            .NotPersonal(s => s.ExpiresAt, s => s.EndsAt);
        Nobody<Application>();
        Nobody<DataProtectionKey>();
    }
}
