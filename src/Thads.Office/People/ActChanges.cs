using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>One thing an act of administration changed, to be read by people. Never a secret.</summary>
/// <param name="Subject">What was changed: a name or code.</param>
/// <param name="Field">Code of a word under `change.`.</param>
public sealed record ActChange(string Subject, string Field, string? Before, string? After);

public static class ActChanges
{
    /// <summary>Writes what the act of this work changes. Numbers the act: called as late as possible.</summary>
    public static async Task ChangedAsync(this Work work, CancellationToken ct, params IReadOnlyList<ActChange> changes)
    {
        var act = await work.NumberAsync(ct);
        var connection = await work.ConnectAsync(ct);
        for (var i = 0; i < changes.Count; i++)
        {
            await connection.RunAsync(
                "INSERT INTO act_change (act, number, subject, field, before_value, after_value) VALUES (@act, @number, @subject, @field, @before, @after)", ct,
                ("act", act), ("number", i + 1), ("subject", changes[i].Subject), ("field", changes[i].Field), ("before", changes[i].Before), ("after", changes[i].After));
        }
    }
}
