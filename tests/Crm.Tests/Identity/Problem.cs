using System.Net.Http.Json;
using System.Text.Json;

namespace Karelia.Crm.Tests.Identity;

/// <summary>What an answer says went wrong: its status and the stable type.</summary>
internal static class Problem
{
    public static async Task<(int Status, string? Type)> Of(HttpResponseMessage answer)
    {
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
    }
}

/// <summary>What only an administrator of the database can do or see.</summary>
internal static class Sql
{
    public static async Task Run(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> Value<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static Npgsql.NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Crm.Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
