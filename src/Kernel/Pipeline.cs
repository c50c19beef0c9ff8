using System.Diagnostics;
using System.Reflection;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Jobs;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Karelia.Crm.Kernel;

/// <summary>Name, duration and outcome of each message; never its content.</summary>
internal sealed class Trace<TMessage, TAnswer>(ILogger<TMessage> log) : IPipelineBehavior<TMessage, TAnswer>
{
    public async Task<TAnswer> Handle(TMessage message, CancellationToken ct, RequestHandlerDelegate<TAnswer> next)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var answer = await next();
            log.LogDebug("{UseCase} done in {Milliseconds} ms", typeof(TMessage).Name, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            return answer;
        }
        catch (Refusal refusal)
        {
            log.LogInformation("{UseCase} refused: {Type}", typeof(TMessage).Name, refusal.Type);
            throw;
        }
    }
}

/// <summary>Deny by default: a message that allows nobody cannot be sent.</summary>
internal sealed class Authorize<TMessage, TAnswer>(CurrentUser user) : IPipelineBehavior<TMessage, TAnswer>
{
    private static readonly AllowAttribute? Allowed = typeof(TMessage).GetCustomAttribute<AllowAttribute>();

    public Task<TAnswer> Handle(TMessage message, CancellationToken ct, RequestHandlerDelegate<TAnswer> next) =>
        Allowed is not null && Allowed.Roles.Any(user.Is)
            ? next()
            : throw new Refusal("forbidden", StatusCodes.Status403Forbidden, "Your role does not include this.");
}

/// <summary>The shape of the message; what needs the register is the handler's.</summary>
internal sealed class Validate<TMessage, TAnswer>(IEnumerable<IValidator<TMessage>> rules) : IPipelineBehavior<TMessage, TAnswer>
{
    public async Task<TAnswer> Handle(TMessage message, CancellationToken ct, RequestHandlerDelegate<TAnswer> next)
    {
        foreach (var rule in rules)
            await rule.ValidateAndThrowAsync(message, ct);
        return await next();
    }
}

/// <summary>One transaction for a command and all that it sends; repeated when the database asks for it.</summary>
internal sealed class Transact<TMessage, TAnswer>(DbSession session, AuditLog audit, Job job) : IPipelineBehavior<TMessage, TAnswer> where TMessage : IChange
{
    private const int Attempts = 3;

    public async Task<TAnswer> Handle(TMessage message, CancellationToken ct, RequestHandlerDelegate<TAnswer> next)
    {
        if (session.Transaction is not null)
            return await next();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await session.Begin(ct);
                var answer = await next();
                await audit.Write(typeof(TMessage).Name, await session.Save(ct), ct);
                await job.Succeed(session, ct);
                await session.Commit(ct);
                return answer;
            }
            catch (Exception e)
            {
                await session.Rollback();
                if (attempt == Attempts || !IsWorthRepeating(e))
                    throw;
            }
        }
    }

    // A version that changed meanwhile: who named one is told so when it runs again, who named none gets it done.
    private static bool IsWorthRepeating(Exception e) => e is DbUpdateConcurrencyException
        || e.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };
}

/// <summary>Whose data a query showed. A search is logged though it found nobody; its words are not: they may name people who are not in the register.</summary>
internal sealed class LogRead<TMessage, TAnswer>(AuditLog audit) : IPipelineBehavior<TMessage, TAnswer> where TMessage : IQuery<TAnswer>
{
    private static readonly PropertyInfo? Words = typeof(TMessage).GetProperty("Q");

    public async Task<TAnswer> Handle(TMessage message, CancellationToken ct, RequestHandlerDelegate<TAnswer> next)
    {
        var answer = await next();
        if (answer is IShowsPeople shown)
            await audit.Read(typeof(TMessage).Name, shown.ShownPeople().Distinct().ToArray(), Words?.GetValue(message) is string { Length: > 0 }, ct);
        return answer;
    }
}
