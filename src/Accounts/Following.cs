using Karelia.Crm.Administration;

namespace Karelia.Crm.Accounts;

/// <summary>Who looks after a record, and what the status of the cooperation is.</summary>
internal sealed class Following(AccountsDb db, IUsers users, CurrentUser user)
{
    /// <summary>Hands the record to a member of staff; null to nobody.</summary>
    public async Task HandTo(Record record, Guid? ownerId, CancellationToken ct)
    {
        if (ownerId == record.OwnerId)
            return;
        var owner = ownerId is { } id ? await users.Find(id, ct) ?? throw Refusal.Field("/ownerId", "There is no such member of staff, or the account is not in use.") : null;
        record.HandTo(owner?.Id, owner?.Name);
    }

    /// <summary>Sets the status; a new one is written into the history.</summary>
    public void Become(Record record, string? status, DateTimeOffset now)
    {
        if (!record.Become(status))
            return;
        db.StatusChanges.Add(new()
        {
            AccountId = record is Contacts.Contact ? null : record.Id,
            ContactId = record is Contacts.Contact ? record.Id : null,
            Status = status,
            At = now,
            ById = user.Id,
            By = user.Name,
        });
    }
}
