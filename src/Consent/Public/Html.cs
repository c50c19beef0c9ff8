using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Karelia.Crm.Consent.Public;

/// <summary>A piece of HTML. What is put into it is encoded, unless it is HTML itself: there is no other way to make one.</summary>
internal readonly struct Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? text;

    private Html(string text) => this.text = text;

    public static Html Nothing => default;

    public static Html Of(FormattableString html) =>
        new(string.Format(CultureInfo.InvariantCulture, html.Format, [.. html.GetArguments().Select(value => value is Html piece ? piece.ToString() : Encoder.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""))]));

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    public static Html operator +(Html one, Html other) => new($"{one}{other}");

    public override string ToString() => text ?? "";
}
