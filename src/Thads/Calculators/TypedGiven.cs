using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Thads.Law.Asked;
using Thads.Law.Calendar;
using Thads.Office;
using Thads.Office.Fields;

namespace Thads.Calculators;

/// <summary>What a person typed into the form of a question, read as everywhere in the program: days and amounts the Vietnamese way, or as in a shared link.</summary>
internal sealed partial class TypedGiven(IReadOnlyDictionary<string, StringValues> typed, DateOnly today)
{
    /// <summary>Rows a form shows at most: nobody types more, and a link cannot ask for thousands of fields.</summary>
    public const int MostRows = 40;

    /// <summary>What could not be read, by field.</summary>
    public List<(string Field, Refusal Why)> Wrong { get; } = [];

    /// <summary>`receipts.0.on`: the field of a column in a row.</summary>
    public static string FieldOf(string input, int row, string column) => string.Create(CultureInfo.InvariantCulture, $"{input}.{row}.{column}");

    public string? Text(string field) => typed.TryGetValue(field, out var values) && values.ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Whether anything of the question was typed: an address without it shows the empty form.</summary>
    public bool IsAsked(LawQuestion question) => question.Inputs.Any(input => input.Kind == InputKind.Rows ? RowsOf(input) > 0 : Text(input.Name) is not null);

    /// <summary>How many rows of a list were typed.</summary>
    public int RowsOf(QuestionInput input) =>
        Enumerable.Range(0, MostRows).Where(row => input.Columns.Any(column => Text(FieldOf(input.Name, row, column.Name)) is not null)).Select(row => row + 1).LastOrDefault();

    public Given Read(LawQuestion question) => new(
        Values(question.Inputs.Where(input => input.Kind != InputKind.Rows).Select(input => (input, input.Name))),
        question.Inputs.Where(input => input.Kind == InputKind.Rows).ToDictionary(
            input => input.Name,
            input => (IReadOnlyList<Given>)[.. Enumerable.Range(0, RowsOf(input)).Where(row => input.Columns.Any(column => Text(FieldOf(input.Name, row, column.Name)) is not null))
                .Select(row => new Given(Values(input.Columns.Select(column => (column, FieldOf(input.Name, row, column.Name)))), new Dictionary<string, IReadOnlyList<Given>>()))],
            StringComparer.Ordinal));

    private Dictionary<string, string> Values(IEnumerable<(QuestionInput Input, string Field)> inputs)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (input, field) in inputs)
        {
            if (Text(field) is { } text && Plain(input.Kind, text, field) is { } plain)
            {
                values[input.Name] = plain;
            }
        }

        return values;
    }

    private string? Plain(InputKind kind, string text, string field) => kind switch
    {
        InputKind.Day => Day(text, field),
        InputKind.Moment => Time().Match(text) is { Success: true } timed ? Day(text[..timed.Index].Trim(), field) + " " + timed.Value.TrimStart('T', ' ') : Day(text, field),
        InputKind.Amount => MoneyText.Read(text, out var amount) is { } why ? Bad(field, why) : amount?.Units.ToString(CultureInfo.InvariantCulture),
        InputKind.Number => text.Replace(',', '.'),
        InputKind.Whole or InputKind.Flag or InputKind.Text or InputKind.Choice or InputKind.Rows => text,
    };

    private string? Day(string text, string field) =>
        DayText.Read(text, today, WorkingCalendar.OfVietNam, out var day) is { } why ? Bad(field, why) : day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string? Bad(string field, Refusal why)
    {
        Wrong.Add((field, why));
        return null;
    }

    [GeneratedRegex(@"[T ]\s*\d{1,2}:\d{2}$")]
    private static partial Regex Time();
}
