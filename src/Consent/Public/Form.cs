using FluentValidation.Results;

namespace Karelia.Crm.Consent.Public;

/// <summary>A form as it was sent, or empty: its fields keep what was written, and each says what is wrong with it.</summary>
internal sealed class Form(Texts t, IFormCollection? posted = null, IEnumerable<ValidationFailure>? faults = null)
{
    public const long LargestBody = 64 * 1024;

    private readonly List<(string Field, string Text)> faults =
        [.. (faults ?? []).Select(fault => (Field: char.ToLowerInvariant(fault.PropertyName[0]) + fault.PropertyName[1..], Text: t.Fault(fault.ErrorCode))).DistinctBy(fault => fault.Field)];

    public bool HasFaults => faults.Count > 0;

    /// <summary>What was written, without what surrounds it; null when nothing was.</summary>
    public string? this[string name] => posted?[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Reads what a browser sent; anything else is refused, and so is what is too much.</summary>
    public static async Task<IFormCollection> Read(HttpRequest request)
    {
        if (!request.HasFormContentType)
            throw new Refusal("media-type", StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength is > LargestBody)
            throw new Refusal("too-large", StatusCodes.Status413PayloadTooLarge);
        try
        {
            return await request.ReadFormAsync(new Microsoft.AspNetCore.Http.Features.FormOptions { ValueCountLimit = 100, ValueLengthLimit = (int)LargestBody, BufferBodyLengthLimit = LargestBody }, request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw new Refusal("malformed", StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Above the form: what is wrong, each a way to its field. It has the focus when the page opens.</summary>
    public Html Summary() => !HasFaults ? Html.Nothing : Html.Of($"""
        <div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary">
        <h2 id="summary">{t.Summary}</h2>
        <ul>{Html.Join(faults.Select(fault => Html.Of($"<li><a href=\"#{fault.Field}\">{Label(fault.Field)}: {fault.Text}</a></li>")))}</ul>
        </div>
        """);

    public Html Input(string name, string type, string autocomplete, bool required = false, int longest = 100) => Field(name, required, Html.Of(
        $"<input id=\"{name}\" name=\"{name}\" type=\"{type}\" value=\"{this[name]}\" maxlength=\"{longest}\" autocomplete=\"{autocomplete}\"{Marks(name, required)}>"));

    public Html Area(string name, bool required = false) => Field(name, required, Html.Of(
        $"<textarea id=\"{name}\" name=\"{name}\" rows=\"5\" maxlength=\"2000\"{Marks(name, required)}>\n{this[name]}</textarea>"));

    /// <summary>One of several; the first has the group's id, so that the summary leads to it.</summary>
    public Html Choice(string name, string legend, params (string Value, string Text, string Hint)[] choices) => Html.Of($"""
        <fieldset{(Fault(name) is null ? Html.Nothing : Html.Of($" aria-describedby=\"{name}-fault\""))}>
        <legend>{legend}</legend>
        {FaultLine(name)}
        {Html.Join(choices.Select((choice, i) => Html.Of($"""
            <div class="choice">
            <input type="radio" id="{(i == 0 ? name : $"{name}-{choice.Value}")}" name="{name}" value="{choice.Value}" required aria-describedby="{name}-{choice.Value}-hint"{(this[name] == choice.Value ? Html.Of($" checked") : Html.Nothing)}>
            <label for="{(i == 0 ? name : $"{name}-{choice.Value}")}">{choice.Text}</label>
            <p class="hint" id="{name}-{choice.Value}-hint">{choice.Hint}</p>
            </div>
            """)))}
        </fieldset>
        """);

    /// <summary>The page's title: it says first that something is wrong.</summary>
    public string Titled(string title) => HasFaults ? $"{t.ErrorPrefix}: {title}" : title;

    private Html Field(string name, bool required, Html control) => Html.Of($"""
        <div class="field">
        <label for="{name}">{Label(name)}{(required ? Html.Nothing : Html.Of($" <span class=\"optional\">({t.Optional})</span>"))}</label>
        {(Hint(name) is { } hint ? Html.Of($"<p class=\"hint\" id=\"{name}-hint\">{hint}</p>") : Html.Nothing)}
        {FaultLine(name)}
        {control}
        </div>
        """);

    private Html Marks(string name, bool required)
    {
        var described = string.Join(' ', new[] { Hint(name) is null ? null : $"{name}-hint", Fault(name) is null ? null : $"{name}-fault" }.Where(id => id is not null));
        return (required ? Html.Of($" required") : Html.Nothing)
            + (described.Length == 0 ? Html.Nothing : Html.Of($" aria-describedby=\"{described}\""))
            + (Fault(name) is null ? Html.Nothing : Html.Of($" aria-invalid=\"true\""));
    }

    private Html FaultLine(string name) => Fault(name) is { } fault ? Html.Of($"<p class=\"fault\" id=\"{name}-fault\">{t.ErrorPrefix}: {fault}</p>") : Html.Nothing;

    private string? Fault(string name) => faults.Where(fault => fault.Field == name).Select(fault => fault.Text).FirstOrDefault();

    private string? Hint(string name) => name switch { "email" => t.EmailHint, "message" => t.MessageHint, _ => null };

    private string Label(string name) => name switch
    {
        "scope" => t.What,
        "firstName" => t.FirstName,
        "lastName" => t.LastName,
        "formerLastName" => t.FormerLastName,
        "email" => t.Email,
        "graduationYear" => t.GraduationYear,
        _ => t.Message,
    };
}
