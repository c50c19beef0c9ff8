using System.Collections.Concurrent;
using System.Diagnostics;

namespace Karelia.Crm.Tests.Consent;

/// <summary>The SQL that single requests cause, in its order, told apart by the trace that each begins.</summary>
internal sealed class SqlWatch : IDisposable
{
    private readonly ConcurrentDictionary<string, List<string>> statements = [];
    private readonly ActivityListener listener;

    public SqlWatch()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && statements.TryGetValue(activity.TraceId.ToHexString(), out var mine))
                    lock (mine)
                        mine.Add(activity.GetTagItem("db.query.text") as string ?? activity.GetTagItem("db.statement") as string ?? activity.DisplayName);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public string Follow(HttpRequestMessage request)
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        statements[trace] = [];
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        return trace;
    }

    public IReadOnlyList<string> Of(string trace)
    {
        lock (statements[trace])
            return [.. statements[trace]];
    }

    public void Dispose() => listener.Dispose();
}
