using Npgsql;

namespace Karelia.Crm.Host.Web;

/// <summary>For those who run the CRM: it lives; it can serve.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Asked before anybody is asked who they are: that would ask the database.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).ShortCircuit().AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ShortCircuit().AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>The database answers and holds our tables. The host migrates before it listens; the identity provider may be away, sessions go on.</summary>
    private static async Task<IResult> Ready(NpgsqlDataSource source, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = source.CreateCommand("select count(*) from administration.migrations");
            await command.ExecuteScalarAsync(patience.Token);
            return TypedResults.Text("ready");
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return TypedResults.Text("the database cannot be reached", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
