using Karelia.Crm.Administration.CodeLists;
using Karelia.Crm.Administration.SignIn;
using Karelia.Crm.Administration.Users;

namespace Karelia.Crm.Administration;

internal sealed class AdministrationPersonalData : PersonalData
{
    public AdministrationPersonalData()
    {
        // A user who is a contact too: known by the address of both.
        Unlinked<User>()
            .FoundBy("lower(t.preferred_username) in (select e.address from accounts.contact_emails e where e.contact_id = any($1))")
            .Keeps(
                "palvelussuhde (tietosuoja-asetus 6 art. 1 f), kunnes käyttöoikeus päättyy", "employment (GDPR art. 6.1.f), until access ends", "null::date", "t.is_active",
                u => u.Name, u => u.PreferredUsername, u => u.Roles, u => u.Language, u => u.IsActive, u => u.ActiveReason, u => u.FirstSeen, u => u.LastSeen)
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
        Nobody<ListedCode>();
    }
}
