using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Thads.Http;
using Thads.Law.Calendar;
using Thads.Office;
using Thads.Office.Docket;
using Thads.Office.Fields;
using Thads.Office.Finding;
using Thads.Office.Matters;

namespace Thads.Matters;

/// <summary>A list of matters as it stands in an address: filters, order, columns and place. Days in ISO, amounts in digits, and nothing that goes without saying.</summary>
public sealed record MatterListAddress
{
    public const string Path = "/matters";

    /// <summary>All matters, where the person's usual view would narrow them.</summary>
    public const string Everything = Path + "?view=all";

    /// <summary>What an address of the list may say, in its order.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "q", "unit", "officer", "state", "docketFrom", "docketTo", "basis", "type", "commune", "bank", "corruption", "delegated", "leftFrom", "leftTo", "decidedFrom", "decidedTo",
        "movedBefore", "sort", "columns", "after", "before",
    ];

    public MatterFilter Filter { get; init; } = new();

    /// <summary>Null = the usual one.</summary>
    public MatterOrder? Order { get; init; }

    /// <summary>Empty = the usual ones.</summary>
    public IReadOnlyList<MatterColumn> Columns { get; init; } = [];

    public MatterPlace? After { get; init; }

    public MatterPlace? Before { get; init; }

    public IReadOnlyList<MatterColumn> Shown => Columns.Count == 0 ? MatterColumnFacts.Usual : Columns;

    /// <param name="wrong">Told what could not be read: the field, and why.</param>
    public static MatterListAddress Read(IEnumerable<KeyValuePair<string, StringValues>> query, DateOnly today, Action<string, Refusal> wrong)
    {
        var asked = query.ToLookup(part => part.Key, part => part.Value, StringComparer.Ordinal);
        IEnumerable<string> All(string name) => asked[name].SelectMany(value => value).Select(value => value?.Trim() ?? "").Where(value => value.Length > 0);
        string? One(string name) => All(name).FirstOrDefault();
        return new MatterListAddress
        {
            Filter = new MatterFilter
            {
                Text = One("q"),
                Unit = One("unit"),
                Officer = One("officer"),
                States = Words<DocketState>("state"),
                DocketFrom = Year("docketFrom"),
                DocketTo = Year("docketTo"),
                Basis = Words<Basis>("basis") is [var basis, ..] ? basis : null,
                Types = Words<JudgmentType>("type"),
                Commune = One("commune"),
                CreditInstitution = One("bank") == "1",
                Corruption = One("corruption") == "1",
                ByDelegation = One("delegated") == "1",
                LeftFrom = Amount("leftFrom"),
                LeftTo = Amount("leftTo"),
                DecidedFrom = Day("decidedFrom"),
                DecidedTo = Day("decidedTo"),
                MovedBefore = Day("movedBefore"),
            },
            Order = Sorted(One("sort")),
            Columns = [.. All("columns").SelectMany(value => value.Split(',')).Select(Column).OfType<MatterColumn>().Distinct().Order()],
            After = MatterPlace.Read(One("after")),
            Before = MatterPlace.Read(One("before")),
        };

        List<T> Words<T>(string name)
            where T : struct, Enum
        {
            var read = new List<T>();
            foreach (var word in All(name))
            {
                if (Codes.TryRead<T>(word, out var value))
                {
                    read.Add(value);
                }
                else
                {
                    wrong(name, new Refusal("matters.no-such-choice", word));
                }
            }

            return [.. read.Distinct().Order()];
        }

        int? Year(string name)
        {
            if (One(name) is not { } typed)
            {
                return null;
            }

            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200)
            {
                return year;
            }

            wrong(name, new Refusal("matters.no-year", typed));
            return null;
        }

        long? Amount(string name)
        {
            if (MoneyText.Read(One(name), out var amount) is { } why)
            {
                wrong(name, why);
            }

            return amount?.Units;
        }

        DateOnly? Day(string name)
        {
            if (DayText.Read(One(name), today, WorkingCalendar.OfVietNam, out var day) is { } why)
            {
                wrong(name, why);
            }

            return day;
        }
    }

    /// <summary>Whether a query says the same as this address, and says it as it is said best.</summary>
    public bool IsSaidBy(IReadOnlyCollection<KeyValuePair<string, StringValues>> query) =>
        query.Where(part => Names.Contains(part.Key)).SelectMany(part => part.Value, (part, value) => (part.Key, Value: value ?? "")).Order()
            .SequenceEqual(Parts().Select(part => (part.Key, part.Value)).Order());

    /// <summary>The address itself.</summary>
    public override string ToString()
    {
        var query = Query;
        return query.Length == 0 ? Path : $"{Path}?{query}";
    }

    /// <summary>What stands after the question mark.</summary>
    public string Query => new QueryBuilder(Parts()).ToQueryString().Value?.TrimStart('?') ?? "";

    /// <summary>As it may be kept and come back to: without a place.</summary>
    public MatterListAddress Anywhere => this with { After = null, Before = null };

    public string Workbook => Anywhere is var list && list.Query is { Length: > 0 } query ? $"{Path}?{query}&handler=workbook" : $"{Path}?handler=workbook";

    /// <summary>What a form of the list carries along that it does not ask itself.</summary>
    public IReadOnlyList<(string Name, string Value)> Carried(params string[] names) =>
        [.. Anywhere.Parts().Where(part => names.Contains(part.Key)).Select(part => (part.Key, part.Value))];

    /// <summary>A link on the heading of a column: by it, or the other way round where it leads already. Amounts and days begin with the most and the latest.</summary>
    public MatterListAddress SortedBy(MatterOrderBy by) => Anywhere with
    {
        Order = Order?.By == by ? Order with { Descending = !Order.Descending }
            : Order is null && Filter.Text is null && by == MatterOrder.Usual.By ? MatterOrder.Usual with { Descending = !MatterOrder.Usual.Descending }
            : new MatterOrder(by, by is not (MatterOrderBy.Code or MatterOrderBy.Debtor)),
    };

    private IEnumerable<KeyValuePair<string, string>> Parts()
    {
        var f = Filter;
        return new (string Name, IEnumerable<string?> Values)[]
        {
            ("q", [f.Text]), ("unit", [f.Unit]), ("officer", [f.Officer]), ("state", f.States.Select(Codes.CodeOf)), ("docketFrom", [Digits(f.DocketFrom)]), ("docketTo", [Digits(f.DocketTo)]),
            ("basis", [f.Basis is { } basis ? Codes.CodeOf(basis) : null]), ("type", f.Types.Select(Codes.CodeOf)), ("commune", [f.Commune]), ("bank", [Tick(f.CreditInstitution)]),
            ("corruption", [Tick(f.Corruption)]), ("delegated", [Tick(f.ByDelegation)]), ("leftFrom", [Digits(f.LeftFrom)]), ("leftTo", [Digits(f.LeftTo)]), ("decidedFrom", [Iso(f.DecidedFrom)]),
            ("decidedTo", [Iso(f.DecidedTo)]), ("movedBefore", [Iso(f.MovedBefore)]), ("sort", [Order is { } order ? (order.Descending ? "-" : "") + Codes.CodeOf(order.By) : null]),
            ("columns", [Columns.Count == 0 ? null : string.Join(',', Columns.Select(Codes.CodeOf))]), ("after", [After?.ToString()]), ("before", [Before?.ToString()]),
        }.SelectMany(part => part.Values.OfType<string>(), (part, value) => KeyValuePair.Create(part.Name, value));

        static string? Tick(bool value) => value ? "1" : null;

        static string? Digits(long? number) => number?.ToString(CultureInfo.InvariantCulture);

        static string? Iso(DateOnly? day) => day is { } known ? PageText.Iso(known) : null;
    }

    private static MatterOrder? Sorted(string? text) =>
        text is not null && Codes.TryRead<MatterOrderBy>(text.TrimStart('-'), out var by) ? new MatterOrder(by, text[0] == '-') : null;

    private static MatterColumn? Column(string code) => Codes.TryRead<MatterColumn>(code.Trim(), out var column) ? column : null;
}
