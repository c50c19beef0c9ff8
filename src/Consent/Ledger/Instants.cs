namespace Karelia.Crm.Consent.Ledger;

/// <summary>Instants as the database keeps them, so that an answer and a later reading say the same.</summary>
internal static class Instants
{
    public static DateTimeOffset Now(this TimeProvider clock) => clock.GetUtcNow().ToMicroseconds();

    public static DateTimeOffset ToMicroseconds(this DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
