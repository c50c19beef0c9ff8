using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Kernel;

internal sealed class KernelPersonalData : PersonalData
{
    public KernelPersonalData() => Unlinked<JobRow>()
        .About(DataSubjects.Users)
        .For(Kernel.Purposes.UserAdministration)
        .From("järjestelmä kirjaa", "recorded by the system")
        .Field(j => j.UserId, "työn käynnistäjä", "who started the job")
        .Field(j => j.UserName, "työn käynnistäjän nimi", "name of who started the job")
        .NotPersonal(
            j => j.Kind, j => j.State, j => j.Done, j => j.Total, j => j.Command, j => j.Payload, j => j.UserRoles, j => j.CreatedAt, j => j.StartedAt,
            j => j.FinishedAt, j => j.LeasedUntil, j => j.Attempts, j => j.ProblemType, j => j.ProblemDetail);
}
