using Karelia.Crm.Administration;

namespace Karelia.Crm.Alumni.Cooperation;

[Allow(Role.Reader, Role.IntegrationRead)]
internal sealed record ListCooperationForms : IQuery<Page<CooperationFormItem>>;

/// <summary>A form of cooperation that an alumnus may tick; inactive ones are kept for those who ticked them.</summary>
internal sealed record CooperationFormItem(string Code, string Fi, string En, bool Active);

file sealed class Route : IRoute
{
    public void Map(IEndpointRouteBuilder api) => api
        .MapGet("/alumni/cooperation-forms", ([AsParameters] ListCooperationForms query, IMediator crm, CancellationToken ct) => crm.Send(query, ct))
        .WithSummary("The forms of alumni cooperation, in their order");
}

file sealed class Handler(ICodeLists lists) : IRequestHandler<ListCooperationForms, Page<CooperationFormItem>>
{
    public async Task<Page<CooperationFormItem>> Handle(ListCooperationForms query, CancellationToken ct) =>
        new([.. (await lists.Of(AlumniLists.Forms, ct)).Select(form => new CooperationFormItem(form.Code, form.Fi, form.En, !form.IsRetired))], null);
}
