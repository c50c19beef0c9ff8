using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.Contacts;

/// <summary>A person: one record, whatever the roles in the cooperation.</summary>
internal sealed class Contact : Record
{
    public required string LastName { get; set; }
    public required string FirstNames { get; set; }

    /// <summary>Kutsumanimi: the first name in daily use.</summary>
    public string? CalledName { get; set; }

    /// <summary>fi, sv or en: the language we write in.</summary>
    public string Language { get; set; } = "fi";
    public string? Street { get; set; }
    public string? PostalCode { get; set; }
    public string? Town { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; set; }

    /// <summary>GDPR art. 18: hidden from all but the data protection officer.</summary>
    public DateTimeOffset? RestrictedAt { get; private set; }

    /// <summary>The person's data is gone; the id stays so that old links say so.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>When somebody last said that all of it still holds.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public List<ContactEmail> Emails { get; init; } = [];
    public List<ContactPhone> Phones { get; init; } = [];
    public List<ContactRole> Roles { get; init; } = [];

    public void Restrict(DateTimeOffset at) => RestrictedAt ??= at;

    public void Release() => RestrictedAt = null;

    public void Confirm(DateTimeOffset now)
    {
        RefuseIfPassive();
        ConfirmedAt = now;
        Touch(now);
    }

    public void Move(AddressLines? address) =>
        (Street, PostalCode, Town, Country) = (address?.Street?.Trim(), address?.PostalCode?.Trim(), address?.Town?.Trim(), address?.Country);

    /// <summary>The whole set; the first is the primary when none says so.</summary>
    public void ReplaceEmails(IReadOnlyList<EmailLine> lines)
    {
        var wanted = lines.DistinctBy(line => line.Address.Trim().ToLowerInvariant()).ToDictionary(line => line.Address.Trim().ToLowerInvariant());
        Emails.RemoveAll(email => !wanted.ContainsKey(email.Address));
        foreach (var (address, line) in wanted)
        {
            var email = Emails.Find(known => known.Address == address);
            if (email is null)
                Emails.Add(email = new() { ContactId = Id, Address = address, Kind = line.Kind });
            (email.Kind, email.IsPrimary) = (line.Kind, line.IsPrimary);
        }

        if (Emails.Count > 0 && !Emails.Any(email => email.IsPrimary))
            Emails.First(email => email.Address == wanted.Keys.First()).IsPrimary = true;
    }

    /// <summary>The whole set; the first is the primary when none says so.</summary>
    public void ReplacePhones(IReadOnlyList<PhoneLine> lines)
    {
        var wanted = lines.DistinctBy(line => PhoneNumber.Normalize(line.Number)).ToDictionary(line => PhoneNumber.Normalize(line.Number));
        Phones.RemoveAll(phone => !wanted.ContainsKey(phone.Number));
        foreach (var (number, line) in wanted)
        {
            var phone = Phones.Find(known => known.Number == number);
            if (phone is null)
                Phones.Add(phone = new() { ContactId = Id, Number = number, Kind = line.Kind });
            (phone.Kind, phone.IsPrimary) = (line.Kind, line.IsPrimary);
        }

        if (Phones.Count > 0 && !Phones.Any(phone => phone.IsPrimary))
            Phones.First(phone => phone.Number == wanted.Keys.First()).IsPrimary = true;
    }
}

/// <summary>An e-mail address of a person, lower case.</summary>
internal sealed class ContactEmail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public required string Address { get; set; }

    /// <summary>personal or work.</summary>
    public required string Kind { get; set; }
    public bool IsPrimary { get; set; }
    public DateTimeOffset? UndeliverableSince { get; set; }
}

/// <summary>A phone number of a person, E.164 where it can be read as one.</summary>
internal sealed class ContactPhone
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }
    public required string Number { get; set; }
    public required string Kind { get; set; }
    public bool IsPrimary { get; set; }
}

/// <summary>A role in the cooperation, with what it rests on.</summary>
internal sealed class ContactRole
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContactId { get; init; }

    /// <summary>One of <see cref="Karelia.Crm.Accounts.ContactRoles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>GDPR art. 6: consent, contract, legitimate-interest, legal-obligation, public-task.</summary>
    public required string Basis { get; init; }

    /// <summary>Where the role comes from: a file's name, a registration, a member of staff.</summary>
    public required string Source { get; init; }
    public DateOnly StartedOn { get; init; }
    public DateOnly? EndedOn { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<ContactEmail>, IEntityTypeConfiguration<ContactPhone>, IEntityTypeConfiguration<ContactRole>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property<string>("SortName").HasComputedColumnSql("last_name || ' ' || first_names", stored: true).UseCollation("fi-x-icu");
        builder.Property<string>("SearchText").HasComputedColumnSql("accounts.fold(last_name || ' ' || first_names || ' ' || coalesce(called_name, '') || ' ' || last_name)", stored: true);
        builder.HasIndex("SortName", "Id").HasDatabaseName("ix_contacts_sort_name");
        builder.HasIndex("IsPassive", "SortName", "Id").HasDatabaseName("ix_contacts_active_sort_name");
        builder.HasIndex("SearchText").HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_contacts_search_text");
        builder.HasIndex(c => new { c.UpdatedAt, c.Id }).HasDatabaseName("ix_contacts_updated_at");
        builder.HasIndex(c => c.Id).HasFilter("is_passive").HasDatabaseName("ix_contacts_passive");
        // For counting: the one by few different values, which is small, the other where people are joined with what else is known of them.
        builder.HasIndex(c => new { c.Language, c.IsPassive, c.RestrictedAt }).HasFilter("merged_into_id is null and erased_at is null").HasDatabaseName("ix_contacts_present");
        builder.HasIndex(c => c.Id, "ix_contacts_listed").HasFilter("merged_into_id is null and erased_at is null and restricted_at is null").HasDatabaseName("ix_contacts_listed");
        builder.HasIndex(c => c.RestrictedAt).HasFilter("restricted_at is not null").HasDatabaseName("ix_contacts_restricted");
        builder.HasIndex(c => c.ErasedAt).HasFilter("erased_at is not null").HasDatabaseName("ix_contacts_erased");
        builder.HasIndex(c => c.SourceId).HasFilter("source_id is not null").HasDatabaseName("ix_contacts_source");
        builder.HasIndex(c => c.OwnerId).HasFilter("owner_id is not null").HasDatabaseName("ix_contacts_owner");
        builder.HasIndex(c => c.MergedIntoId).HasFilter("merged_into_id is not null").HasDatabaseName("ix_contacts_merged");
        builder.HasIndex(c => c.Status).HasFilter("status is not null").HasDatabaseName("ix_contacts_status");
        builder.HasMany(c => c.Emails).WithOne().HasForeignKey(e => e.ContactId);
        builder.HasMany(c => c.Phones).WithOne().HasForeignKey(e => e.ContactId);
        builder.HasMany(c => c.Roles).WithOne().HasForeignKey(e => e.ContactId);
    }

    public void Configure(EntityTypeBuilder<ContactEmail> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        // Compared byte by byte: they are codes, not words of a language, and the database's Finnish collation costs ten times as much.
        builder.Property(e => e.Address).UseCollation("C");
        // Parts are looked up folded: ix_contact_emails_address_part, made in the migration.
        builder.HasIndex(e => e.Address).HasDatabaseName("ix_contact_emails_address");
        // One primary a person: the constraint ex_contact_emails_primary, deferred so that the primary can move within a transaction.
        builder.HasIndex(e => new { e.ContactId, e.Address }).IsUnique().HasDatabaseName("ux_contact_emails_contact_address");
    }

    public void Configure(EntityTypeBuilder<ContactPhone> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Number).UseCollation("C");
        builder.HasIndex(p => p.Number).HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_contact_phones_number_part");
        builder.HasIndex(p => new { p.ContactId, p.Number }).IsUnique().HasDatabaseName("ux_contact_phones_contact_number");
    }

    public void Configure(EntityTypeBuilder<ContactRole> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.ContactId, r.Role }).IsUnique().HasFilter("ended_on is null").HasDatabaseName("ux_contact_roles_current");
        // With those that ended, as a person's page shows them.
        builder.HasIndex(r => r.ContactId).HasDatabaseName("ix_contact_roles_contact");
        builder.HasIndex(r => new { r.Role, r.ContactId }).HasFilter("ended_on is null").HasDatabaseName("ix_contact_roles_role");
    }
}
