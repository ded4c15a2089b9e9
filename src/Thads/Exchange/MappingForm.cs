using Thads.Office;
using Thads.Office.Exchange.OneSheet;

namespace Thads.Exchange;

/// <summary>The form of the columns: `c-FIELD` a letter, `f-FIELD` the same for every row, `w-FIELD-N` with `m-FIELD-N` a word and its meaning.</summary>
internal sealed class MappingForm(IFormCollection form)
{
    public static string Column(SheetField field) => $"c-{Codes.CodeOf(field)}";

    public static string Fixed(SheetField field) => $"f-{Codes.CodeOf(field)}";

    public static string Word(SheetField field, int number) => $"w-{Codes.CodeOf(field)}-{number}";

    public static string Meaning(SheetField field, int number) => $"m-{Codes.CodeOf(field)}-{number}";

    /// <summary>The mapping as the form has it; unit, sheet and header stay.</summary>
    public SheetMapping Read(SheetMapping mapping, SheetHeader header)
    {
        var fields = new Dictionary<SheetField, FieldSource>();
        var words = new Dictionary<SheetField, IReadOnlyDictionary<string, string>>();
        foreach (var field in Enum.GetValues<SheetField>())
        {
            var column = SheetText.ColumnOf(Text(Column(field)) ?? "");
            if (column >= 0 && column < header.Names.Count)
            {
                fields[field] = new FieldSource(column, header.Names[column]);
            }
            else if (field.MayBeFixed && Text(Fixed(field)) is { } always)
            {
                fields[field] = FieldSource.Always(always);
            }

            var said = new Dictionary<string, string>(mapping.Words.GetValueOrDefault(field) ?? new Dictionary<string, string>(), StringComparer.Ordinal);
            for (var number = 0; form.ContainsKey(Word(field, number)); number++)
            {
                var word = form[Word(field, number)].ToString();
                foreach (var spelling in said.Keys.Where(k => SheetHeader.Key(k) == SheetHeader.Key(word)).ToList())
                {
                    said.Remove(spelling);
                }

                // Nothing chosen: the word stays unknown, and its rows are listed.
                said[word] = Text(Meaning(field, number)) ?? "";
            }

            if (said.Count > 0)
            {
                words[field] = said;
            }
        }

        return mapping with
        {
            Fields = fields,
            Words = words,
            Dates = Of<DateOrder>("dates") ?? mapping.Dates,
            SerialDays = Text("serial") is not null,
            Amounts = Of<AmountUnit>("amounts") ?? mapping.Amounts,
            Thousands = Of<ThousandsMark>("thousands") ?? mapping.Thousands,
            Known = Of<KnownHabit>("known") ?? mapping.Known,
            OfficerFrom = Of<OfficerHabit>("officer-from") ?? mapping.OfficerFrom,
        };
    }

    private T? Of<T>(string name)
        where T : struct, Enum => Codes.TryRead<T>(Text(name) ?? "", out var value) ? value : null;

    private string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
