namespace Karelia.Crm.Accounts.SavedViews;

[Allow(Role.Reader)]
internal sealed record MakeDefaultView(bool IsDefault = true) : ICommand<SavedViewItem>
{
    [FromRoute] public Guid Id { get; init; }
}

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/saved-views/{id:guid}/default", (Guid id, MakeDefaultView command, IMediator crm, CancellationToken ct) => crm.Send(command with { Id = id }, ct))
        .WithSummary("Makes a view the one that its list opens in for the caller, or no longer");
}

file sealed class Handler(AccountsDb db, CurrentUser user) : IRequestHandler<MakeDefaultView, SavedViewItem>
{
    public async Task<SavedViewItem> Handle(MakeDefaultView command, CancellationToken ct)
    {
        var view = await db.SavedViews.FirstOrDefaultAsync(v => v.Id == command.Id && (v.OwnerId == user.Id || v.IsShared), ct) ?? throw Refusal.Unknown();
        var present = await db.DefaultViews.FirstOrDefaultAsync(d => d.UserId == user.Id && d.List == view.List, ct);
        if (command.IsDefault && present is null)
            db.DefaultViews.Add(new() { UserId = user.Id, List = view.List, ViewId = view.Id });
        else if (command.IsDefault)
            present!.ViewId = view.Id;
        else if (present?.ViewId == view.Id)
            db.DefaultViews.Remove(present);
        return SavedViewItem.Of(view, user, command.IsDefault);
    }
}
