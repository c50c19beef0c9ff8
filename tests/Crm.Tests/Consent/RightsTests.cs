using Karelia.Crm.Accounts;
using Karelia.Crm.Consent.Requests;
using Karelia.Crm.Kernel;

namespace Karelia.Crm.Tests.Consent;

/// <summary>Which right which basis gives, and how the month runs: without a database.</summary>
internal sealed class RightsTests
{
    /// <summary>Requirement 74, as the data protection officer reads it; a row is a basis, the columns are the kinds in their order.</summary>
    [TestCase(LegalBases.Consent, "yes yes yes yes yes no yes")]
    [TestCase(LegalBases.Contract, "yes yes yes yes yes no no")]
    [TestCase(LegalBases.LegitimateInterest, "yes yes yes yes no yes no")]
    [TestCase(LegalBases.LegalObligation, "yes yes no yes no no no")]
    [TestCase(LegalBases.PublicTask, "yes yes no yes no yes no")]
    public void A_basis_gives_these_rights(string basis, string expected)
    {
        Assert.That(RequestKinds.All, Is.EqualTo(new[] { "access", "rectification", "erasure", "restriction", "portability", "objection", "withdrawal" }));
        Assert.That(string.Join(' ', RequestKinds.All.Select(kind => Rights.Gives(basis, kind) ? "yes" : "no")), Is.EqualTo(expected));
    }

    [TestCase(RequestKinds.Access, "always")]
    [TestCase(RequestKinds.Rectification, "always")]
    [TestCase(RequestKinds.Erasure, "no-purpose")]
    [TestCase(RequestKinds.Portability, "not-given")]
    [TestCase(RequestKinds.Withdrawal, "not-given")]
    [TestCase(RequestKinds.Objection, "direct-marketing")]
    public void Of_somebody_whose_data_no_purpose_needs(string kind, string reason)
    {
        var right = Rights.Of(kind, []);

        Assert.That((right.Reason, right.Applies), Is.EqualTo((reason, reason != "not-given")));
    }

    [TestCase(LegalBases.Consent, "pääsy tietoihin, oikaiseminen, poistaminen, käsittelyn rajoittaminen, tietojen siirtäminen järjestelmästä toiseen, suostumuksen peruuttaminen milloin tahansa")]
    [TestCase(LegalBases.Contract, "pääsy tietoihin, oikaiseminen, poistaminen, käsittelyn rajoittaminen, tietojen siirtäminen järjestelmästä toiseen")]
    [TestCase(LegalBases.LegitimateInterest, "pääsy tietoihin, oikaiseminen, poistaminen vastustamisen jälkeen tai kun tietoja ei enää tarvita, käsittelyn rajoittaminen, vastustaminen")]
    [TestCase(LegalBases.PublicTask, "pääsy tietoihin, oikaiseminen, käsittelyn rajoittaminen, vastustaminen")]
    [TestCase(LegalBases.LegalObligation, "pääsy tietoihin, oikaiseminen, käsittelyn rajoittaminen")]
    public void The_notice_promises_what_the_desk_grants(string basis, string words) => Assert.That(new Karelia.Crm.Consent.Notice.NoticeWords("fi").Rights(basis), Is.EqualTo(words));

    [Test]
    public void Each_purpose_says_for_itself_and_the_condition_is_shown()
    {
        var right = Rights.Of(RequestKinds.Erasure, [new("alumni", LegalBases.Consent), new("customer-care", LegalBases.LegitimateInterest), new("bookkeeping", LegalBases.LegalObligation)]);

        Assert.That(right.Reason, Is.EqualTo("some-purposes"));
        Assert.That(right.Bases.Select(basis => (basis.Purpose, basis.Gives, basis.Condition)), Is.EqualTo(new (string, bool, string?)[]
        {
            ("alumni", true, null), ("customer-care", true, "after-objection-or-unneeded"), ("bookkeeping", false, null),
        }));
        Assert.That(Rights.Of(RequestKinds.Erasure, [new("bookkeeping", LegalBases.LegalObligation)]).Applies, Is.False);
        Assert.That(Rights.Of(RequestKinds.Objection, [new("partnership", LegalBases.Contract)]).Reason, Is.EqualTo("direct-marketing"));
    }

    [TestCase("2027-01-31T10:00Z", "2027-02-28")]
    [TestCase("2028-01-31T10:00Z", "2028-02-29")]
    [TestCase("2026-11-23T10:00Z", "2026-12-23")]
    [TestCase("2026-12-31T10:00Z", "2027-01-31")]
    [TestCase("2026-06-30T20:59:59Z", "2026-07-30")]
    [TestCase("2026-06-30T21:00:00Z", "2026-08-01", Description = "It is July in Finland already")]
    public void A_month_is_a_calendar_month_from_the_day_in_Finland(string received, string due) =>
        Assert.That(DataSubjectRequest.DueFrom(DateTimeOffset.Parse(received, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)));

    [Test]
    public void An_extension_counts_from_the_day_of_receipt_and_comes_once_and_in_time()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2027, 1, 31, 10, 0, 0, TimeSpan.Zero));
        var request = Request(clock);
        clock.Advance(TimeSpan.FromDays(28));
        Assert.That(request.IsOverdue(Days.Of(clock.GetUtcNow())), Is.False, "the last day is a day");

        request.Extend(2, "complex", new CurrentUser(), clock.Now());

        Assert.That(request.DueOn, Is.EqualTo(new DateOnly(2027, 4, 30)), "not the 28th: the short month is not carried over");
        Assert.That(Refused(() => request.Extend(1, "again", new CurrentUser(), clock.Now())), Is.EqualTo("extended-already"));
        clock.Advance(TimeSpan.FromDays(62));
        Assert.That(request.IsOverdue(Days.Of(clock.GetUtcNow())), Is.True);

        var late = Request(clock);
        clock.Advance(TimeSpan.FromDays(32));
        Assert.That(Refused(() => late.Extend(2, "late", new CurrentUser(), clock.Now())), Is.EqualTo("extension-late"));
    }

    [Test]
    public void Steps_come_in_their_order()
    {
        var (clock, user) = (TimeProvider.System, new CurrentUser());
        var request = Request(clock);
        Assert.That(Refused(() => request.Decide("granted", null, user, clock.Now())), Is.EqualTo("request-state"));
        Assert.That(Refused(() => request.CarryOut(null, null, user, clock.Now())), Is.EqualTo("request-state"));
        request.Identify("passport", user, clock.Now());
        request.Decide("refused", "no basis", user, clock.Now());
        Assert.That(Refused(() => request.CarryOut(null, null, user, clock.Now())), Is.EqualTo("request-refused"));
        request.Close("letter", user, clock.Now());
        Assert.That(Refused(() => request.Close("letter", user, clock.Now())), Is.EqualTo("request-state"));
        Assert.That(Refused(request.RefuseIfClosed), Is.EqualTo("request-state"));
        Assert.That(request.Steps.Select(step => step.Step), Is.EqualTo(new[] { "received", "identified", "decided", "answered" }));
    }

    private static DataSubjectRequest Request(TimeProvider clock) => DataSubjectRequest.Receive("access", "staff", "x", null, null, "fi", clock.Now(), new CurrentUser(), clock.Now());

    private static string Refused(Action act) => Assert.Throws<Refusal>(act)!.Type;
}
