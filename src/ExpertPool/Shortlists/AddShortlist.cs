using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.ExpertPool.Shortlists;

[Allow(Role.ExpertCoordinator)]
internal sealed record AddShortlist(string Name, string? Purpose = null) : ICommand<ShortlistDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/expert-shortlists", async (AddShortlist command, IMediator crm, CancellationToken ct) =>
        {
            var list = await crm.Send(command, ct);
            return Endpoints.Created($"/expert-shortlists/{list.Id}", list);
        })
        .WithSummary("Begins a shortlist of experts for a training or a project");
}

file sealed class Rules : AbstractValidator<AddShortlist>
{
    public Rules()
    {
        RuleFor(l => l.Name).IsListName();
        RuleFor(l => l.Purpose).IsListPurpose();
    }
}

file sealed class Handler(ExpertPoolDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<AddShortlist, ShortlistDetails>
{
    public async Task<ShortlistDetails> Handle(AddShortlist command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var list = new Shortlist { Name = command.Name.Trim(), Purpose = command.Purpose?.Trim(), CreatedBy = user.Name, CreatedAt = now, UpdatedAt = now };
        db.Shortlists.Add(list);
        return await db.Show(list, ct);
    }
}
