using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Disclosures;
using Karelia.Crm.Consent.Erasure;
using Karelia.Crm.Consent.Ledger;
using Karelia.Crm.Consent.Links;
using Karelia.Crm.Consent.MailingLists;
using Karelia.Crm.Consent.Preferences;
using Karelia.Crm.Consent.Public;
using Karelia.Crm.Consent.Requests;
using Karelia.Crm.Consent.Suppressions;
using Karelia.Crm.Consent.TargetGroups;

namespace Karelia.Crm.Consent;

internal sealed class ConsentDb(DbContextOptions<ConsentDb> options) : DbContext(options)
{
    public const string Schema = "consent";

    public DbSet<ConsentText> Texts => Set<ConsentText>();
    public DbSet<ConsentEvent> Events => Set<ConsentEvent>();
    public DbSet<Standing> Standings => Set<Standing>();
    public DbSet<Block> Blocks => Set<Block>();
    public DbSet<Disclosure> Disclosures => Set<Disclosure>();
    public DbSet<DisclosedContact> DisclosedContacts => Set<DisclosedContact>();
    public DbSet<DataSubjectRequest> Requests => Set<DataSubjectRequest>();
    public DbSet<RequestStep> RequestSteps => Set<RequestStep>();
    public DbSet<PersonalLink> Links => Set<PersonalLink>();
    public DbSet<PublicRequest> PublicRequests => Set<PublicRequest>();
    public DbSet<Package.PackageCode> PackageCodes => Set<Package.PackageCode>();
    public DbSet<DisclosedFile> DisclosedFiles => Set<DisclosedFile>();
    public DbSet<TargetGroup> TargetGroups => Set<TargetGroup>();
    public DbSet<MailingSchedule> Schedules => Set<MailingSchedule>();
    public DbSet<Suppression> Suppressions => Set<Suppression>();
    public DbSet<TextVersion> TextVersions => Set<TextVersion>();
    public DbSet<ErasureCertificate> ErasureCertificates => Set<ErasureCertificate>();
    public DbSet<Tombstone> Tombstones => Set<Tombstone>();
    public DbSet<ErasureNotice> ErasureNotices => Set<ErasureNotice>();
    public DbSet<ErasureProposal> ErasureProposals => Set<ErasureProposal>();
    public DbSet<ErasureSettings> ErasureSettings => Set<ErasureSettings>();
    public DbSet<Restriction.Restriction> Restrictions => Set<Restriction.Restriction>();
    public DbSet<ContactCard> ContactCards => Set<ContactCard>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(ConsentDb).Assembly);
        model.Entity<ContactCard>().ToView("contact_card", "accounts");
    }
}

file sealed class DesignTime : DesignTimeDb<ConsentDb>
{
    public DesignTime() : base(ConsentDb.Schema) { }
}
