using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Public;

namespace Karelia.Crm.Consent.Notice;

/// <summary>The published privacy notice as a page.</summary>
file sealed class NoticePage : IPage
{
    public void Map(IEndpointRouteBuilder site)
    {
        foreach (var t in Texts.Languages.Select(Texts.In))
        {
            site.MapGet(t.NoticePath, async (IMediator crm, CancellationToken ct) =>
            {
                var notice = await crm.Send(new GetPrivacyNotice(t.Language), ct);
                return new SitePage(t.Language, t.NoticeTitle, Html.Join([Head(notice, t), .. notice.Sections.Select(Section)]), t.Twin.NoticePath) { IsListed = true };
            });
        }
    }

    private static Html Head(PrivacyNotice notice, Texts t) =>
        Html.Of($"<p>{notice.Title}</p>") + Html.Of($"<p class=\"hint\">{(notice.PublishedAt is { } at ? $"{t.NoticeUpdated} {Days.Local(at, "d.M.yyyy")}" : t.NoticeDraft)}</p>")
        + Html.Of($"<p><a href=\"/api/v1/privacy-notice?lang={t.Language}&format=pdf\">PDF</a></p>");

    private static Html Section(NoticeSection section) => Html.Of($"<h2>{section.Number}. {section.Title}</h2>") + Html.Join(section.Blocks.Select(Block));

    private static Html Block(NoticeBlock block)
    {
        var heading = block.Heading.Length > 0 ? Html.Of($"<h3>{block.Heading}</h3>") : Html.Nothing;
        return heading + (block.IsList ? Html.Of($"<ul>{Html.Join(block.Lines.Select(line => Html.Of($"<li>{line}</li>")))}</ul>") : Html.Join(block.Lines.Select(line => Html.Of($"<p>{line}</p>"))));
    }
}
