using Thads.Office.Data;

namespace Thads.Office.Acts;

/// <summary>One thing an act of administration changed, to be read by people. Never a secret. Days as yyyy-MM-dd, values of lists by their word.</summary>
/// <param name="Subject">What was changed: a name or code.</param>
/// <param name="Field">Code of a word under `change.`.</param>
public sealed record ActChange(string Subject, string Field, string? Before, string? After)
{
    /// <summary>Id of the account it is about: read by those whose units hold all its roles; 0 = none.</summary>
    public int Account { get; init; }

    /// <summary>Id of the unit it is about: read by those who read the acts of that unit; 0 = none. Without account and unit: the whole tree.</summary>
    public int Unit { get; init; }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

public static class ActChanges
{
    /// <summary>Writes what the act of this work changes. Numbers the act: called as late as possible, and once.</summary>
    public static async Task ChangedAsync(this Work work, CancellationToken ct, params IReadOnlyList<ActChange> changes)
    {
        var act = await work.NumberAsync(ct);
        var connection = await work.ConnectAsync(ct);
        for (var i = 0; i < changes.Count; i++)
        {
            await connection.RunAsync(
                """
                INSERT INTO act_change (act, number, subject, field, before_value, after_value, account_id, unit_id)
                VALUES (@act, @number, @subject, @field, @before, @after, @account, @unit)
                """, ct,
                ("act", act), ("number", i + 1), ("subject", changes[i].Subject), ("field", changes[i].Field), ("before", changes[i].Before), ("after", changes[i].After),
                ("account", changes[i].Account == 0 ? null : changes[i].Account), ("unit", changes[i].Unit == 0 ? null : changes[i].Unit));
        }
    }

    /// <summary>
    /// Whether this very thing was done under the key before: a form that was sent twice is answered as it was the first time. To be asked after
    /// <see cref="Work.StartAsync"/>.
    /// </summary>
    /// <returns>The sequence number of that act, or null.</returns>
    /// <exception cref="RefusedException">`act.key-taken`: something else, or somebody else, used the key.</exception>
    public static async Task<long?> SameBeforeAsync(this Work work, string kind, string? key, CancellationToken ct)
    {
        var before = key is null ? [] : await (await work.ConnectAsync(ct)).ListAsync(
            "SELECT seq, kind, person FROM act WHERE idempotency_key = @key", r => (Seq: r.GetInt64(0), Kind: r.GetString(1), Person: r.GetString(2)), ct, ("key", key));
        RefusedException.ThrowIf(before.Any(act => act.Kind != kind || act.Person != work.Person.Name) ? new Refusal("act.key-taken", key!) : null);
        return before.Count == 0 ? null : before[0].Seq;
    }
}
