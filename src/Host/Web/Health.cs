using Npgsql;

namespace Karelia.Crm.Host.Web;

/// <summary>For those who run the CRM: it lives; it can serve.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>The database answers and holds our tables. The host migrates before it listens; the identity provider may be away, sessions go on.</summary>
    private static async Task<IResult> Ready(NpgsqlDataSource source, CancellationToken ct)
    {
        try
        {
            await using var command = source.CreateCommand("select count(*) from administration.migrations");
            command.CommandTimeout = 2;
            await command.ExecuteScalarAsync(ct);
            return TypedResults.Text("ready");
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return TypedResults.Text("the database cannot be reached", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
