using System.Security.Cryptography;
using System.Text;

namespace Karelia.Crm.Local;

/// <summary>Somebody who can sign in to the development stack. Nobody here exists.</summary>
internal sealed record Person(string Key, string Title, string EnglishTitle, string Name, params string[] Roles)
{
    public string Address => $"{Key}@karelia.example";
}

/// <summary>The made-up staff, one for each role and some between, and one script client for each role.</summary>
internal static class Staff
{
    public static readonly Person[] People =
    [
        new("aino.esimerkki", "Alumnivastaava", "Alumni coordinator", "Aino Esimerkki", "Crm.AlumniCoordinator"),
        new("viivi.malli", "Viestintä", "Communications", "Viivi Malli", "Crm.Communications"),
        new("alma.keksitty", "Alumnivastaava ja viestintä", "Alumni coordinator and communications", "Alma Keksitty",
            "Crm.AlumniCoordinator", "Crm.Communications"),
        new("leo.lukija", "Lukija", "Reader", "Leo Lukija", "Crm.Reader"),
        new("aatu.asiakas", "Asiakkuusvastaava", "Customer manager", "Aatu Asiakas", "Crm.CustomerManager"),
        new("kaisu.kumppani", "Kumppanuusvastaava", "Partnership manager", "Kaisu Kumppani", "Crm.PartnershipManager"),
        new("outi.osaaja", "Osaajapoolivastaava", "Expert coordinator", "Outi Osaaja", "Crm.ExpertCoordinator"),
        new("manu.myynti", "Myynti", "Sales", "Manu Myynti", "Crm.Sales"),
        new("tuire.tietosuoja", "Tietosuojavastaava", "Data protection officer", "Tuire Tietosuoja", "Crm.DataProtectionOfficer"),
        new("pauli.paakayttaja", "Pääkäyttäjä", "Administrator", "Pauli Pääkäyttäjä", "Crm.Admin"),
        new("nelli.nimeton", "Ei roolia", "No role", "Nelli Nimetön"),
    ];

    /// <summary>Client id to app role: the role in lower case, the dot as a hyphen.</summary>
    public static readonly IReadOnlyDictionary<string, string> Clients = People
        .Where(person => person.Roles.Length == 1)
        .Select(person => person.Roles[0])
        .Concat(["Integration.Read", "Integration.Write"])
        .ToDictionary(role => role.Replace('.', '-').ToLowerInvariant());

    /// <summary>The same object id for the same name, at every start.</summary>
    public static Guid ObjectId(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("karelia-crm " + name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
