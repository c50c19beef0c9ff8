namespace Karelia.Crm.Consent.Disclosures;

/// <summary>Files that left, each with its hash: what somebody holds in hand later can be told from what we gave.</summary>
internal sealed class DisclosedFiles(DbSession session, CurrentUser user, TimeProvider clock)
{
    /// <summary>To be called with the file's hash when it is out.</summary>
    public Func<string, Task> Note(Guid disclosure, int rows) => sha256 => session.Execute(
        "insert into consent.disclosed_files (id, disclosure_id, rows, sha256, at, user_id, user_name) values ($1, $2, $3, $4, $5, $6, $7)",
        CancellationToken.None, Guid.CreateVersion7(), disclosure, rows, sha256, clock.Now(), user.Id, user.Name);
}
