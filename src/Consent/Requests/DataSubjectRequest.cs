using Karelia.Crm.Accounts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karelia.Crm.Consent.Requests;

/// <summary>Rekisteröidyn pyyntö: what a person asks for by right, when it must be answered, and what became of it.</summary>
internal sealed class DataSubjectRequest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>One of <see cref="RequestKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>public: the page without sign-in; staff: told to staff; link: the person's own page.</summary>
    public required string Channel { get; init; }
    public string State { get; private set; } = RequestStates.Received;

    /// <summary>Who the requester says to be; gone once the person is erased.</summary>
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Message { get; init; }

    /// <summary>fi or en: the language of the letters.</summary>
    public required string Language { get; init; }

    /// <summary>The person in the register, once found.</summary>
    public Guid? ContactId { get; private set; }
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The last day to answer (art. 12.3).</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>By how many months the time was extended, and why.</summary>
    public int ExtendedMonths { get; private set; }
    public string? ExtensionReason { get; private set; }

    /// <summary>How many of the reminders of <see cref="RemindBefore"/> have been sent.</summary>
    public int Reminders { get; set; }
    public Guid? AssigneeId { get; private set; }
    public string? AssigneeName { get; private set; }
    public string? Notes { get; set; }

    /// <summary>How it was made sure who asks.</summary>
    public string? IdentityCheck { get; private set; }
    public string? Decision { get; private set; }

    /// <summary>Why it was refused, wholly or in part, or granted though no basis gives the right.</summary>
    public string? Ground { get; private set; }

    /// <summary>What was done.</summary>
    public string? Done { get; private set; }

    /// <summary>Of an erasure.</summary>
    public Guid? CertificateId { get; private set; }

    /// <summary>The letter that answered.</summary>
    public string? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public List<RequestStep> Steps { get; init; } = [];

    /// <summary>Raised by any change; the ETag.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Days before the last one on which the officer is reminded; the last of them comes when it has passed.</summary>
    public static readonly int[] RemindBefore = [7, 2, -1];

    /// <summary>The answer leads to the person's data.</summary>
    public bool HasPackage => ContactId is not null && Kind is RequestKinds.Access or RequestKinds.Portability && Decision != Decisions.Refused;

    public bool IsOpen => State != RequestStates.Answered;

    public bool IsOverdue(DateOnly today) => IsOpen && today > DueOn;

    /// <summary>A month is a calendar month, from the day of receipt: what comes on 31 January is due on the last of February.</summary>
    public static DateOnly DueFrom(DateTimeOffset receivedAt, int extendedMonths = 0) => Days.Of(receivedAt).AddMonths(1 + extendedMonths);

    public static DataSubjectRequest Receive(
        string kind, string channel, string? name, string? email, string? message, string language, DateTimeOffset receivedAt, CurrentUser user, DateTimeOffset now)
    {
        var request = new DataSubjectRequest
        {
            Kind = kind,
            Channel = channel,
            Name = name,
            Email = email,
            Message = message,
            Language = language,
            ReceivedAt = receivedAt,
            DueOn = DueFrom(receivedAt),
        };
        request.Log("received", user, now);
        return request;
    }

    /// <summary>Null leaves the request to whoever takes it.</summary>
    public void HandTo(Guid? id, string? name, CurrentUser user, DateTimeOffset now)
    {
        (AssigneeId, AssigneeName) = (id, name);
        Log(id is null ? "released" : "assigned", user, now);
    }

    public void Match(Guid? contactId, CurrentUser user, DateTimeOffset now)
    {
        RefuseUnless(RequestStates.Received, RequestStates.Identified);
        ContactId = contactId;
        Log(contactId is null ? "unmatched" : "matched", user, now);
    }

    public void Identify(string how, CurrentUser user, DateTimeOffset now)
    {
        RefuseUnless(RequestStates.Received, RequestStates.Identified);
        IdentityCheck = how;
        Move(RequestStates.Identified, user, now);
    }

    /// <summary>The person is told within the first month (art. 12.3): after that it is late, and no extension helps.</summary>
    public void Extend(int months, string reason, CurrentUser user, DateTimeOffset now)
    {
        RefuseUnless(RequestStates.Received, RequestStates.Identified, RequestStates.Decided, RequestStates.CarriedOut);
        if (ExtendedMonths > 0)
            throw new Refusal("extended-already", detail: "The time was extended once already.");
        if (Days.Of(now) > DueOn)
            throw new Refusal("extension-late", detail: "An extension must be told within the first month, which has passed.");
        (ExtendedMonths, ExtensionReason, DueOn, Reminders) = (months, reason, DueFrom(ReceivedAt, months), 0);
        Log("extended", user, now);
    }

    public void Decide(string decision, string? ground, CurrentUser user, DateTimeOffset now)
    {
        RefuseUnless(RequestStates.Identified, RequestStates.Decided);
        (Decision, Ground) = (decision, ground);
        Move(RequestStates.Decided, user, now);
    }

    /// <summary>The erasure waits for another officer.</summary>
    public void Propose(CurrentUser user, DateTimeOffset now) => Log("proposed", user, now);

    public void CarryOut(string? done, Guid? certificateId, CurrentUser user, DateTimeOffset now)
    {
        RefuseUnlessGranted();
        (Done, CertificateId) = (done, certificateId);
        Move(RequestStates.CarriedOut, user, now);
    }

    /// <summary>The person is erased: what was asked is granted and done.</summary>
    public void Erased(Guid certificateId, CurrentUser user, DateTimeOffset now)
    {
        if (State != RequestStates.Decided)
        {
            Decision = Decisions.Granted;
            Move(RequestStates.Decided, user, now);
        }

        CarryOut(null, certificateId, user, now);
    }

    public void Close(string? letter, CurrentUser user, DateTimeOffset now)
    {
        if (Decision != Decisions.Refused)
            RefuseUnless(RequestStates.CarriedOut);
        else
            RefuseUnless(RequestStates.Decided);
        (Answer, AnsweredAt) = (letter, now);
        Move(RequestStates.Answered, user, now);
    }

    public void RefuseUnlessGranted()
    {
        RefuseUnless(RequestStates.Decided);
        if (Decision == Decisions.Refused)
            throw new Refusal("request-refused", detail: "The request was refused: there is nothing to carry out. Answer it.");
    }

    public void RefuseIfClosed() => RefuseUnless(RequestStates.All[..^1]);

    public void Touch() => Version++;

    private void RefuseUnless(params string[] states)
    {
        if (!states.Contains(State))
            throw new Refusal("request-state", detail: $"The request is {State}: this step comes at another time.") { More = new Dictionary<string, object?> { ["state"] = State } };
    }

    private void Move(string state, CurrentUser user, DateTimeOffset now)
    {
        State = state;
        Log(state, user, now);
    }

    private void Log(string step, CurrentUser user, DateTimeOffset now)
    {
        Steps.Add(new() { RequestId = Id, Step = step, At = now, UserId = user.Id, UserName = user.Name });
        Touch();
    }
}

/// <summary>A step of a request: who took it, and when. What was said in it stands in the request.</summary>
internal sealed class RequestStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RequestId { get; init; }
    public required string Step { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid UserId { get; init; }
    public required string UserName { get; init; }
}

file sealed class Mapping : IEntityTypeConfiguration<DataSubjectRequest>, IEntityTypeConfiguration<RequestStep>
{
    public void Configure(EntityTypeBuilder<DataSubjectRequest> builder)
    {
        builder.ToTable("requests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RequestId);
        builder.HasIndex(r => new { r.DueOn, r.Id }).HasDatabaseName("ix_requests_due_on");
        builder.HasIndex(r => new { r.ReceivedAt, r.Id }).HasDatabaseName("ix_requests_received_at");
        builder.HasIndex(r => r.ContactId).HasFilter("contact_id is not null").HasDatabaseName("ix_requests_contact");
    }

    public void Configure(EntityTypeBuilder<RequestStep> builder)
    {
        builder.ToTable("request_steps");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
