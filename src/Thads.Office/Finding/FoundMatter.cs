using System.Data.Common;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Finding;

/// <summary>A matter as the list shows it, by all that is known.</summary>
/// <param name="Commune">Id; 0 = not known.</param>
/// <param name="Owed">Đồng: as docketed, and what was added.</param>
/// <param name="Left">Đồng left on open lines.</param>
/// <param name="MovedOn">Business date of the last step.</param>
/// <param name="Debtor">The first who owes; null where nobody is named. Likewise <paramref name="Creditor"/>.</param>
/// <param name="Debtors">How many owe.</param>
public sealed record FoundMatter(
    Guid Id, string Code, string? DecisionNumber, int Unit, int Officer, DocketState State, int DocketYear, DocketClass Class, int Commune, DateOnly DecidedOn,
    long Owed, long Left, DateOnly MovedOn, string? Debtor, int Debtors, string? Creditor, int Creditors, string? JudgmentNumber, DateOnly? JudgmentOn)
{
    internal const string Columns =
        """
        l.matter_id, l.code, l.decision_number, l.unit_id, l.officer_id, l.state, l.docket_year, l.class, l.commune_id, l.decided_on, l.owed, l.remainder, l.moved_on,
        l.debtor, l.debtors, l.creditor, l.creditors, (SELECT m.judgment_number FROM matter m WHERE m.id = l.matter_id), (SELECT m.judgment_on FROM matter m WHERE m.id = l.matter_id)
        """;

    internal static FoundMatter Read(DbDataReader r) => new(
        r.Id(0), r.GetString(1), r.TextOrNone(2), r.GetInt32(3), r.NumberOrNone(4) ?? 0, (DocketState)r.GetInt32(5), r.GetInt32(6), DocketClass.Of(r.GetInt32(7)),
        r.NumberOrNone(8) ?? 0, r.Day(9), r.GetInt64(10), r.GetInt64(11), r.Day(12), r.TextOrNone(13), r.GetInt32(14), r.TextOrNone(15), r.GetInt32(16), r.TextOrNone(17), r.DayOrNone(18));
}

/// <summary>A place in a list: beside this matter, of which so many come before. It says nothing of what others hold.</summary>
/// <param name="Code">Of the last matter of the page before, or the first of the page after.</param>
/// <param name="Before">How many stand before the place.</param>
public sealed record MatterPlace(string Code, int Before)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() => $"{Before}.{Code}";

    /// <summary>Null where the text is none: whoever asks gets the beginning.</summary>
    public static MatterPlace? Read(string? text) =>
        text?.Split('.', 2) is [var before, var code] && int.TryParse(before, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? new MatterPlace(code, count) : null;
}

/// <summary>A page of what was found.</summary>
/// <param name="Total">How many there are in all, exactly.</param>
/// <param name="Before">How many stand before the first of these.</param>
/// <param name="Tree">The units, officers and communes the rows speak of.</param>
public sealed record FoundMatters(IReadOnlyList<FoundMatter> Rows, long Total, int Before, UnitTree Tree)
{
    /// <summary>Where the next page begins; null on the last.</summary>
    public MatterPlace? Next => Rows.Count > 0 && Before + Rows.Count < Total ? new MatterPlace(Rows[^1].Code, Before + Rows.Count) : null;

    /// <summary>Where the page before ends; null on the first.</summary>
    public MatterPlace? Previous => Rows.Count > 0 && Before > 0 ? new MatterPlace(Rows[0].Code, Before) : null;
}
