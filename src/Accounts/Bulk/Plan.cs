namespace Karelia.Crm.Accounts.Bulk;

/// <summary>A bulk change in SQL. The change itself is the jsonb parameter <c>p</c>; <c>r</c> is the record.</summary>
internal sealed record Plan(string Table, string Key, string Entity, BulkChange Change, string UseCase, params IReadOnlyList<(string Column, string Property, string Value)> Columns)
{
    private const string Value = "p.change->>'value'";

    /// <summary>Roles are rows of their own.</summary>
    public bool IsAboutRole => Change.Field is "giveRole" or "endRole";

    public bool IsStatus => Change.Field == "status";

    public string Missing => Key == "contact_id" ? "and r.merged_into_id is null and r.erased_at is null" : "and r.merged_into_id is null";

    /// <summary>What the record holds now, and what it shall hold.</summary>
    public string Before => IsAboutRole ? $"jsonb_build_object('held', {Held})" : Object(column => $"r.{column.Column}");

    public string After => IsAboutRole ? $"jsonb_build_object('held', {(Change.Field == "giveRole" ? "true" : "false")})" : Object(column => column.Value);

    /// <summary>What becomes of a record whose former and new state are <c>x.before</c> and <c>x.after</c>.</summary>
    public string Outcome =>
        $"""
        case when r.id is null then '{Outcomes.Gone}' {(Key == "contact_id" ? $"when r.restricted_at is not null then '{Outcomes.Restricted}'" : "")}
             {(Change.Field == "activate" ? $"when not r.is_passive then '{Outcomes.Unchanged}'" : $"when r.is_passive then '{Outcomes.Passive}'")}
             when x.before = x.after then '{Outcomes.Unchanged}' else '{Outcomes.Changed}' end
        """;

    /// <summary>Whether the record still holds what stands in <c>b.after</c>.</summary>
    public string Holds => $"row({Named("r")}) is not distinct from (select row({Named("v")}) from jsonb_populate_record(null::{Table}, b.after) v)";

    /// <summary>Sets the columns from a jsonb column of <c>b</c>.</summary>
    public string Set(string from) => $"({string.Join(", ", Columns.Select(c => c.Column))}) = (select {Named("v")} from jsonb_populate_record(null::{Table}, b.{from}) v)";

    /// <summary>Old and new value by property, as the audit keeps them.</summary>
    public string Values(string old, string now) =>
        $"jsonb_build_object({string.Join(", ", Columns.Select(c => $"'{c.Property}', jsonb_build_array(b.{old}->'{c.Column}', b.{now}->'{c.Column}')"))})";

    public static Plan Of(string list, BulkChange change)
    {
        var (table, key, entity) = list == "contacts" ? ("accounts.contacts", "contact_id", "Contact") : ("accounts.accounts", "account_id", "Account");
        Plan To(string useCase, params (string, string, string)[] columns) => new(table, key, entity, change, useCase, columns);
        Plan Field(string column, string property) => To($"Change{entity}s", (column, property, Value));
        return change.Field switch
        {
            "ownerId" => To($"Change{entity}s", ("owner_id", "OwnerId", $"({Value})::uuid"), ("owner_name", "OwnerName", "p.change->>'name'")),
            "sizeClass" => Field("size_class", "SizeClass"),
            "addRelationship" => To($"Change{entity}s", ("relationships", "Relationships", $"case when r.relationships @> array[{Value}] then r.relationships else r.relationships || ({Value}) end")),
            "removeRelationship" => To($"Change{entity}s", ("relationships", "Relationships", $"array_remove(r.relationships, {Value})")),
            "passivate" => To($"Passivate{entity}", ("is_passive", "IsPassive", "true"), ("passive_reason", "PassiveReason", "p.change->>'reason'"), ("passive_since", "PassiveSince", "p.at")),
            "activate" => To($"Activate{entity}", ("is_passive", "IsPassive", "false"), ("passive_reason", "PassiveReason", "null::text"), ("passive_since", "PassiveSince", "null::timestamptz")),
            "giveRole" => To("GiveRole"),
            "endRole" => To("EndRole"),
            var column => Field(column, char.ToUpperInvariant(column[0]) + column[1..]),
        };
    }

    private static string Held => $"exists (select 1 from accounts.contact_roles h where h.contact_id = r.id and h.role = {Value} and h.ended_on is null)";

    private string Named(string of) => string.Join(", ", Columns.Select(c => $"{of}.{c.Column}"));

    private string Object(Func<(string Column, string Property, string Value), string> value) => $"jsonb_build_object({string.Join(", ", Columns.Select(c => $"'{c.Column}', {value(c)}"))})";
}
