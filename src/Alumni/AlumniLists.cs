using Karelia.Crm.Administration;

namespace Karelia.Crm.Alumni;

/// <summary>The code lists of the alumni register, and what they begin with.</summary>
internal static class AlumniLists
{
    public const string Forms = "cooperation-forms";
    public const string Programmes = "programmes";
    public const string Institutions = "institutions";

    private static readonly string[] Editors = [Role.AlumniCoordinator];

    public static IServiceCollection AddAlumniLists(this IServiceCollection services) => services
        .AddCodeList(new(Forms, "Alumniyhteistyön muodot", "Forms of alumni cooperation", Editors,
        [
            new("guest-lecture", "Vierailu/osaamisen jakaminen opintojaksoilla/luennoilla", "Visit / sharing expertise on courses or lectures", "Asiantuntijaluennoitsija"),
            new("study-visit", "Opintokäynnit omalla työpaikalla", "Study visits to my workplace"),
            new("internship", "Harjoittelupaikan tarjoaminen", "Offering an internship"),
            new("project-or-thesis-topic", "Projekti- ja/tai opinnäytetyöaiheiden tarjoaminen", "Offering project and/or thesis topics"),
            new("project-cooperation", "Hankeyhteistyö", "Project cooperation"),
            new("networking", "Verkostoituminen muiden alumnien kanssa", "Networking with other alumni"),
            new("further-education", "Jatko- ja täydennyskoulutus", "Further and continuing education"),
            new("other-competence", "Muu osaamisen kehittäminen", "Other competence development"),
            new("alumni-event", "Alumnitapahtumat", "Alumni events"),
            new("mentor", "Mentorointi", "Mentoring", "Mentori", "Mentorina toimiminen"),
            new("introducer", "Alan työelämään perehdyttäminen", "Introducing the trade", "Perehdyttäjä"),
            new("other", "Muu, mikä?", "Other, what?"),
        ]))
        .AddCodeList(new(Programmes, "Koulutukset", "Degree programmes", Editors,
        [
            Programme("business", "Liiketalous", "Liiketalouden", "Business Economics", "Tradenomi (AMK), liiketalous", "Business Administration"),
            Programme("international-business", "International Business", null, "International Business", "Kansainvälinen liiketoiminta", "Kansainvälisen kaupan koulutusohjelma"),
            Programme("business-leadership", "Johtaminen ja liiketoimintaosaaminen", "Johtamisen ja liiketoimintaosaamisen", "Leadership and Business Competence", "Tradenomi (YAMK), johtaminen ja liiketoimintaosaaminen"),
            Programme("tourism", "Matkailu- ja palveluliiketoiminta", "Matkailu- ja palveluliiketoiminnan", "Tourism and Service Business", "Matkailu", "Matkailun koulutusohjelma", "Hotelli- ja ravintola-alan koulutusohjelma"),
            Programme("computing", "Tietojenkäsittely", "Tietojenkäsittelyn", "Business Information Technology"),
            Programme("ict", "Tieto- ja viestintätekniikka", "Tieto- ja viestintätekniikan", "Information and Communication Technology", "Tietotekniikka", "Tietotekniikan koulutusohjelma"),
            Programme("mechanical-engineering", "Konetekniikka", "Konetekniikan", "Mechanical Engineering", "Kone- ja tuotantotekniikka", "Kone- ja tuotantotekniikan koulutusohjelma"),
            Programme("construction", "Rakennustekniikka", "Rakennustekniikan", "Construction Engineering", "Rakennusalan työnjohdon koulutusohjelma"),
            Programme("energy-and-environment", "Energia- ja ympäristötekniikka", "Energia- ja ympäristötekniikan", "Energy and Environmental Engineering", "Ympäristötekniikka", "Ympäristöteknologian koulutusohjelma"),
            Programme("forestry", "Metsätalous", "Metsätalouden", "Forestry", "Metsätalousinsinööri"),
            Programme("rural-industries", "Maaseutuelinkeinot", "Maaseutuelinkeinojen", "Rural Industries", "Agrologi"),
            Programme("nursing", "Sairaanhoitajakoulutus", null, "Nursing", "Sairaanhoitaja", "Hoitotyö", "Hoitotyön koulutusohjelma", "Hoitotyön koulutus"),
            Programme("public-health-nursing", "Terveydenhoitajakoulutus", null, "Public Health Nursing", "Terveydenhoitaja"),
            Programme("biomedical-laboratory", "Bioanalytiikka", "Bioanalytiikan", "Biomedical Laboratory Science", "Bioanalyytikko"),
            Programme("physiotherapy", "Fysioterapia", "Fysioterapian", "Physiotherapy", "Fysioterapeuttikoulutus"),
            Programme("social-services", "Sosiaaliala", "Sosiaalialan", "Social Services", "Sosionomikoulutus", "Sosionomi"),
            Programme("health-and-social-leadership", "Sosiaali- ja terveysalan kehittäminen ja johtaminen", "Sosiaali- ja terveysalan kehittämisen ja johtamisen", "Development and Management of Health Care and Social Services"),
            Programme("media", "Media-ala", "Media-alan", "Media", "Viestintä", "Viestinnän koulutusohjelma", "Medianomikoulutus"),
            Programme("design", "Muotoilu", "Muotoilun", "Design"),
            Programme("music", "Musiikki", "Musiikin", "Music"),
        ]))
        .AddCodeList(new(Institutions, "Oppilaitoksen nimet", "Names of the institution", Editors,
        [
            new("karelia", "Karelia-ammattikorkeakoulu", "Karelia University of Applied Sciences", "Karelia", "Karelia AMK", "Karelia UAS", "Pohjois-Karjalan ammattikorkeakoulu", "PKAMK",
                "North Karelia University of Applied Sciences", "North Karelia Polytechnic"),
        ]));

    /// <summary>A programme under its names of all times: <c>koulutusohjelma</c> became <c>tutkinto-ohjelma</c>, and people write either.</summary>
    private static FirstCode Programme(string code, string fi, string? genitive, string en, params string[] formerly) => new(code, fi, en,
    [
        .. genitive is null ? [] : (string[])[$"{genitive} koulutusohjelma", $"{genitive} tutkinto-ohjelma", $"{genitive} koulutus", $"{genitive} ko"],
        $"Degree Programme in {en}", .. formerly,
    ]);
}
