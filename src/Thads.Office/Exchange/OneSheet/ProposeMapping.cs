using Thads.Office.Units;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>
/// A first mapping from the words of the header and a look at the cells: the person corrects it. A word that means nothing known stays without
/// meaning, so that its rows are listed until somebody says what it stands for.
/// </summary>
public static class ProposeMapping
{
    /// <summary>So many different words of a field are shown; a column with more is no column of words.</summary>
    public const int MostWords = 200;

    /// <param name="unit">Code of the unit whose matters the rows are.</param>
    public static SheetMapping Of(SheetText sheet, SheetHeader header, string unit, UnitTree units)
    {
        var fields = HeaderWords.Assign(header.Names).ToDictionary(f => f.Key, f => new FieldSource(f.Value, header.Names[f.Value]));
        var rows = sheet.Rows.Where(r => r.Number >= header.FirstData).ToList();
        fields.TryAdd(SheetField.ObligationKind, FieldSource.Always(Codes.CodeOf(Matters.ObligationKind.Other)));
        var mapping = new SheetMapping
        {
            Unit = unit,
            Sheet = sheet.Names.Count > 1 ? sheet.Name : null,
            HeaderRow = header.FirstRow,
            HeaderRows = header.Rows,
            Fields = fields,
        };
        mapping = mapping with { Dates = DatesOf(mapping, rows), Thousands = ThousandsOf(mapping, rows), Amounts = AmountsOf(header, mapping) };
        return WithWords(mapping, rows, units);
    }

    /// <summary>The mapping with a proposal for every word of its columns that has none; what the person said stays.</summary>
    public static SheetMapping WithWords(SheetMapping mapping, IReadOnlyList<SheetRow> rows, UnitTree units)
    {
        var words = mapping.Words.ToDictionary(w => w.Key, w => new Dictionary<string, string>(w.Value, StringComparer.Ordinal));
        foreach (var field in mapping.Fields.Keys.Where(f => f.Value is SheetValue.Word or SheetValue.Flag))
        {
            foreach (var (word, _) in WordsOf(mapping, field, rows))
            {
                if (mapping.Meaning(field, word) is null && Proposed(field, word, mapping.Unit, units) is { } meaning)
                {
                    (words.TryGetValue(field, out var list) ? list : words[field] = new(StringComparer.Ordinal))[word] = meaning;
                }
            }
        }

        return mapping with { Words = words.ToDictionary(w => w.Key, w => (IReadOnlyDictionary<string, string>)w.Value) };
    }

    /// <summary>The different words of a column and how often each stands there, the most frequent first; spellings that differ by marks or capitals are one.</summary>
    public static IReadOnlyList<(string Word, int Times)> WordsOf(SheetMapping mapping, SheetField field, IReadOnlyList<SheetRow> rows) =>
        !mapping.Fields.TryGetValue(field, out var source) || source.Fixed is not null ? []
        : [.. rows.Select(r => r[source.Column].Text).Where(t => t is not ("" or "-" or "–")).GroupBy(SheetHeader.Key).Select(g => (Word: g.First(), Times: g.Count()))
            .OrderByDescending(w => w.Times).ThenBy(w => w.Word, StringComparer.Ordinal).Take(MostWords)];

    private static string? Proposed(SheetField field, string word, string unit, UnitTree units) => field switch
    {
        SheetField.Officer => OneOf(word, units.Officers.Where(o => units.UnitOf(unit) is { } u && units.ServiceOf(o).Any(s => s.Unit == u)), units.OfficerCode, o => units.ServiceOf(o).Select(s => s.Name)),
        SheetField.Commune => OneOf(word, units.Communes.Values, c => c.Code, c => [c.Name]),
        _ => ValueWords.Common(field, word),
    };

    /// <summary>The code of the one that bears this name or code; null where there is none, or more than one.</summary>
    private static string? OneOf<T>(string word, IEnumerable<T> among, Func<T, string> code, Func<T, IEnumerable<string>> names)
    {
        var key = SheetHeader.Key(word);
        var found = among.Where(a => SheetHeader.Key(code(a)) == key || names(a).Any(n => SheetHeader.Key(n) == key)).Select(code).Distinct().ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Month first only where every day can be read so, and not just a slip of the pen can be read no other way.</summary>
    private static DateOrder DatesOf(SheetMapping mapping, List<SheetRow> rows)
    {
        var cells = CellsOf(mapping, rows, SheetValue.Day).ToList();
        int Bad(DateOrder order) => cells.Count(c => DayCell.Read(c, mapping with { Dates = order }, out _) is not null);
        return Bad(DateOrder.MonthFirst) == 0 && Bad(DateOrder.DayFirst) >= Math.Max(3, cells.Count / 10) ? DateOrder.MonthFirst : DateOrder.DayFirst;
    }

    private static ThousandsMark ThousandsOf(SheetMapping mapping, List<SheetRow> rows)
    {
        var cells = CellsOf(mapping, rows, SheetValue.Amount).ToList();
        int Bad(ThousandsMark mark) => cells.Count(c => AmountCell.Read(c, mapping with { Thousands = mark }, out _) is not null);
        return Bad(ThousandsMark.Comma) < Bad(ThousandsMark.Dot) ? ThousandsMark.Comma : ThousandsMark.Dot;
    }

    private static AmountUnit AmountsOf(SheetHeader header, SheetMapping mapping)
    {
        var names = mapping.Fields.Where(f => f.Key.Value == SheetValue.Amount && f.Value.Fixed is null).Select(f => $" {SheetHeader.Key(header.Names[f.Value.Column])} ").ToList();
        bool Says(params string[] words) => names.Any(n => words.Any(w => n.Contains($" {w} ", StringComparison.Ordinal)));
        return Says("trieu", "tr d", "trieu dong") ? AmountUnit.Million : Says("nghin", "ngan", "1000 d", "1 000 d", "1000 dong", "1 000 dong") ? AmountUnit.Thousand : AmountUnit.Dong;
    }

    private static IEnumerable<SheetCell> CellsOf(SheetMapping mapping, List<SheetRow> rows, SheetValue value) =>
        mapping.Fields.Where(f => f.Key.Value == value && f.Value.Fixed is null).SelectMany(f => rows.Take(2_000).Select(r => r[f.Value.Column])).Where(c => !c.IsEmpty);
}
