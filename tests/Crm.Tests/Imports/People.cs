namespace Karelia.Crm.Tests.Imports;

/// <summary>Made-up lines of the registration form.</summary>
internal static class People
{
    public const string Register =
        "Annan suostumukseni henkilötietojeni käsittelyyn Karelia-ammattikorkeakoulun alumnitoiminnassa ja tietojeni tallentamiseen asiakkuuksienhallintajärjestelmään.";

    public const string Messages = "Minulle saa lähettää alumnikirjeen ja kutsuja tapahtumiin sähköpostitse.";

    private static readonly string[] headings =
    [
        "Vastausaika", "Sukunimi", "Etunimet", "Syntymäaika", "Sähköposti", "Puhelin", "Koulutusohjelma", "Suoritettu tutkinto", "Valmistumisvuosi", "Työpaikka", "Hankeyhteistyö",
        $"Suostumus:{Register}", $"Suostumus:{Messages}",
    ];

    public static byte[] Sheet(params Line[] lines) => Desk.Sheet(headings, [.. lines.Select(line => line.Cells)]);
}

/// <summary>One line; what is not said is usual.</summary>
internal sealed record Line(string Email)
{
    public string Time { get; init; } = "5.1.2026 10.41";
    public string LastName { get; init; } = "Keksitty";
    public string FirstNames { get; init; } = "Aino Maria";
    public string Born { get; init; } = "1.2.1980";
    public string Phone { get; init; } = "0401234567";
    public string Programme { get; init; } = "Liiketalous";
    public string Degree { get; init; } = "Tradenomi (AMK)";
    public string Year { get; init; } = "2005";
    public string Employer { get; init; } = "Esimerkki Oy";
    public string Project { get; init; } = "";
    public string Register { get; init; } = People.Register;
    public string Messages { get; init; } = People.Messages;

    public string?[] Cells => [Time, LastName, FirstNames, Born, Email, Phone, Programme, Degree, Year, Employer, Project, Register, Messages];
}
