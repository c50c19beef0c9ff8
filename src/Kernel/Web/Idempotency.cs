using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Karelia.Crm.Kernel.Audit;
using Microsoft.AspNetCore.Http.Features;
using NpgsqlTypes;

namespace Karelia.Crm.Kernel.Web;

/// <summary>
/// The same key and content does nothing more and answers the same. The key is written in the command's own transaction: a crash leaves both or neither,
/// and a second request beside the first waits for it.
/// </summary>
internal sealed class Once<TMessage, TAnswer>(DbSession session, Call call, CurrentUser user, AuditLog audit, TimeProvider clock, IServiceProvider services)
    : IPipelineBehavior<TMessage, TAnswer> where TMessage : IChange
{
    private const string Take = """
        insert into kernel.idempotency_keys as k (user_id, key, fingerprint, at) values ($1, $2, $3, $4)
        on conflict (user_id, key) do update set fingerprint = excluded.fingerprint, at = excluded.at, resource_id = null, answer = null
        where k.at < excluded.at - interval '24 hours'
        """;

    public async Task<TAnswer> Handle(TMessage message, CancellationToken ct, RequestHandlerDelegate<TAnswer> next)
    {
        // What the command sends in turn is part of it.
        if (call.IdempotencyKey is not { } key || call.IsKeyed)
            return await next();
        call.IsKeyed = true;
        try
        {
            if (await session.Execute(Take, ct, user.Id, key, call.Fingerprint, clock.GetUtcNow()) == 0)
                return await Again(key, ct);
            var answer = await next();
            var json = Idempotency.HoldsNoText(typeof(TAnswer)) ? JsonSerializer.Serialize(answer) : null;
            await session.Execute(
                "update kernel.idempotency_keys set resource_id = $3, answer = $4 where user_id = $1 and key = $2", ct, user.Id, key,
                DbSession.Parameter(Idempotency.IdOf(answer), NpgsqlDbType.Uuid), DbSession.Parameter(json, NpgsqlDbType.Jsonb));
            return answer;
        }
        finally
        {
            call.IsKeyed = false;
        }
    }

    private async Task<TAnswer> Again(string key, CancellationToken ct)
    {
        var (fingerprint, id, answer) = (await session.Rows(
            "select fingerprint, resource_id, answer from kernel.idempotency_keys where user_id = $1 and key = $2",
            row => (row.GetFieldValue<byte[]>(0), row.IsDBNull(1) ? (Guid?)null : row.GetGuid(1), row.IsDBNull(2) ? null : row.GetString(2)), ct, user.Id, key)).Single();
        if (!fingerprint.AsSpan().SequenceEqual(call.Fingerprint))
            throw new Refusal("idempotency-key-reused", detail: "This Idempotency-Key was used for another request. Make up a new one.");
        if (answer is not null)
            return JsonSerializer.Deserialize<TAnswer>(answer)!;
        if (id is null || Idempotency.QueryFor(typeof(TAnswer)) is not { } query)
            throw new Refusal("already-done", detail: "This was done already, with the same Idempotency-Key.") { More = new Dictionary<string, object?> { ["id"] = id } };
        // The caller may see what the caller made: the handler is asked, not the pipeline.
        var handler = services.GetRequiredService(typeof(IRequestHandler<,>).MakeGenericType(query.Type, typeof(TAnswer)));
        var message = JsonSerializer.Deserialize($$"""{"{{query.Id}}":"{{id}}"}""", query.Type);
        var read = await (Task<TAnswer>)handler.GetType().GetMethod("Handle")!.Invoke(handler, [message, ct])!;
        if (read is IShowsPeople shown)
            await audit.Read(query.Type.Name, [.. shown.ShownPeople().Distinct()], isSearch: false, ct);
        return read;
    }
}

/// <summary>What a key stands for, and what may be kept of an answer.</summary>
internal static class Idempotency
{
    private static readonly string[] CodeNames = ["State", "Kind", "Language", "Channel", "Topic"];

    /// <summary>From a POST with the header: the key, and what it was used for.</summary>
    public static async Task Read(Call call, EndpointFilterInvocationContext context)
    {
        var request = context.HttpContext.Request;
        if (request.Method != "POST" || request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 } key)
            return;
        if (key.Length > 200 || key.Any(c => c is < '!' or > '~'))
            throw new Refusal("malformed", StatusCodes.Status400BadRequest, "An Idempotency-Key is 1 to 200 visible ASCII characters.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Add($"{request.Path}{request.QueryString}");
        if (context.HttpContext.Features.Get<IFormFeature>()?.Form is { } form)
        {
            foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
                Add($"{name}={value}");
            foreach (var file in form.Files)
            {
                await using var content = file.OpenReadStream();
                hash.AppendData(await SHA256.HashDataAsync(content));
            }
        }
        else
        {
            foreach (var message in context.Arguments.OfType<IBaseRequest>())
                Add(JsonSerializer.Serialize(message, message.GetType()));
        }

        (call.IdempotencyKey, call.Fingerprint) = (key, hash.GetHashAndReset());
    }

    /// <summary>Ids, numbers, times and codes may be kept; a text may tell of a person.</summary>
    public static bool HoldsNoText(Type type, string name = "", int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsPrimitive || type.IsEnum || type == typeof(Guid) || type == typeof(decimal) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(Unit))
            return true;
        if (type == typeof(string))
            return CodeNames.Contains(name) || name.EndsWith("Url", StringComparison.Ordinal);
        return depth < 4 && !type.IsAssignableTo(typeof(System.Collections.IEnumerable)) && type.GetProperties().All(member => HoldsNoText(member.PropertyType, member.Name, depth + 1));
    }

    /// <summary>The id of what was made.</summary>
    public static Guid? IdOf(object? answer) =>
        answer?.GetType().GetProperties().Where(member => member.PropertyType == typeof(Guid)).OrderByDescending(member => member.Name == "Id").FirstOrDefault()?.GetValue(answer) as Guid?;

    /// <summary>The query that gives the same answer by one id.</summary>
    public static (Type Type, string Id)? QueryFor(Type answer) => answer.Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IQuery<>).MakeGenericType(answer)) && type.GetProperties() is [{ } only] && only.PropertyType == typeof(Guid))
        .Select(type => ((Type, string)?)(type, type.GetProperties()[0].Name))
        .FirstOrDefault();
}
