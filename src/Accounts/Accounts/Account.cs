using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Accounts.Accounts;

/// <summary>Organisaatio: a company, public body, association or school that the university works with.</summary>
internal sealed class Account : Record
{
    public required string Name { get; set; }

    /// <summary>Y-tunnus, as 1234567-1; none for foreign and unregistered organisations.</summary>
    public string? BusinessId { get; set; }

    /// <summary>One of <see cref="AccountCodes.Kinds"/>.</summary>
    public string Kind { get; set; } = "company";

    /// <summary>What it is to us: of <see cref="AccountCodes.Relationships"/>.</summary>
    public string[] Relationships { get; set; } = [];

    /// <summary>What it is a customer of: of <see cref="AccountCodes.CustomerKinds"/>.</summary>
    public string[] CustomerKinds { get; set; } = [];

    /// <summary>TOL 2008 class, such as 62010.</summary>
    public string? Industry { get; set; }
    public string? Municipality { get; set; }
    public string? Website { get; set; }

    /// <summary>E.164 where it can be read as one.</summary>
    public string? Phone { get; set; }

    /// <summary>One of <see cref="AccountCodes.SizeClasses"/> (2003/361/EC).</summary>
    public string? SizeClass { get; set; }

    /// <summary>The organisation that this one belongs to.</summary>
    public Guid? ParentId { get; set; }

    public List<AccountAddress> Addresses { get; init; } = [];
    public List<EInvoiceAddress> EInvoiceAddresses { get; init; } = [];

    /// <summary>The whole set, one of a kind.</summary>
    public void ReplaceAddresses(IReadOnlyList<AccountAddressLine> lines)
    {
        Addresses.RemoveAll(address => lines.All(line => line.Kind != address.Kind));
        foreach (var line in lines)
        {
            var address = Addresses.Find(known => known.Kind == line.Kind);
            if (address is null)
                Addresses.Add(address = new() { AccountId = Id, Kind = line.Kind });
            (address.Street, address.PostalCode, address.Town, address.Country) = (line.Street?.Trim(), line.PostalCode?.Trim(), line.Town?.Trim(), line.Country);
        }
    }

    /// <summary>The whole set; the first is the primary when none says so.</summary>
    public void ReplaceEInvoiceAddresses(IReadOnlyList<EInvoiceLine> lines)
    {
        var wanted = lines.DistinctBy(line => line.Identifier.Trim().ToUpperInvariant()).ToDictionary(line => line.Identifier.Trim().ToUpperInvariant());
        EInvoiceAddresses.RemoveAll(known => !wanted.ContainsKey(known.Address));
        foreach (var (address, line) in wanted)
        {
            var known = EInvoiceAddresses.Find(known => known.Address == address);
            if (known is null)
                EInvoiceAddresses.Add(known = new() { AccountId = Id, Address = address });
            (known.Operator, known.IsPrimary) = (line.Operator.Trim(), line.IsPrimary);
        }

        if (EInvoiceAddresses.Count > 0 && !EInvoiceAddresses.Any(known => known.IsPrimary))
            EInvoiceAddresses.First(known => known.Address == wanted.Keys.First()).IsPrimary = true;
    }
}

/// <summary>An address of an organisation.</summary>
internal sealed class AccountAddress
{
    public Guid AccountId { get; init; }

    /// <summary>postal, visiting or billing.</summary>
    public required string Kind { get; init; }
    public string? Street { get; set; }
    public string? PostalCode { get; set; }
    public string? Town { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; set; }
}

/// <summary>Verkkolaskuosoite: where an organisation takes electronic invoices.</summary>
internal sealed class EInvoiceAddress
{
    public Guid AccountId { get; init; }

    /// <summary>OVT code or IBAN, capitals.</summary>
    public required string Address { get; init; }

    /// <summary>Code of the operator (välittäjä), such as 003721291126 or a BIC.</summary>
    public string Operator { get; set; } = "";
    public bool IsPrimary { get; set; }
}

file sealed class Mapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<AccountAddress>, IEntityTypeConfiguration<EInvoiceAddress>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property<string>("SortName").HasComputedColumnSql("name", stored: true).UseCollation("fi-x-icu");
        builder.Property<string>("SearchText").HasComputedColumnSql("accounts.fold(name || ' ' || coalesce(business_id, ''))", stored: true);
        builder.HasIndex("SortName", "Id").HasDatabaseName("ix_accounts_sort_name");
        builder.HasIndex("SearchText").HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_accounts_search_text");
        builder.HasIndex(a => new { a.UpdatedAt, a.Id }).HasDatabaseName("ix_accounts_updated_at");
        builder.HasIndex(a => a.BusinessId).IsUnique().HasFilter("merged_into_id is null").HasDatabaseName("ux_accounts_business_id");
        builder.HasIndex(a => a.SourceId).HasFilter("source_id is not null").HasDatabaseName("ix_accounts_source");
        builder.HasIndex(a => a.OwnerId).HasFilter("owner_id is not null").HasDatabaseName("ix_accounts_owner");
        builder.HasIndex(a => a.MergedIntoId).HasFilter("merged_into_id is not null").HasDatabaseName("ix_accounts_merged");
        // Each filter of the list finds what is rare; what is common fills a page in the list's own order soon.
        builder.HasIndex(a => a.Kind).HasDatabaseName("ix_accounts_kind");
        builder.HasIndex(a => a.Status).HasFilter("status is not null").HasDatabaseName("ix_accounts_status");
        builder.HasIndex(a => a.SizeClass).HasFilter("size_class is not null").HasDatabaseName("ix_accounts_size_class");
        builder.HasIndex(a => a.Industry).HasOperators("text_pattern_ops").HasFilter("industry is not null").HasDatabaseName("ix_accounts_industry");
        builder.HasIndex(a => a.Municipality).HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_accounts_municipality_part");
        builder.HasIndex(a => a.Relationships).HasMethod("gin").HasDatabaseName("ix_accounts_relationships");
        builder.HasIndex(a => a.CustomerKinds).HasMethod("gin").HasDatabaseName("ix_accounts_customer_kinds");
        builder.HasIndex(a => a.Id).HasFilter("is_passive").HasDatabaseName("ix_accounts_passive");
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.ParentId);
        builder.HasMany(a => a.Addresses).WithOne().HasForeignKey(a => a.AccountId);
        builder.HasMany(a => a.EInvoiceAddresses).WithOne().HasForeignKey(a => a.AccountId);
    }

    public void Configure(EntityTypeBuilder<AccountAddress> builder) => builder.ToTable("account_addresses").HasKey(a => new { a.AccountId, a.Kind });

    public void Configure(EntityTypeBuilder<EInvoiceAddress> builder)
    {
        builder.ToTable("account_einvoice_addresses");
        builder.HasKey(a => new { a.AccountId, a.Address });
    }
}
