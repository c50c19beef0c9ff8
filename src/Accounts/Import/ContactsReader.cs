using Karelia.Crm.Accounts.Accounts;
using Karelia.Crm.Kernel.Imports;
using Karelia.Crm.Spreadsheets;

namespace Karelia.Crm.Accounts.Import;

/// <summary>Reads the cells of sheets of people and organisations.</summary>
internal sealed class ContactsReader
{
    private readonly ImportSheet sheet;
    private readonly bool isAboutAccounts;
    private readonly List<(int Column, Action<SheetCell, ContactsAnswer> Read)> columns = [];

    public ContactsReader(ImportSheet sheet)
    {
        (this.sheet, isAboutAccounts) = (sheet, ContactsFields.IsAboutAccounts(sheet.Form));
        foreach (var column in sheet.Columns)
        {
            if (column.Field is { } field && ReaderOf(field) is { } read)
                columns.Add((column.Column.Index, read));
        }
    }

    public void Read(ImportLine line)
    {
        var answer = new ContactsAnswer();
        SheetCell.Read(sheet, line, answer, columns);
        line.Reading = answer;
        line.Values = answer.Values;
        if (isAboutAccounts)
            JudgeAccount(line, answer);
        else
            JudgePerson(line, answer);
    }

    private void JudgeAccount(ImportLine line, ContactsAnswer answer)
    {
        if (answer.Organisation is null)
            line.Reasons.Add(new(Heading(ContactsFields.Organisation), "name-missing", "The line has no name."));
        line.Identity = answer.BusinessId ?? (answer.Organisation is null ? null : $"organisation|{CellText.Key(answer.Organisation)}");
        line.Fingerprint = answer.Fingerprint();
    }

    private void JudgePerson(ImportLine line, ContactsAnswer answer)
    {
        if (answer is { LastName: null, FirstNames: null, FullName: { } whole })
            Split(line, answer, whole);
        if (answer.LastName is null && answer.FirstNames is null)
            line.Reasons.Add(new(Heading(ContactsFields.LastName) ?? Heading(ContactsFields.FullName), "name-missing", "The line has no name."));
        else if (answer.LastName is null || answer.FirstNames is null)
            line.Reasons.Add(new(Heading(answer.LastName is null ? ContactsFields.LastName : ContactsFields.FirstNames), "name-incomplete", "The last name or the first names are missing."));
        if (answer.JobTitle is not null && !answer.NamesOrganisation)
            line.Notes.Add(new(Heading(ContactsFields.JobTitle), "title-without-organisation", "The line names no organisation; the title is left out."));
        var likeness = answer.Organisation is null ? null : $"{answer.SortName}|{CellText.Key(answer.Organisation)}";
        line.Identity = answer.Email ?? (answer.SourceId is null ? likeness : $"source|{answer.SourceId}");
        line.Fingerprint = answer.Email is null && answer.SourceId is null ? null : answer.Fingerprint();
        line.Likeness = answer.Email is null && answer.SourceId is null ? $"{sheet.Form}|{answer.Fingerprint()}" : null;
    }

    // "Last, First", or the last word is the last name, with von and de before it.
    private void Split(ImportLine line, ContactsAnswer answer, string whole)
    {
        var comma = whole.IndexOf(',', StringComparison.Ordinal);
        var words = whole.Split(' ');
        var last = words.Length - 1;
        while (last > 1 && words[last - 1].Length <= 3 && char.IsLower(words[last - 1][0]))
            last--;
        (answer.LastName, answer.FirstNames) = comma > 0
            ? (whole[..comma].Trim(), whole[(comma + 1)..].Trim())
            : (string.Join(' ', words[last..]), string.Join(' ', words[..last]));
        if (answer.FirstNames.Length == 0)
            answer.FirstNames = null;
        else
            line.Notes.Add(new(Heading(ContactsFields.FullName), "name-split", $"Read as last name {answer.LastName}, first names {answer.FirstNames}."));
    }

    private Action<SheetCell, ContactsAnswer>? ReaderOf(string field) => field switch
    {
        ContactsFields.SourceId => (cell, answer) => answer.SourceId = cell.Cut(100),
        ContactsFields.FullName when !isAboutAccounts => (cell, answer) => answer.FullName = cell.FromCapitals(200),
        ContactsFields.LastName when !isAboutAccounts => (cell, answer) => answer.LastName = cell.FromCapitals(100),
        ContactsFields.FirstNames when !isAboutAccounts => (cell, answer) => answer.FirstNames = cell.FromCapitals(100),
        ContactsFields.CalledName when !isAboutAccounts => (cell, answer) => answer.CalledName = cell.FromCapitals(100),
        ContactsFields.Email when !isAboutAccounts => (cell, answer) => answer.Email = cell.Email(),
        ContactsFields.Phone => (cell, answer) => answer.Phone = cell.Phone(),
        ContactsFields.Mobile when !isAboutAccounts => (cell, answer) => answer.Mobile = cell.Phone(),
        ContactsFields.Organisation => (cell, answer) => answer.Organisation = cell.Cut(200),
        ContactsFields.BusinessId => ReadBusinessId,
        ContactsFields.JobTitle when !isAboutAccounts => (cell, answer) => answer.JobTitle = cell.Cut(200),
        ContactsFields.RoleThere when !isAboutAccounts => (cell, answer) => answer.RoleThere = cell.Cut(200),
        ContactsFields.Role when !isAboutAccounts => (cell, answer) => ReadCodes(cell, answer.Roles, ContactsCodes.Roles),
        ContactsFields.Basis when !isAboutAccounts => (cell, answer) => answer.Basis = Code(cell, cell.Text, ContactsCodes.Bases),
        ContactsFields.Language when !isAboutAccounts => (cell, answer) => answer.Language = cell.Language(),
        ContactsFields.Street => (cell, answer) => answer.Street = cell.FromCapitals(200),
        ContactsFields.PostalCode => (cell, answer) => answer.PostalCode = cell.PostalCode(),
        ContactsFields.Town => (cell, answer) => answer.Town = cell.FromCapitals(100),
        ContactsFields.Country => ReadCountry,
        ContactsFields.State => (cell, answer) => answer.IsInactive = Code(cell, cell.Text, ContactsCodes.States) is { } state ? state == "inactive" : null,
        ContactsFields.Kind when isAboutAccounts => (cell, answer) => answer.Kind = Code(cell, cell.Text, ContactsCodes.Kinds),
        ContactsFields.Relationships when isAboutAccounts => (cell, answer) => ReadCodes(cell, answer.Relationships, ContactsCodes.Relationships),
        ContactsFields.CustomerKinds when isAboutAccounts => (cell, answer) => ReadCodes(cell, answer.CustomerKinds, ContactsCodes.CustomerKinds),
        ContactsFields.Industry when isAboutAccounts => ReadIndustry,
        ContactsFields.Municipality when isAboutAccounts => (cell, answer) => answer.Municipality = cell.FromCapitals(100),
        ContactsFields.Website when isAboutAccounts => ReadWebsite,
        ContactsFields.SizeClass when isAboutAccounts => (cell, answer) => answer.SizeClass = Code(cell, cell.Text, ContactsCodes.SizeClasses),
        _ => null,
    };

    private static void ReadBusinessId(SheetCell cell, ContactsAnswer answer)
    {
        var id = AccountCodes.BusinessId(cell.Text);
        if (AccountCodes.IsBusinessId(id))
            answer.BusinessId = id;
        else
            cell.Fault("code-unknown", "This is not a Finnish business id: seven digits, a hyphen and the right check digit.");
    }

    private static void ReadCountry(SheetCell cell, ContactsAnswer answer)
    {
        answer.Country = cell.Text.Length == 2 && cell.Text.All(char.IsAsciiLetter) ? cell.Text.ToUpperInvariant() : ContactsCodes.Countries.GetValueOrDefault(CellText.Key(cell.Text));
        if (answer.Country is null)
            cell.Note("country-unreadable", "The country is no ISO 3166-1 code and none of the names that are known; it is taken as empty.");
    }

    private static void ReadIndustry(SheetCell cell, ContactsAnswer answer)
    {
        var code = string.Concat(cell.Text.Where(char.IsAsciiDigit));
        if (cell.Text.TakeWhile(char.IsAsciiDigit).Count() is >= 2 and <= 5 and var length && code.Length >= length)
            answer.Industry = code[..length];
        else
            cell.Note("industry-unreadable", "The industry is no TOL 2008 code; it is taken as empty.");
    }

    private static void ReadWebsite(SheetCell cell, ContactsAnswer answer)
    {
        var address = cell.Text.Contains("://", StringComparison.Ordinal) ? cell.Text : $"https://{cell.Text}";
        if (address.Length <= 300 && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            answer.Website = address;
        else
            cell.Note("website-unreadable", "The web address cannot be read; it is taken as empty.");
    }

    private static void ReadCodes(SheetCell cell, List<string> codes, Dictionary<string, string> names)
    {
        foreach (var text in cell.Text.Split([',', ';', '/', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Code(cell, text, names) is { } code && !codes.Contains(code))
                codes.Add(code);
        }
    }

    private static string? Code(SheetCell cell, string text, Dictionary<string, string> names)
    {
        if (names.GetValueOrDefault(CellText.Key(text)) is not { } code)
            cell.Fault("code-unknown", "The option is in no list.");
        else if (code != ContactsCodes.ByConsent)
            return code;
        else
            cell.Fault("code-unknown", "The role rests on the person's consent, which this import does not record.");
        return null;
    }

    private string? Heading(string field) => sheet.Columns.FirstOrDefault(column => column.Field == field)?.Column.Heading;
}
