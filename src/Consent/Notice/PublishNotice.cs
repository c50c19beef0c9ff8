using System.Text.Json;
using Karelia.Crm.Kernel.Web;

namespace Karelia.Crm.Consent.Notice;

[Allow(Role.DataProtectionOfficer)]
internal sealed record PublishNotice : ICommand<NoticeVersionLine>;

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapPost("/privacy-notice/versions", async ([AsParameters] PublishNotice command, IMediator crm, CancellationToken ct) =>
        {
            var version = await crm.Send(command, ct);
            return Endpoints.Created($"/privacy-notice?version={version.Number}", version);
        })
        .WithSummary("Publishes the privacy notice as it is now, in both languages; the version is frozen");
}

file sealed class Handler(ConsentDb db, NoticeWriter writer, Notices notices, CurrentUser user, TimeProvider clock) : IRequestHandler<PublishNotice, NoticeVersionLine>
{
    public async Task<NoticeVersionLine> Handle(PublishNotice command, CancellationToken ct)
    {
        var last = await notices.Published(ct);
        var (fi, en) = (await writer.Write("fi", ct), await writer.Write("en", ct));
        if (last is not null && fi.Since(Notices.Of(last, "fi")).Count == 0 && en.Since(Notices.Of(last, "en")).Count == 0)
            throw new Refusal("nothing-new", detail: "The published notice says all this already.");
        var (number, now) = ((last?.Number ?? 0) + 1, clock.Now());
        var version = new NoticeVersion
        {
            Number = number,
            PublishedAt = now,
            PublishedById = user.Id,
            PublishedBy = user.Name,
            Fi = JsonSerializer.Serialize(fi with { Number = number, PublishedAt = now }, JsonSerializerOptions.Web),
            En = JsonSerializer.Serialize(en with { Number = number, PublishedAt = now }, JsonSerializerOptions.Web),
        };
        db.Add(version);
        return new(version.Number, version.PublishedAt, version.PublishedBy);
    }
}
