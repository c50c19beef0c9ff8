using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Kernel.Web;

/// <summary>Says what went wrong to a person; problems are for programs.</summary>
public delegate IResult ProblemPage(HttpContext http, Refusal refusal);

/// <summary>Turns what went wrong into a problem (RFC 9457), in one place. Never a stack trace, SQL or personal data.</summary>
internal sealed class Problems(ILogger<Problems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;
        var refusal = RefusalFor(exception);
        if (refusal.Status == StatusCodes.Status500InternalServerError)
            log.LogError("Unexpected {Error} at {Route}: {Trace}", exception.GetType().Name, httpContext.GetEndpoint()?.DisplayName, exception.StackTrace);
        await Write(httpContext, refusal);
        return true;
    }

    /// <summary>Writes the problem as the answer.</summary>
    internal static Task Write(HttpContext http, Refusal refusal)
    {
        var problem = new ProblemDetails
        {
            Type = $"/problems/{refusal.Type}",
            Title = Title(refusal.Type),
            Status = refusal.Status,
            Detail = refusal.Detail,
        };
        foreach (var (name, value) in refusal.More)
            problem.Extensions[name] = value;
        if (refusal.Errors is not null)
            problem.Extensions["errors"] = refusal.Errors;
        problem.Extensions["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier;
        http.Response.StatusCode = refusal.Status;
        if (refusal.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests && http.Response.Headers.RetryAfter.Count == 0)
            http.Response.Headers.RetryAfter = refusal.More.GetValueOrDefault("retryAfter") as string ?? "5";
        if ((http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.GetEndpoint())?.Metadata.GetMetadata<WithoutSignInAttribute>() is { IsPage: true })
            return http.RequestServices.GetRequiredService<ProblemPage>()(http, refusal).ExecuteAsync(http);
        return http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", http.RequestAborted);
    }

    /// <summary>The pointer of a property path: <c>Emails[0].Address</c> is <c>/emails/0/address</c>.</summary>
    internal static string Pointer(string path)
    {
        var pointer = new StringBuilder();
        foreach (var part in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            pointer.Append('/').Append(char.ToLowerInvariant(part[0])).Append(part.AsSpan(1));
        return pointer.ToString();
    }

    private static Refusal RefusalFor(Exception exception) => exception switch
    {
        Refusal refusal => refusal,
        ValidationException invalid => new("validation", StatusCodes.Status422UnprocessableEntity, "Some fields are not right.")
        {
            Errors = invalid.Errors.GroupBy(fault => Pointer(fault.PropertyName)).ToDictionary(faults => faults.Key, faults => faults.Select(f => f.ErrorMessage).Distinct().ToArray()),
        },
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new("too-large", StatusCodes.Status413PayloadTooLarge, "The request is larger than this address takes."),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => new("media-type", StatusCodes.Status415UnsupportedMediaType, "This address does not take that content type."),
        BadHttpRequestException => new("malformed", StatusCodes.Status400BadRequest, "The request could not be read: a member is unknown, missing or of another type."),
        DbUpdateConcurrencyException => new("stale", StatusCodes.Status412PreconditionFailed, "Somebody else changed this meanwhile. Read it again and repeat your change."),
        _ when exception.GetBaseException() is PostgresException sql => FromSql(sql),
        NpgsqlException or TimeoutException or { InnerException: NpgsqlException } => new("database-away", StatusCodes.Status503ServiceUnavailable, "The register cannot be reached just now. Try again in a moment."),
        _ => new("unexpected", StatusCodes.Status500InternalServerError, "Something went wrong on our side; nothing was changed."),
    };

    private static Refusal FromSql(PostgresException sql) => sql.SqlState switch
    {
        "CRM09" => Refusal.Passive(),
        "CRM10" => new("append-only", detail: "Evidence is never changed."),
        PostgresErrorCodes.UniqueViolation => new("duplicate", detail: "There is already such a record.") { More = new Dictionary<string, object?> { ["constraint"] = sql.ConstraintName } },
        PostgresErrorCodes.ForeignKeyViolation => new("linked", detail: "The record refers to something that does not exist, or something refers to it."),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => new("busy", detail: "Others are changing the same records. Try again."),
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter => new("malformed", StatusCodes.Status400BadRequest, "The text holds a character that cannot be stored."),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.TooManyConnections =>
            new("database-away", StatusCodes.Status503ServiceUnavailable, "The register cannot be reached just now. Try again in a moment."),
        _ => new("unexpected", StatusCodes.Status500InternalServerError, "Something went wrong on our side; nothing was changed."),
    };

    private static string Title(string type) => char.ToUpperInvariant(type[0]) + type[1..].Replace('-', ' ');
}
