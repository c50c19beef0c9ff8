using System.Text.Json;
using Karelia.Crm.Kernel.Audit;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Imports.Imports;

/// <summary>The job of a commit: everything in one transaction, so that a crash leaves nothing.</summary>
[Allow(Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager, Role.Communications)]
internal sealed record WriteImport(Guid Id) : ICommand<ImportCounts>;

file sealed class Handler(Kinds kinds, Staging staging, ErasedLines erased, DbSession session, IMediator crm, AuditLog audit, Job job, TimeProvider clock) : IRequestHandler<WriteImport, ImportCounts>
{
    private const int MostProblems = 100;

    public async Task<ImportCounts> Handle(WriteImport command, CancellationToken ct)
    {
        var import = await kinds.Lock(command.Id, ct);
        if (import.State != States.Committing)
            throw new Refusal("import-not-ready", detail: "The import has been committed already.");
        // One after another: two imports of one file must see each other's people.
        await session.Execute("select pg_advisory_xact_lock(hashtext('imports'))", ct);
        var (kind, sheet) = (kinds.Of(import.Kind), import.Sheet(clock.Now()));
        var (problems, after, done, changes) = (new List<ImportProblem>(), 0, 0, 0L);
        while (await staging.Next(import.Id, after, Staging.ToWrite, ct) is { Count: > 0 } lines)
        {
            after = lines[^1].Row;
            await kind.Read(sheet, lines, ct);
            // Erased after the preview.
            var gone = await erased.Among(lines, ct);
            problems.AddRange(gone.Select(line => new ImportProblem(line.Row, "held-for-officer", "The line waits for the data protection officer.")));
            foreach (var part in Parts([.. lines.Where(line => !gone.Contains(line))]))
            {
                var journal = new ImportJournal();
                await kind.Write(sheet, part, journal, ct);
                // Erased while the part was written: all begins anew.
                if ((await erased.Among([.. part.Where(line => line.Base == "created")], ct, evenIfKnown: true)).Count > 0)
                    throw new DbUpdateConcurrencyException("A person was erased meanwhile.");
                var written = part.Where(line => line.Base != "left").ToList();
                await staging.AddWritten(import.Id, written, journal.Changes, changes, ct);
                await audit.Bulk(nameof(WriteImport), "import", nameof(Import), import.Id, [.. written.Select(line => line.ContactId).OfType<Guid>().Distinct()], ct);
                changes += journal.Changes.Count;
                problems.AddRange(part.Where(line => line.Base == "left").Select(line => new ImportProblem(line.Row, "left-out", "What the line is about can no longer be edited; the line was left out.")));
                done += part.Count;
            }

            await job.Report(done, import.Tally.Total, ct);
        }

        (import.State, import.CommittedAt) = (States.Committed, sheet.Now);
        import.Problems = problems.Count == 0 ? null : JsonSerializer.Serialize(problems.Take(MostProblems), JsonSerializerOptions.Web);
        import.Report = JsonSerializer.Serialize(await Reconciliation.Count(session, import, kind, ct), JsonSerializerOptions.Web);
        if (kind.ForgetsLines(import.Form))
            await session.Execute("delete from imports.rows where import_id = $1", ct, import.Id);
        await crm.Publish(new ImportCommitted(import.Id), ct);
        return import.Tally;
    }

    // Two lines about one person go one after the other: the second finds what the first wrote.
    private static IEnumerable<List<ImportLine>> Parts(List<ImportLine> lines)
    {
        var (part, seen) = (new List<ImportLine>(), new HashSet<string>());
        foreach (var line in lines)
        {
            if ((line.Identity is not null && !seen.Add(line.Identity)) || (line.Decision == "merge" && !seen.Add((line.ContactId ?? line.AccountId).ToString()!)))
            {
                yield return part;
                (part, seen) = ([], line.Identity is null ? [] : [line.Identity]);
            }

            part.Add(line);
        }

        yield return part;
    }
}
