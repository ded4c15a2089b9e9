namespace Thads.Office.Figures;

/// <summary>A formula of a form as a sentence: what a cell counts, for people who do not read the language of the form files.</summary>
public static class FormulaWords
{
    public static string Say(FormSet set, string cell, Language language)
    {
        var formula = set.Formulas[set.ColumnOf(cell)];
        if (formula.Rate is { } rate)
        {
            return Words.Say(language, "formula.percent", Title(set, rate.Part, language), Title(set, rate.Whole, language));
        }

        var text = "";
        foreach (var (sign, term) in Formula.Terms(formula.Text))
        {
            text += (text.Length == 0 ? (sign < 0 ? "− " : "") : sign < 0 ? " − " : " + ") + Term(set, term, language);
        }

        return text;
    }

    public static string Title(FormSet set, string cell, Language language)
    {
        var column = set.Columns[set.ColumnOf(cell)];
        return language == Language.English ? column.TitleEn : column.TitleVi;
    }

    private static string Term(FormSet set, string term, Language language)
    {
        var open = term.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return Words.Say(language, "formula.cell", Title(set, term, language));
        }

        var (kind, states) = (term[..open], term[(open + 1)..^1].Split('>', StringSplitOptions.TrimEntries));
        return kind == "handed"
            ? Words.Say(language, $"formula.handed-{states[0]}")
            : Words.Say(language, $"formula.{kind}", [.. states.Select(state => Words.Say(language, state == "live" ? "formula.live" : $"DocketState.{state}"))]);
    }
}
