using Karelia.Crm.Accounts.Merging;
using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Accounts.Duplicates;

/// <summary>The job of a bulk merge: each pair is a merge of its own, that can be taken back alone.</summary>
[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator)]
internal sealed record MergePairs(IReadOnlyList<ChosenPair> Pairs) : ICommand<MergedPairs>;

internal sealed record MergedPairs(int Merged, int Left);

file sealed class Handler(IMediator crm, Job job) : IRequestHandler<MergePairs, MergedPairs>
{
    public async Task<MergedPairs> Handle(MergePairs command, CancellationToken ct)
    {
        var (done, merged) = (0, 0);
        foreach (var group in Groups(command.Pairs))
        {
            // More than may be merged at once stay for the next time.
            Guid[] others = [.. group.Others.Take(MergeRules.MostOthers)];
            try
            {
                await (group.Kind == RecordKinds.Contact ? crm.Send(new MergeContacts(others) { Id = group.Survivor }, ct) : crm.Send(new MergeAccounts(others) { Id = group.Survivor }, ct));
                merged += others.Length;
            }
            catch (Refusal)
            {
                // Refused before anything moved: passive, restricted, merged or gone meanwhile.
            }

            await job.Report(done += group.Others.Count, command.Pairs.Count, ct);
        }

        return new(merged, command.Pairs.Count - merged);
    }

    /// <summary>Pairs that share a record are one merge: of three that are one, all three. The survivor is one that no pair makes a part of another.</summary>
    private static List<(string Kind, Guid Survivor, List<Guid> Others)> Groups(IEnumerable<ChosenPair> pairs)
    {
        var groups = new List<(string Kind, Guid Survivor, List<Guid> Others)>();
        foreach (var pair in pairs)
        {
            var touched = groups.Where(g => g.Kind == pair.Kind && (Holds(g, pair.SurvivorId) || Holds(g, pair.OtherId))).ToList();
            groups.RemoveAll(touched.Contains);
            var all = touched.SelectMany(g => g.Others.Prepend(g.Survivor)).Append(pair.SurvivorId).Append(pair.OtherId).Distinct().ToList();
            var survivor = touched.Select(g => g.Survivor).Append(pair.SurvivorId).First(id => id != pair.OtherId);
            groups.Add((pair.Kind, survivor, [.. all.Where(id => id != survivor)]));
        }

        return groups;

        static bool Holds((string Kind, Guid Survivor, List<Guid> Others) group, Guid id) => group.Survivor == id || group.Others.Contains(id);
    }
}
