namespace Karelia.Crm.Consent.Package;

/// <summary>What the page of the package says.</summary>
internal sealed class PackagePageTexts(bool fi)
{
    private static readonly PackagePageTexts finnish = new(true);
    private static readonly PackagePageTexts english = new(false);

    public static PackagePageTexts In(string language) => language == "en" ? english : finnish;

    public string Language => fi ? "fi" : "en";
    public string Title => Say("Omat tietosi", "Your data");
    public string Lead => Say(
        "Tällä sivulla voit ladata pyytämäsi tiedot. Lähetämme ensin kertakäyttöisen koodin sähköpostiosoitteeseen, joka meillä on sinusta.",
        "On this page you can download the data that you asked for. First we send a one-time code to the e-mail address that we have of you.");
    public string SendCode => Say("Lähetä koodi", "Send the code");
    public string NoAddress => Say(
        "Meillä ei ole sähköpostiosoitettasi. Ota yhteyttä tietosuojavastaavaan: tietosuoja@karelia.fi.", "We have no e-mail address of you. Turn to the data protection officer: tietosuoja@karelia.fi.");
    public string Code => Say("Koodi", "Code");
    public string CodeHint => Say("Kahdeksan merkkiä. Koodi on voimassa 15 minuuttia.", "Eight characters. The code holds for 15 minutes.");
    public string WrongCode => Say("Koodi on väärä tai vanhentunut. Tarkista se tai pyydä uusi.", "The code is wrong or too old. Check it, or ask for a new one.");
    public string ErrorPrefix => Say("Virhe", "Error");
    public string Open => Say("Avaa tiedot", "Open the data");
    public string Again => Say("Lähetä uusi koodi", "Send a new code");
    public string FilesLead => Say("Valitse, missä muodossa lataat tietosi. Sivu on auki 30 minuuttia.", "Choose the form in which you download your data. The page stays open for 30 minutes.");
    public string CodeSubject => Say("Koodi tietojesi lataamiseen", "Code for downloading your data");

    public string Sent(string to) => Say($"Koodi on lähetetty osoitteeseen {to}.", $"The code has been sent to {to}.");

    public string Format(string format) => format switch
    {
        "html" => Say("Verkkosivu luettavaksi (HTML)", "Page to read (HTML)"),
        "pdf" => Say("Asiakirja tulostettavaksi (PDF)", "Document to print (PDF)"),
        "xlsx" => Say("Taulukko (Excel)", "Spreadsheet (Excel)"),
        "zip" => Say("Kaikki yhdessä, myös antamasi tiedostot kuten ansioluettelo (ZIP)", "All in one, with the files that you gave, such as a CV (ZIP)"),
        _ => Say("Koneluettava tiedosto (JSON)", "Machine-readable file (JSON)"),
    };

    public string CodeMail(string code) => Say(
        $"""
        Kertakäyttöinen koodi tietojesi lataamiseen: {code}

        Koodi on voimassa 15 minuuttia. Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään: ilman koodia tietojasi ei saa auki.

        Karelia-ammattikorkeakoulu
        """,
        $"""
        One-time code for downloading your data: {code}

        The code holds for 15 minutes. If you did not ask for it, you need do nothing: without the code nobody opens your data.

        Karelia University of Applied Sciences
        """);

    private string Say(string finnishText, string englishText) => fi ? finnishText : englishText;
}
