using Karelia.Crm.Administration;

namespace Karelia.Crm.ExpertPool;

/// <summary>The lists that experts are described with; edited without a release.</summary>
internal static class ExpertLists
{
    public const string Forms = "expert-forms";
    public const string Fields = "expert-fields";

    /// <summary>Competence tags. Other names of a tag are its synonyms in the search.</summary>
    public const string Competences = "competences";

    /// <summary>Languages to train in, ISO 639-1; the names are the sheets'.</summary>
    public static readonly (string Code, string Fi, string En)[] Languages =
    [
        ("fi", "suomi", "Finnish"), ("en", "englanti", "English"), ("sv", "ruotsi", "Swedish"), ("ru", "venäjä", "Russian"), ("de", "saksa", "German"), ("fr", "ranska", "French"),
        ("es", "espanja", "Spanish"), ("et", "viro", "Estonian"), ("zh", "kiina", "Chinese"), ("ja", "japani", "Japanese"), ("ar", "arabia", "Arabic"), ("uk", "ukraina", "Ukrainian"),
    ];

    private static readonly string[] Editors = [Role.ExpertCoordinator];

    public static IServiceCollection AddExpertLists(this IServiceCollection services) => services
        .AddCodeList(new(Forms, "Osaajien yhteistyömuodot", "Experts' forms of cooperation", Editors,
        [
            new("lectures", "Luennot ja koulutukset", "Lectures and training", "Luennot", "Koulutukset", "Lectures"),
            new("project-tasks", "Asiantuntijatehtävät hankkeissa", "Expert tasks in projects", "Hankkeet"),
            new("thesis-assessment", "Opinnäytetöiden arviointi", "Assessing theses"),
            new("mentoring", "Mentorointi", "Mentoring"),
            new("consulting", "Konsultointi", "Consulting"),
            new("other", "Muu, mikä?", "Other, what?", "Muu", "Other"),
        ]))
        .AddCodeList(new(Fields, "Osaamisalat", "Fields of competence", Editors,
        [
            new("health-and-social", "Sosiaali- ja terveysala", "Health and social services", "Sote"),
            new("technology", "Tekniikka", "Technology"),
            new("business", "Liiketalous", "Business"),
            new("natural-resources", "Luonnonvara-ala", "Natural resources"),
            new("culture", "Kulttuuriala", "Culture"),
            new("tourism", "Matkailuala", "Tourism", "Matkailu"),
            new("ict", "Tieto- ja viestintätekniikka", "Information and communications technology", "ICT"),
            new("education", "Kasvatusala", "Education"),
        ]))
        .AddCodeList(new(Competences, "Osaamiset", "Competences", Editors,
        [
            new("software-testing", "Ohjelmistotestaus", "Software testing", "Testiautomaatio", "Test automation", "Laadunvarmistus", "Quality assurance"),
            new("software-development", "Ohjelmistokehitys", "Software development", "Ohjelmointi", "Koodaus", "Programming"),
            new("artificial-intelligence", "Tekoäly", "Artificial intelligence", "Koneoppiminen", "Machine learning", "AI"),
            new("information-security", "Tietoturva", "Information security", "Kyberturvallisuus", "Cyber security"),
            new("data-analysis", "Data-analytiikka", "Data analytics", "Tiedolla johtaminen", "Business intelligence", "Power BI"),
            new("forestry", "Metsätalous", "Forestry", "Metsänhoito", "Silviculture"),
            new("bioenergy", "Bioenergia", "Bioenergy", "Puuenergia"),
            new("gerontology", "Gerontologia", "Gerontology", "Vanhustyö", "Muistisairaudet", "Elderly care"),
            new("nursing", "Hoitotyö", "Nursing", "Sairaanhoito"),
            new("child-protection", "Lastensuojelu", "Child protection", "Perhetyö"),
            new("service-design", "Palvelumuotoilu", "Service design", "Asiakasymmärrys"),
            new("digital-marketing", "Digitaalinen markkinointi", "Digital marketing", "Hakukoneoptimointi", "SEO", "Some-markkinointi"),
            new("management", "Johtaminen", "Management", "Esihenkilötyö", "Leadership"),
            new("change-management", "Muutosjohtaminen", "Change management"),
            new("finance", "Talousohjaus", "Financial management", "Budjetointi", "Controlling"),
            new("entrepreneurship", "Yrittäjyys", "Entrepreneurship", "Liiketoiminnan kehittäminen"),
            new("project-management", "Projektinhallinta", "Project management", "Projektijohtaminen"),
            new("maintenance", "Kunnossapito", "Maintenance", "Käynnissäpito"),
            new("industrial-internet", "Teollinen internet", "Industrial internet", "IoT", "Esineiden internet"),
            new("procurement", "Julkiset hankinnat", "Public procurement", "Hankintaosaaminen"),
            new("pedagogy", "Pedagogiikka", "Pedagogy", "Opetus", "Teaching"),
            new("tourism-development", "Matkailun kehittäminen", "Tourism development"),
        ]));
}
