namespace Karelia.Crm.Kernel;

/// <summary>Instants as PostgreSQL keeps them, to the microsecond: what is written compares equal to what is read.</summary>
public static class Instants
{
    public static DateTimeOffset Now(this TimeProvider clock) => clock.GetUtcNow().ToMicroseconds();

    public static DateTimeOffset ToMicroseconds(this DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
