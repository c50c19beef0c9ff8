using Karelia.Crm.Kernel;
using Karelia.Crm.Tests.Imports;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Karelia.Crm.Tests.Consent;

/// <summary>A record that a law keeps, in a module that the product does not know: exactly what is declared stays of it.</summary>
internal sealed class KeptByLawTests
{
    [Test]
    public async Task Exactly_the_declared_minimum_is_left_of_a_voucher()
    {
        await using var desk = await Desk.Open(
            web => web.ConfigureTestServices(services => services.AddModule<VouchersDb>("vouchers")),
            async connection =>
            {
                await using var database = NpgsqlDataSource.Create(connection);
                await using var make = database.CreateCommand(
                    "create schema vouchers; create table vouchers.vouchers (id uuid primary key, contact_id uuid not null, buyer text not null, email text, note text not null, issued_on date not null, amount numeric not null)");
                await make.ExecuteNonQueryAsync();
                return connection;
            });
        var canary = new Canary(desk);
        await canary.Live();
        await desk.Execute($"insert into vouchers.vouchers values (uuidv7(), '{canary.Id}', '{canary.First} {canary.Last}', '{canary.Email}', 'Soita {canary.Phone}', '2026-03-04', 120.50)");

        var plan = await desk.Get($"/contacts/{canary.Id}/erasure-plan", canary.Officer);
        var done = await canary.Erase();
        var certificate = await canary.Certificate(done);

        var kept = done.GetProperty("kept")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.GetProperty("items").EnumerateArray().Where(item => Canary.Text(item, "action") == "keep").Select(item => $"{Canary.Text(item, "category")}: {Canary.Text(item, "lawEn")}"), Is.EqualTo(new[] { "vouchers: Accounting Act 1336/1997 ch. 2 s. 10" }));
            Assert.That($"{Canary.Text(kept, "category")} {Canary.Text(kept, "law")} {Canary.Text(kept, "until")}", Is.EqualTo("vouchers kirjanpitolaki 1336/1997 2:10 § 2032-12-31"));
            Assert.That(await canary.Hits(), Has.Count.EqualTo(2).And.All.StartsWith("vouchers.vouchers: "), "the buyer's first and last name");
            Assert.That(await desk.Scalar<string>("select concat_ws('|', buyer, email, note, issued_on, amount) from vouchers.vouchers"), Is.EqualTo($"{canary.First} {canary.Last}||2026-03-04|120.50"));
            Assert.That(Canary.Text(certificate, "verification"), Is.EqualTo("clean"), certificate.ToString());
            Assert.That(await canary.Printed(done, "en"), Does.Contain(Canary.Close("Accounting Act 1336/1997 ch. 2 s. 10, until 31 December 2032")));
        }
    }
}

internal sealed class Voucher
{
    public Guid Id { get; init; }
    public Guid ContactId { get; init; }
    public required string Buyer { get; init; }
    public string? Email { get; init; }
    public required string Note { get; init; }
    public DateOnly IssuedOn { get; init; }
    public decimal Amount { get; init; }
}

internal sealed class VouchersDb(DbContextOptions<VouchersDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder model) => model.HasDefaultSchema("vouchers").Entity<Voucher>().ToTable("vouchers");

    // The table is made by hand.
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}

internal sealed class VouchersPersonalData : PersonalData
{
    public VouchersPersonalData() => Of<Voucher>(v => v.ContactId).EvenIfPassive()
        .About(DataSubjects.Customers).For(Purposes.CustomerCare)
        .Keeps("kirjanpitolaki 1336/1997 2:10 §", "Accounting Act 1336/1997 ch. 2 s. 10", "(date_trunc('year', t.issued_on) + interval '7 years' - interval '1 day')::date", "true", v => v.Buyer)
        .Field(v => v.Buyer, "ostaja", "buyer")
        .Field(v => v.Email, "sähköposti", "e-mail")
        .Field(v => v.Note, "huomautus", "note")
        .NotPersonal(v => v.IssuedOn, v => v.Amount);
}
