using System.Globalization;
using System.Text;

namespace Karelia.Crm.Local.Sample;

/// <summary>One answer to the alumni form, its cells in the order of <see cref="AlumniForm.Headings"/>.</summary>
internal sealed record Answer(string LastName, string FirstNames, string Email, string?[] Cells);

/// <summary>People who do not exist: common names put together at random, the same ones at every start.</summary>
internal static class MadeUpAlumni
{
    private static readonly string[] Given =
    [
        "Aada", "Aino", "Anni", "Eeva", "Elina", "Emilia", "Hanna", "Helmi", "Iida", "Inka", "Jenni", "Kaisa", "Katri", "Laura", "Liisa", "Maija", "Marja", "Minna",
        "Noora", "Oona", "Päivi", "Riikka", "Saana", "Sari", "Siiri", "Tiina", "Tuuli", "Ulla", "Venla", "Åsa", "Aleksi", "Antti", "Arttu", "Eero", "Eetu", "Elias",
        "Hannu", "Heikki", "Iiro", "Ilkka", "Jaakko", "Jari", "Juho", "Kalle", "Lauri", "Markus", "Matti", "Mikko", "Niilo", "Oskari", "Pekka", "Petri", "Sami",
        "Sakari", "Teemu", "Timo", "Tuomas", "Veikko", "Ville", "Väinö",
    ];

    private static readonly string[] Family =
    [
        "Ahonen", "Eskelinen", "Hakkarainen", "Hassinen", "Heikkinen", "Hiltunen", "Hirvonen", "Huttunen", "Hämäläinen", "Ikonen", "Jormanainen", "Karjalainen",
        "Karppinen", "Kettunen", "Kinnunen", "Koivunen", "Kokkonen", "Korhonen", "Kärkkäinen", "Laakkonen", "Lappalainen", "Lindström", "Martikainen", "Miettinen",
        "Mustonen", "Mäkelä", "Mäkinen", "Nevalainen", "Nieminen", "Nousiainen", "Nykänen", "Pakarinen", "Parviainen", "Pesonen", "Pitkänen", "Puhakka", "Räsänen",
        "Saarelainen", "Sallinen", "Savolainen", "Sorsa", "Tanskanen", "Tolvanen", "Turunen", "Vartiainen", "Väisänen", "Wallenius", "Åkerblom", "Äijälä", "Öhman",
    ];

    private static readonly (string Programme, string Degree, string[] Tasks)[] Studies =
    [
        ("Liiketalous", "Tradenomi (AMK)", ["controller", "myyntipäällikkö", "henkilöstöasiantuntija"]),
        ("Sairaanhoitajakoulutus", "Sairaanhoitaja (AMK)", ["sairaanhoitaja", "osastonhoitaja", "palveluesihenkilö"]),
        ("Sosiaaliala", "Sosionomi (AMK)", ["sosiaaliohjaaja", "perhetyöntekijä", "palvelupäällikkö"]),
        ("Metsätalous", "Metsätalousinsinööri (AMK)", ["metsäasiantuntija", "ostoesihenkilö", "suunnittelija"]),
        ("Konetekniikka", "Insinööri (AMK)", ["suunnitteluinsinööri", "tuotantopäällikkö", "projektipäällikkö"]),
        ("Tieto- ja viestintätekniikka", "Insinööri (AMK)", ["ohjelmistokehittäjä", "tietoturva-asiantuntija", "arkkitehti"]),
        ("Energia- ja ympäristötekniikka", "Insinööri (AMK)", ["energia-asiantuntija", "ympäristöpäällikkö", "projekti-insinööri"]),
        ("Fysioterapia", "Fysioterapeutti (AMK)", ["fysioterapeutti", "yrittäjä", "liikuntasuunnittelija"]),
        ("Media-ala", "Medianomi (AMK)", ["viestintäsuunnittelija", "graafikko", "tuottaja"]),
        ("Matkailu- ja palveluliiketoiminta", "Restonomi (AMK)", ["hotellipäällikkö", "tapahtumatuottaja", "yrittäjä"]),
        ("International Business", "Bachelor of Business Administration", ["export manager", "account manager", "analyst"]),
        ("Johtaminen ja liiketoimintaosaaminen", "Tradenomi (YAMK)", ["toimitusjohtaja", "kehityspäällikkö", "talousjohtaja"]),
    ];

    private static readonly (string Code, string Town)[] Towns =
    [
        ("80100", "Joensuu"), ("80130", "Joensuu"), ("80200", "Joensuu"), ("80710", "Lehmo"), ("81200", "Eno"), ("81700", "Lieksa"), ("82500", "Kitee"),
        ("83500", "Outokumpu"), ("75500", "Nurmes"), ("70100", "Kuopio"), ("00100", "Helsinki"), ("33100", "Tampere"), ("90100", "Oulu"),
    ];

    private static readonly string[] Streets = ["Torikatu", "Länsikatu", "Niskakatu", "Suvantokatu", "Rantakatu", "Kauppakatu", "Koskikatu", "Mallikuja", "Esimerkkitie"];

    private static readonly string[] Employers =
    [
        "Esimerkki Oy", "Mallikaupunki", "Sahalaitos Esimerkki Ab", "Kone-Esimerkki Oyj", "Metsäpalvelu Malli Ky", "Hyvinvointialue Malli", "Keksitty Ohjelmistot Oy",
        "Matkailu Malli Oy", "Tilitoimisto Esimerkki", "Osuuskunta Keksintö", "Energia-Malli Oy", "Mediatalo Esimerkki Oy",
    ];

    public static IEnumerable<Answer> Make(int seed, int count)
    {
        // A fixed seed on purpose: every start makes the same people.
#pragma warning disable CA5394
        var random = new Random(seed);
        var at = new DateTime(2026, 1, 12, 8, 0, 0, DateTimeKind.Unspecified);
        for (var i = 1; i <= count; i++)
        {
            var (last, first, second) = (Pick(Family), Pick(Given), Pick(Given));
            var (programme, degree, tasks) = Pick(Studies);
            var (code, town) = Pick(Towns);
            var (graduated, years) = (random.Next(1996, 2027), random.Next(3, 6));
            var email = $"{Plain(first)}.{Plain(last)}{seed}{i}@example.com";
            at = at.AddMinutes(random.Next(5, 240));
            var forms = AlumniForm.Forms.Select(form => random.Next(100) < 22 ? form : null).ToArray();
            yield return new(last, $"{first} {second}", email,
            [
                at.ToString("d.M.yyyy H.mm", CultureInfo.InvariantCulture), last, Sometimes(12, Pick(Family)), $"{first} {second}", first,
                $"{random.Next(1, 29)}.{random.Next(1, 13)}.{graduated - random.Next(22, 45)}", $"{Pick(Streets)} {random.Next(1, 90)} {(char)('A' + random.Next(4))} {random.Next(1, 60)}",
                code, town, email, Sometimes(88, $"0{random.Next(40, 51)}{random.Next(1000000, 9999999)}"), programme, $"{graduated - years}", degree, $"{graduated}",
                Sometimes(85, Pick(Employers)), Sometimes(85, Pick(tasks)), .. forms, forms[^1] is null ? null : "Voin kertoa opiskelijoille alan arjesta",
                AlumniForm.RegisterConsent, Sometimes(80, AlumniForm.MailConsent),
            ]);
        }

        T Pick<T>(T[] from) => from[random.Next(from.Length)];

        string? Sometimes(int percent, string value) => random.Next(100) < percent ? value : null;
#pragma warning restore CA5394
    }

    private static string Plain(string name) => string.Concat(
        name.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
