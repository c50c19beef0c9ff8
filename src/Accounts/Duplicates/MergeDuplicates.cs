using Karelia.Crm.Accounts.Merging;
using Karelia.Crm.Kernel.Jobs;

namespace Karelia.Crm.Accounts.Duplicates;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator)]
internal sealed record MergeDuplicates(IReadOnlyList<ChosenPair> Pairs) : ICommand<StartedMerge>;

/// <summary>A pair that a person looked at: which stays, which becomes a part of it.</summary>
internal sealed record ChosenPair(string Kind, Guid SurvivorId, Guid OtherId);

/// <summary>The job that does the work.</summary>
internal sealed record StartedMerge(Guid JobId);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/duplicates/merge", async (MergeDuplicates command, IMediator crm, CancellationToken ct) =>
        {
            var started = await crm.Send(command, ct);
            return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
        })
        .WithSummary("Merges up to 200 chosen pairs as a job; what can no longer be merged is left as it is");
}

file sealed class Rules : AbstractValidator<MergeDuplicates>
{
    public Rules()
    {
        RuleFor(m => m.Pairs).NotEmpty().IsShortList(200);
        RuleForEach(m => m.Pairs).SetValidator(new PairRules());
    }
}

file sealed class PairRules : AbstractValidator<ChosenPair>
{
    public PairRules()
    {
        RuleFor(p => p.Kind).NotNull().IsOneOf(RecordKinds.All);
        RuleFor(p => p.OtherId).NotEqual(p => p.SurvivorId);
    }
}

file sealed class Handler(JobQueue jobs, CurrentUser user) : IRequestHandler<MergeDuplicates, StartedMerge>
{
    public Task<StartedMerge> Handle(MergeDuplicates command, CancellationToken ct)
    {
        if (command.Pairs.Any(pair => pair.Kind == RecordKinds.Account) && !user.Is(Role.CustomerManager) && !user.Is(Role.PartnershipManager))
            throw new Refusal("forbidden", StatusCodes.Status403Forbidden, "Your role does not include merging organisations.");
        return Task.FromResult(new StartedMerge(jobs.Add("duplicate-merge", new MergePairs(command.Pairs), command.Pairs.Count)));
    }
}
