using System.Globalization;
using Thads.Office.Figures;

namespace Thads.Office.Narrative;

/// <summary>Where a number comes from, in words: for the table of sources and the page of a number.</summary>
public static class SourceWords
{
    public static string Of(Fact fact)
    {
        var source = fact.Source;
        var year = source.Year.ToString(CultureInfo.InvariantCulture);
        return source.Kind switch
        {
            SourceKind.Cell => Cell(source, year),
            SourceKind.Year => Words.Say(Language.Vietnamese, "narrative.from-year", year),
            SourceKind.Stock => Words.Say(Language.Vietnamese, "narrative.from-stock"),
            SourceKind.Assigned => Words.Say(Language.Vietnamese, "narrative.from-target", year),
            SourceKind.Own => Words.Say(Language.Vietnamese, $"narrative.from-{source.Own!.What}", year),
            SourceKind.Derived => Words.Say(Language.Vietnamese, "narrative.from-others"),
            SourceKind.Page => Words.Say(Language.Vietnamese, source.Page!.Words, year),
        };
    }

    /// <summary>"Biểu 01, dòng Tổng số, cột 9 Giải quyết xong, năm 2020".</summary>
    private static string Cell(FactSource source, string year)
    {
        var set = source.Regime is { } regime ? FormSet.Named(regime) : FormSet.Of(source.Year, Law.StatisticalYear.Months);
        var column = set.Columns[set.ColumnOf(source.Cell!)];
        var row = set.Rows.FirstOrDefault(r => r.Row == source.Row)?.Vi ?? Words.Say(Language.Vietnamese, "narrative.row-of-unit");
        var said = Words.Say(Language.Vietnamese, "narrative.from-cell", source.Form!, row, $"{column.Number} {column.TitleVi}".Trim(), year);
        return source.Regime is null ? said : $"{said}, {Words.Say(Language.Vietnamese, "narrative.by-rules", set.Circular)}";
    }
}
