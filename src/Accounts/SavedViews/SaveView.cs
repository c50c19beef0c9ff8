using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Accounts.SavedViews;

[Allow(Role.Reader)]
internal sealed record SaveView(string List, string Name, string Query, bool Shared = false) : ICommand<SavedViewItem>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/saved-views", async (SaveView command, IMediator crm, CancellationToken ct) =>
        {
            var view = await crm.Send(command, ct);
            return Endpoints.Created($"/saved-views/{view.Id}", view);
        })
        .WithSummary("Keeps a list's filters, order and columns under a name");
}

file sealed class Rules : AbstractValidator<SaveView>
{
    public Rules()
    {
        RuleFor(v => v.List).NotNull().IsOneOf(SavedView.Lists);
        RuleFor(v => v.Name).IsName();
        RuleFor(v => v.Query).NotNull().MaximumLength(4000).IsPlainText();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SaveView, SavedViewItem>
{
    public Task<SavedViewItem> Handle(SaveView command, CancellationToken ct)
    {
        var view = new SavedView
        {
            List = command.List,
            Name = command.Name.Trim(),
            Query = command.Query,
            IsShared = command.Shared,
            OwnerId = user.Id,
            OwnerName = user.Name,
            CreatedAt = clock.GetUtcNow(),
        };
        db.SavedViews.Add(view);
        return Task.FromResult(SavedViewItem.Of(view, user, isDefault: false));
    }
}
