using System.Globalization;

namespace Karelia.Crm.Consent;

/// <summary>What one line of a survey tells of a person. Null says nothing; a module's kinds add what they ask.</summary>
public abstract class SurveyAnswer
{
    public DateTimeOffset? RespondedAt { get; set; }
    public string? Language { get; set; }
    public string? LastName { get; set; }
    public string? FirstNames { get; set; }
    public string? CalledName { get; set; }
    public DateOnly? DateOfBirth { get; set; }
    public string? Street { get; set; }
    public string? PostalCode { get; set; }
    public string? Town { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Employer { get; set; }

    /// <summary>Työtehtävä.</summary>
    public string? Task { get; set; }

    /// <summary>Ticked options as fields (<c>form.mentor</c>), with what was typed after them.</summary>
    public SortedDictionary<string, string?> Ticked { get; } = new(StringComparer.Ordinal);

    /// <summary>The words agreed to, by field.</summary>
    public Dictionary<string, string> Agreed { get; } = [];

    public string FullName => $"{LastName} {FirstNames}";

    /// <summary>The purposes that the line consents to, each with its words.</summary>
    public virtual IEnumerable<(string Purpose, string Text)> Consents() => [];

    /// <summary>Codes of the options ticked in a list, by its prefix.</summary>
    public IEnumerable<string> Codes(string prefix) => Ticked.Keys.Where(field => field.StartsWith(prefix, StringComparison.Ordinal)).Select(field => field[prefix.Length..]);

    /// <summary>All that the line says of the person, as one text: two lines with the same one are duplicates, whenever they were sent.</summary>
    public string Fingerprint() => string.Join('\u001f', Values().Where(value => value.Key != SurveyFields.ResponseTime).Select(value => $"{value.Key}={value.Value}"));

    /// <summary>Readable values by field.</summary>
    public Dictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>();
        foreach (var (field, value) in ((string, string?)[])
        [
            (SurveyFields.ResponseTime, RespondedAt?.ToString("O")), (SurveyFields.Language, Language), (SurveyFields.LastName, LastName), (SurveyFields.FirstNames, FirstNames),
            (SurveyFields.CalledName, CalledName), (SurveyFields.DateOfBirth, DateOfBirth?.ToString("O", CultureInfo.InvariantCulture)), (SurveyFields.Street, Street),
            (SurveyFields.PostalCode, PostalCode), (SurveyFields.Town, Town), (SurveyFields.Email, Email), (SurveyFields.Phone, Phone), (SurveyFields.Employer, Employer),
            (SurveyFields.Task, Task), .. Own(), .. Agreed.Select(agreed => (agreed.Key, (string?)agreed.Value)), .. Ticked.Select(ticked => (ticked.Key, (string?)(ticked.Value ?? "1"))),
        ])
        {
            if (value is not null)
                values[field] = value;
        }

        return values;
    }

    /// <summary>What only this kind asks, by field.</summary>
    protected virtual IEnumerable<(string Field, string? Value)> Own() => [];
}

/// <summary>A person as a module's register has it, for comparing with an answer.</summary>
public interface IRegistrant<in TAnswer>
    where TAnswer : SurveyAnswer
{
    /// <summary>By these a line without an address is compared, beside the name; null where the register does not hold them.</summary>
    DateOnly? DateOfBirth => null;
    string? Employer => null;

    /// <summary>Whether writing the answer would change anything here.</summary>
    bool IsNews(TAnswer answer);
}

/// <summary>A module's own tables of the people of a survey, in bulk.</summary>
public interface ISurveyRegister<TAnswer, TKnown>
    where TAnswer : SurveyAnswer
    where TKnown : class, IRegistrant<TAnswer>
{
    /// <summary>Those of the contacts that the register has.</summary>
    Task<Dictionary<Guid, TKnown>> Load(Guid[] contacts, CancellationToken ct);

    /// <summary>Writes the answers; who is not in the register yet joins it. People whom the import made are not journaled.</summary>
    Task Write(IReadOnlyList<(Guid Contact, TAnswer Answer)> answers, IReadOnlyDictionary<Guid, TKnown> known, IReadOnlySet<Guid> made, Kernel.Imports.ImportSheet sheet, Kernel.Imports.ImportJournal journal, CancellationToken ct);

    /// <summary>Takes journaled changes back. Answers how many.</summary>
    Task<int> TakeBack(IReadOnlyList<Kernel.Imports.ImportChange> changes, CancellationToken ct);

    /// <summary>Those of the contacts that somebody edited here after an import made them.</summary>
    Task<List<Guid>> Edited(Guid[] made, CancellationToken ct);

    /// <summary>Takes people out of the register.</summary>
    Task Remove(Guid[] contacts, CancellationToken ct);
}
