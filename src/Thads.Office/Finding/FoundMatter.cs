using System.Data.Common;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Finding;

/// <summary>A matter as the list shows it, by all that is known.</summary>
/// <param name="Number">Its place in the list; the cursor stands on it.</param>
/// <param name="Commune">Id; 0 = not known.</param>
/// <param name="Owed">Đồng: as docketed, and what was added.</param>
/// <param name="Left">Đồng left on open lines.</param>
/// <param name="MovedOn">Business date of the last step.</param>
/// <param name="Debtor">The first who owes; null where nobody is named. Likewise <paramref name="Creditor"/>.</param>
/// <param name="Debtors">How many owe.</param>
public sealed record FoundMatter(
    int Number, Guid Id, string Code, string? DecisionNumber, int Unit, int Officer, DocketState State, int DocketYear, DocketClass Class, int Commune, DateOnly DecidedOn,
    long Owed, long Left, DateOnly MovedOn, string? Debtor, int Debtors, string? Creditor, int Creditors, string? JudgmentNumber, DateOnly? JudgmentOn)
{
    internal const string Columns =
        """
        l.number, l.matter_id, l.code, l.decision_number, l.unit_id, l.officer_id, l.state, l.docket_year, l.class, l.commune_id, l.decided_on, l.owed, l.remainder, l.moved_on,
        l.debtor, l.debtors, l.creditor, l.creditors, (SELECT m.judgment_number FROM matter m WHERE m.id = l.matter_id), (SELECT m.judgment_on FROM matter m WHERE m.id = l.matter_id)
        """;

    internal static FoundMatter Read(DbDataReader r) => new(
        r.GetInt32(0), r.Id(1), r.GetString(2), r.TextOrNone(3), r.GetInt32(4), r.NumberOrNone(5) ?? 0, (DocketState)r.GetInt32(6), r.GetInt32(7), DocketClass.Of(r.GetInt32(8)),
        r.NumberOrNone(9) ?? 0, r.Day(10), r.GetInt64(11), r.GetInt64(12), r.Day(13), r.TextOrNone(14), r.GetInt32(15), r.TextOrNone(16), r.GetInt32(17), r.TextOrNone(18), r.DayOrNone(19));
}

/// <summary>A place in a list: beside the matter with this number, of which so many come before.</summary>
/// <param name="Number">Of the last matter of the page before, or the first of the page after.</param>
/// <param name="Before">How many stand before the place.</param>
public readonly record struct MatterPlace(int Number, int Before)
{
    public override string ToString() => $"{Number}.{Before}";

    /// <summary>Null where the text is none: whoever asks gets the beginning.</summary>
    public static MatterPlace? Read(string? text) =>
        text?.Split('.') is [var number, var before] && IsWhole(number, out var n) && IsWhole(before, out var b) ? new MatterPlace(n, b) : null;

    private static bool IsWhole(string text, out int number) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);
}

/// <summary>A page of what was found.</summary>
/// <param name="Total">How many there are in all, exactly.</param>
/// <param name="Before">How many stand before the first of these.</param>
/// <param name="Tree">The units, officers and communes the rows speak of.</param>
public sealed record FoundMatters(IReadOnlyList<FoundMatter> Rows, long Total, int Before, UnitTree Tree)
{
    /// <summary>Where the next page begins; null on the last.</summary>
    public MatterPlace? Next => Rows.Count > 0 && Before + Rows.Count < Total ? new MatterPlace(Rows[^1].Number, Before + Rows.Count) : null;

    /// <summary>Where the page before ends; null on the first.</summary>
    public MatterPlace? Previous => Rows.Count > 0 && Before > 0 ? new MatterPlace(Rows[0].Number, Before) : null;
}
