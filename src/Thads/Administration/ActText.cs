using System.Globalization;
using System.Text.RegularExpressions;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;

namespace Thads.Administration;

/// <summary>How an act and what it changed are said to people: words for codes, days as they are written here.</summary>
public sealed partial class ActText(PageText text)
{
    /// <summary>Headings of the list when it is taken out.</summary>
    public IReadOnlyList<string> Columns =>
    [
        text.Say("page.on"), text.Say("admin.hour"), text.Say("sign-in.name"), text.Say("account.full-name"), text.Say("admin.act"), text.Say("kit.reason"), text.Say("admin.changes"), text.Say("page.in-matters"),
    ];

    /// <summary>An act of a version to come, or one of the past, may be of a kind this program has no words for.</summary>
    public string Kind(string kind) => Words.All.ContainsKey($"act-kind.{kind}") ? PageText.Capital(text.Say($"act-kind.{kind}")) : kind;

    public string Subject(ActChange change) => Words.All.ContainsKey($"setting.{change.Subject}") ? text.Say($"setting.{change.Subject}") : change.Subject;

    public string Field(string field) => Words.All.ContainsKey($"change.{field}") ? text.Say($"change.{field}") : field;

    /// <summary>One side of a change; a dash where there was, or is, nothing.</summary>
    public string Side(ActChange change, string? value) => value is null or "" ? "–" : change.Field switch
    {
        "kind" => Word("UnitKind", value),
        "title" => Word("OfficerTitle", value),
        "role" => Role(value),
        "blocked" => text.Say(value == "yes" ? "admin.yes" : "admin.no"),
        "value" => Words.All.ContainsKey($"setting.{change.Subject}.{value}") ? text.Say($"setting.{change.Subject}.{value}") : value,
        _ => Day().Replace(value, day => PageText.Day(DateOnly.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture))),
    };

    /// <summary>Whether there is anything to set side by side: of a secret only that it changed is kept.</summary>
    public static bool HasSides(ActChange change) => change.Before is not null || change.After is not null;

    public string Sentence(ActChange change) =>
        $"{Subject(change)}: {Field(change.Field)}" + (HasSides(change) ? $" {Side(change, change.Before)} → {Side(change, change.After)}" : "");

    /// <summary>An act as a row of the columns above. The day is a day; the hour stays text.</summary>
    public IReadOnlyList<object?> Row(ActLine line)
    {
        var at = OfficeClock.OnTheWall(line.At);
        return
        [
            DateOnly.FromDateTime(at), at.ToString("HH:mm", CultureInfo.InvariantCulture), line.Person, line.FullName, Kind(line.Kind), line.Reason,
            line.Changes.Count == 0 ? null : string.Join("\n", line.Changes.Select(Sentence)), line.Matters == 0 ? null : line.Matters,
        ];
    }

    /// <summary>`clerk D05 2020-01-01..`: role, unit, days.</summary>
    private string Role(string written)
    {
        if (written.Split(' ') is not [var role, var unit, var days] || days.Split("..") is not [var from, var to])
        {
            return written;
        }

        var span = from.Length + to.Length == 0 ? "" : $", {Known(from)} – {Known(to)}";
        return $"{Word("Role", role)} ({(unit == "*" ? text.Say("account.everywhere") : unit)}{span})";

        static string Known(string day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? PageText.Day(known) : "…";
    }

    private string Word(string list, string value) => Words.All.ContainsKey($"{list}.{value}") ? text.Say($"{list}.{value}") : value;

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex Day();
}
