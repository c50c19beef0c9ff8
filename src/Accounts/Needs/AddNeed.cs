using Karelia.Crm.Accounts.Activities;
using Karelia.Crm.Accounts.Contacts;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Accounts.Needs;

[Allow(Role.CustomerManager, Role.PartnershipManager)]
internal sealed record AddNeed(
    Guid AccountId,
    string Text,
    string? Field = null,
    IReadOnlyList<string>? Tags = null,
    string? Urgency = null,
    DateOnly? HeardOn = null,
    Guid? ContactId = null,
    Guid? ActivityId = null) : ICommand<NeedDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/needs", async (AddNeed command, IMediator crm, CancellationToken ct) =>
        {
            var need = await crm.Send(command, ct);
            return Endpoints.Created($"/needs/{need.Id}", need);
        })
        .WithSummary("Writes down a need that was heard from an organisation");
}

file sealed class Rules : AbstractValidator<AddNeed>
{
    public Rules()
    {
        RuleFor(n => n.Text).IsNeed();
        RuleFor(n => n.Field).IsOneOf(NeedCodes.Fields);
        RuleFor(n => n.Tags).AreTags();
        RuleFor(n => n.Urgency).IsOneOf(NeedCodes.Urgencies);
        RuleFor(n => n.HeardOn).IsOurDay();
    }
}

file sealed class Handler(AccountsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<AddNeed, NeedDetails>
{
    public async Task<NeedDetails> Handle(AddNeed command, CancellationToken ct)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == command.AccountId && a.MergedIntoId == null, ct) ?? throw Refusal.Field("/accountId", "There is no such organisation.");
        account.RefuseIfPassive();
        if (command.ContactId is { } contact)
            (await db.Contacts.To(user).FirstOrDefaultAsync(c => c.Id == contact && c.MergedIntoId == null, ct) ?? throw Refusal.Field("/contactId", "There is no such person.")).RefuseIfPassive();
        if (command.ActivityId is { } activity && db.Activities.Local.All(a => a.Id != activity) && !await db.Activities.To(db, user).AnyAsync(a => a.Id == activity, ct))
            throw Refusal.Field("/activityId", "There is no such activity.");
        var now = clock.GetUtcNow();
        var need = new Need
        {
            AccountId = account.Id,
            ContactId = command.ContactId,
            ActivityId = command.ActivityId,
            Text = command.Text.Trim(),
            Field = command.Field,
            Tags = NeedCodes.Tags(command.Tags),
            Urgency = command.Urgency ?? NeedCodes.Normal,
            HeardOn = command.HeardOn ?? clock.Today(),
            CreatedById = user.Id,
            CreatedBy = user.Name,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Needs.Add(need);
        return await db.Show(need, user, ct);
    }
}
