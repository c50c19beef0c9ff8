using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Breaches;

[Allow(Role.DataProtectionOfficer)]
internal sealed record NoteBreach(string What, DateTimeOffset From, DateTimeOffset To, DateTimeOffset? NoticedAt = null, Guid? ActorId = null, string? UseCase = null) : ICommand<BreachDetails>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/breaches", async (NoteBreach command, IMediator crm, CancellationToken ct) =>
        {
            var breach = await crm.Send(command, ct);
            return Endpoints.Created($"/breaches/{breach.Id}", breach);
        })
        .WithSummary("Notes a personal data breach; the 72 hours to tell the authority run from when it was noticed");
}

file sealed class Rules : AbstractValidator<NoteBreach>
{
    public Rules(TimeProvider clock)
    {
        RuleFor(b => b.What).NotEmpty().MaximumLength(4000).IsPlainText();
        RuleFor(b => b.From).GreaterThan(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));
        RuleFor(b => b.To).GreaterThanOrEqualTo(b => b.From).LessThan(new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero));
        RuleFor(b => b.NoticedAt).GreaterThan(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5)).WithMessage("This lies in the future.");
        RuleFor(b => b.UseCase).MaximumLength(100).IsPlainText(lines: false);
    }
}

file sealed class Handler(ConsentDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<NoteBreach, BreachDetails>
{
    public Task<BreachDetails> Handle(NoteBreach command, CancellationToken ct)
    {
        var now = clock.Now();
        var breach = new Breach
        {
            What = command.What.Trim(),
            NoticedAt = (command.NoticedAt ?? now).ToMicroseconds(),
            From = command.From.ToMicroseconds(),
            To = command.To.ToMicroseconds(),
            ActorId = command.ActorId,
            UseCase = string.IsNullOrWhiteSpace(command.UseCase) ? null : command.UseCase.Trim(),
            NotedById = user.Id,
            NotedBy = user.Name,
        };
        db.Add(breach);
        return Task.FromResult(BreachDetails.Of(breach, now));
    }
}
