using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Alumni.Cooperation;

/// <summary>Alumniyhteistyön muoto: a way to cooperate that an alumnus may tick. An editable list.</summary>
internal sealed class CooperationForm
{
    public required string Code { get; init; }
    public required string Fi { get; set; }
    public required string En { get; set; }
    public int Position { get; set; }
    public bool IsActive { get; set; } = true;
}

/// <summary>A form of cooperation that interests an alumnus.</summary>
internal sealed class Interest
{
    public Guid ContactId { get; init; }
    public required string FormCode { get; init; }

    /// <summary>What the person wrote beside it, such as after "Muu, mikä?".</summary>
    public string? Note { get; set; }
    public DateTimeOffset AddedAt { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<CooperationForm>, IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<CooperationForm> builder)
    {
        builder.HasKey(f => f.Code);
        builder.HasData(
            Form(1, "guest-lecture", "Vierailu/osaamisen jakaminen opintojaksoilla/luennoilla", "Visit / sharing expertise on courses or lectures"),
            Form(2, "study-visit", "Opintokäynnit omalla työpaikalla", "Study visits to my workplace"),
            Form(3, "internship", "Harjoittelupaikan tarjoaminen", "Offering an internship"),
            Form(4, "project-or-thesis-topic", "Projekti- ja/tai opinnäytetyöaiheiden tarjoaminen", "Offering project and/or thesis topics"),
            Form(5, "project-cooperation", "Hankeyhteistyö", "Project cooperation"),
            Form(6, "networking", "Verkostoituminen muiden alumnien kanssa", "Networking with other alumni"),
            Form(7, "further-education", "Jatko- ja täydennyskoulutus", "Further and continuing education"),
            Form(8, "other-competence", "Muu osaamisen kehittäminen", "Other competence development"),
            Form(9, "alumni-event", "Alumnitapahtumat", "Alumni events"),
            Form(10, "mentor", "Mentorointi", "Mentoring"),
            Form(11, "introducer", "Alan työelämään perehdyttäminen", "Introducing the trade"),
            Form(12, "other", "Muu, mikä?", "Other, what?"));
    }

    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.HasKey(i => new { i.ContactId, i.FormCode });
        builder.HasIndex(i => new { i.FormCode, i.ContactId }).HasDatabaseName("ix_interests_form");
    }

    private static CooperationForm Form(int position, string code, string fi, string en) => new() { Code = code, Fi = fi, En = en, Position = position };
}
