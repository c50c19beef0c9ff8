using Karelia.Crm.Accounts.Needs;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Accounts.Activities;

[Allow(Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales)]
internal sealed record AddActivity(
    string Kind,
    string Subject,
    string? Text = null,
    DateTimeOffset? At = null,
    DateOnly? DueOn = null,
    DateOnly? RemindOn = null,
    Guid? AssigneeId = null,
    IReadOnlyList<Guid>? ContactIds = null,
    IReadOnlyList<Guid>? AccountIds = null,
    NeedHeard? Need = null) : ICommand<ActivityDetails>
{
    /// <summary>Who writes activities.</summary>
    public static readonly string[] Writers = [Role.CustomerManager, Role.PartnershipManager, Role.AlumniCoordinator, Role.ExpertCoordinator, Role.Sales];
}

/// <summary>A need heard in the activity; of the first organisation unless another one is named.</summary>
internal sealed record NeedHeard(string Text, string? Field = null, IReadOnlyList<string>? Tags = null, string? Urgency = null, Guid? AccountId = null);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/activities", async (AddActivity command, IMediator crm, CancellationToken ct) =>
        {
            var activity = await crm.Send(command, ct);
            return Endpoints.Created($"/activities/{activity.Id}", activity);
        })
        .WithSummary("Writes down a note, call, e-mail, meeting or task; a need that was heard goes with it");
}

file sealed class Rules : AbstractValidator<AddActivity>
{
    public Rules()
    {
        RuleFor(a => a.Kind).NotNull().IsOneOf(ActivityKinds.All);
        RuleFor(a => a.Subject).IsSubject();
        RuleFor(a => a.Text).IsLongText();
        RuleFor(a => a.At).IsOurTime();
        RuleFor(a => a.DueOn).IsOurDay();
        RuleFor(a => a.RemindOn).IsOurDay();
        RuleFor(a => a.ContactIds).AreFew();
        RuleFor(a => a.AccountIds).AreFew();
        RuleFor(a => a.Need!).SetValidator(new NeedHeardRules()).When(a => a.Need is not null);
    }
}

file sealed class NeedHeardRules : AbstractValidator<NeedHeard>
{
    public NeedHeardRules()
    {
        RuleFor(n => n.Text).IsNeed();
        RuleFor(n => n.Field).IsOneOf(NeedCodes.Fields);
        RuleFor(n => n.Tags).AreTags();
        RuleFor(n => n.Urgency).IsOneOf(NeedCodes.Urgencies);
    }
}

file sealed class Handler(AccountsDb db, Attending attending, CurrentUser user, IMediator crm, TimeProvider clock) : IRequestHandler<AddActivity, ActivityDetails>
{
    public async Task<ActivityDetails> Handle(AddActivity command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var activity = new Activity
        {
            Kind = command.Kind,
            Subject = command.Subject.Trim(),
            Text = string.IsNullOrWhiteSpace(command.Text) ? null : command.Text.Trim(),
            At = (command.At ?? now).ToUniversalTime(),
            DueOn = command.DueOn,
            RemindOn = command.RemindOn,
            CreatedById = user.Id,
            CreatedBy = user.Name,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await attending.Bring(activity, command.ContactIds ?? [], ct);
        await attending.Concern(activity, command.AccountIds ?? [], ct);
        Attending.RefuseIfLoose(activity);
        await attending.Assign(activity, command.AssigneeId, command.AssigneeId is not null, ct);
        db.Activities.Add(activity);
        if (command.Need is { } need)
        {
            var account = need.AccountId ?? activity.Accounts.FirstOrDefault()?.AccountId ?? throw Refusal.Field("/need/accountId", "Name the organisation whose need it is.");
            var contact = activity.Contacts is [{ } only] ? only.ContactId : (Guid?)null;
            await crm.Send(new AddNeed(account, need.Text, need.Field, need.Tags, need.Urgency, Days.Of(activity.At), contact, activity.Id), ct);
        }

        return await db.Show(activity, user, ct);
    }
}
