using System.Globalization;

namespace Thads.Office.Watch.SecondComputation;

/// <summary>What is asked of the second computation: the address of a report and its cut-off.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Officer">Code; null = everybody.</param>
/// <param name="Act">Last act that counts.</param>
/// <param name="KnownOn">Last day of knowledge that counts; null = all.</param>
public sealed record CountQuestion(string Unit, string? Officer, int Year, int Months, string Regime, long Act, DateOnly? KnownOn)
{
    public DateOnly Start => new(Year - 1, 10, 1);

    /// <summary>The last day of the period: month 1 is October, 12 September.</summary>
    public DateOnly End => Start.AddMonths(Months).AddDays(-1);
}

/// <summary>
/// The second computation of forms 01, 02, 04 and 05: from matters and steps as they stand in the books and the text of exchange-v1 alone, with no
/// moves, no summary and none of the formulas the forms are filled in by. Every matter is lived through again, and what happens to it is put
/// straight into the rows it counts in. How doubtful places were read: docs/decisions/0010-second-computation-readings.md.
/// </summary>
public sealed class CountForms
{
    private static readonly string[] Types =
        ["civil", "family", "commercial", "labour", "criminal", "administrative", "bankruptcy", "arbitration", "competition", "other"];

    private readonly CountQuestion question;
    private readonly IReadOnlySet<string> scope;
    private readonly List<(string Unit, IReadOnlySet<string> Scope)> units;
    private readonly Dictionary<CountedAccount, string[]> rowsOfAccount = [];

    /// <summary>By form ("01", "02", "04", "05") and row.</summary>
    private readonly Dictionary<(string Form, string Row), CountedCells> rows = [];

    /// <summary>The finest rows of forms 04 and 05: each account by itself.</summary>
    private readonly Dictionary<(bool Money, CountedAccount Account), CountedCells> accounts = [];

    public CountForms(CountQuestion question, CountedTree tree)
    {
        this.question = question;
        scope = tree.ScopeOf(question.Unit, question.End);
        units = [.. tree.Below(question.Unit, question.End).Select(unit => (unit, tree.ScopeOf(unit, question.End)))];
        foreach (var form in new[] { "01", "02" })
        {
            foreach (var row in ClassRows())
            {
                rows.Add((form, row), new());
            }
        }

        foreach (var (unit, _) in units)
        {
            rows.Add(("04", $"unit:{unit}"), new());
            rows.Add(("05", $"unit:{unit}"), new());
        }
    }

    /// <summary>Counts a matter as it is known at the cut-off.</summary>
    public void Take(CountedMatter matter)
    {
        if (matter.Act > question.Act || matter.KnownOn > question.KnownOn || matter.DecidedOn > question.End
            || !(scope.Contains(matter.Unit) || matter.Steps.Any(step => scope.Contains(step.ToUnit))))
        {
            return;
        }

        var teller = new Teller(this, matter);
        var life = new LivedMatter(matter, teller);
        var steps = matter.Steps.Where(step => step.On <= question.End && step.IsKnownAt(question.Act, question.KnownOn)).OrderBy(step => step.On).ToList();
        foreach (var step in steps.TakeWhile(step => step.On < question.Start))
        {
            life.Take(step);
        }

        if (matter.DecidedOn < question.Start)
        {
            teller.Stands(life, LivedMatter.IsLive, _ => "carried");
        }

        foreach (var step in steps.SkipWhile(step => step.On < question.Start))
        {
            life.Take(step);
        }

        teller.Stands(life, LivedMatter.IsOpen, state => state);
    }

    /// <summary>Every row of a form with all its cells, exact: việc or đồng. An officer without any figure has no row.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, decimal?>> Form(string form) => rows.Where(row => row.Key.Form == form)
        .Select(row => (row.Key.Row, Cells: row.Value.All(question.Regime)))
        .Where(row => !row.Row.StartsWith("officer:", StringComparison.Ordinal) || row.Cells.Values.Any(value => value is not (null or 0)))
        .ToDictionary(row => row.Row, row => row.Cells, StringComparer.Ordinal);

    /// <summary>The same row as it is printed: money in thousands of đồng summed from the finest rows, the rate from đồng.</summary>
    public Dictionary<string, decimal?> Printed(string form, string row)
    {
        var exact = rows[(form, row)].All(question.Regime);
        if (form is "01" or "04")
        {
            return exact;
        }

        var sum = new CountedCells();
        foreach (var part in form == "05" ? AccountsOf(row) : row.StartsWith("IV.", StringComparison.Ordinal) ? [rows[(form, row)]] : FinestOf(row))
        {
            sum.Add(part.InThousands());
        }

        var printed = sum.All(question.Regime);
        printed["rate"] = exact["rate"];
        return printed;
    }

    /// <summary>What stands in each account of what is asked: what forms 04 and 05 are summed from.</summary>
    public IEnumerable<(CountedAccount Account, CountedCells Cells)> Accounts(bool money) => accounts.Where(account => account.Key.Money == money).Select(account => (account.Key.Account, account.Value));

    private IEnumerable<CountedCells> AccountsOf(string row) => Accounts(money: true).Where(account => RowsOf(account.Account).Contains(row)).Select(account => account.Cells);

    /// <summary>Of form 02 type × basis, as far as they belong to the row.</summary>
    private IEnumerable<CountedCells> FinestOf(string row) => Enumerable.Range(1, Types.Length).SelectMany(type => new[] { $"III.{type}.1", $"III.{type}.2" })
        .Where(finest => row switch
        {
            "I" => true,
            "II.1" => finest.EndsWith(".1", StringComparison.Ordinal),
            "II.2" => finest.EndsWith(".2", StringComparison.Ordinal),
            _ => finest == row || finest[..finest.LastIndexOf('.')] == row,
        })
        .Select(finest => rows[("02", finest)]);

    private static IEnumerable<string> ClassRows() =>
    [
        "I", "II.1", "II.2", .. Enumerable.Range(1, Types.Length).SelectMany(type => new[] { $"III.{type}", $"III.{type}.1", $"III.{type}.2" }), "IV.1", "IV.2", "IV.3",
    ];

    /// <summary>The rows of forms 01 and 02 a matter or line counts in.</summary>
    private static IEnumerable<string> ClassRowsOf(CountedMatter matter, bool stateRevenue)
    {
        var basis = matter.Basis == "ex_officio" ? "1" : "2";
        var type = (Array.IndexOf(Types, matter.Type) + 1).ToString(CultureInfo.InvariantCulture);
        yield return "I";
        yield return $"II.{basis}";
        yield return $"III.{type}";
        yield return $"III.{type}.{basis}";
        if (matter.CreditInstitution)
        {
            yield return "IV.1";
        }

        if (matter.Corruption)
        {
            yield return "IV.2";
        }

        if (stateRevenue)
        {
            yield return "IV.3";
        }
    }

    private bool IsInside(CountedAccount account) => scope.Contains(account.Unit) && (question.Officer is null || question.Officer == account.Officer);

    /// <summary>The rows of forms 04 and 05 an account counts in; none when it lies outside what is asked.</summary>
    private string[] RowsOf(CountedAccount account)
    {
        if (!rowsOfAccount.TryGetValue(account, out var mine))
        {
            mine = !IsInside(account) ? []
                : [.. units.Where(unit => unit.Scope.Contains(account.Unit)).Select(unit => $"unit:{unit.Unit}"), .. account.Officer.Length > 0 ? [$"officer:{account.Officer}"] : Array.Empty<string>()];
            rowsOfAccount.Add(account, mine);
        }

        return mine;
    }

    private CountedCells Row(string form, string row)
    {
        if (!rows.TryGetValue((form, row), out var cells))
        {
            rows.Add((form, row), cells = new());
        }

        return cells;
    }

    /// <summary>What one matter and its lines put into the cells: the table of section 3, read as orders to be carried out while the matter is lived through.</summary>
    private sealed class Teller(CountForms count, CountedMatter matter) : LivedMatter.IListener
    {
        public void Moved(string thing, DateOnly on, CountedAccount account, string from, string to, decimal quantity)
        {
            if (on < count.question.Start)
            {
                return;
            }

            var (wasLive, isLive) = (LivedMatter.IsLive(from), LivedMatter.IsLive(to));
            if (from == "outside" && isLive)
            {
                Add(thing, account, "new", quantity);
                Add(thing, account, "delegated_in", matter.ByDelegation ? quantity : 0);
            }
            else if (wasLive && to == "separate")
            {
                Add(thing, account, "carried", -quantity);
            }
            else if (from == "separate" && isLive)
            {
                Add(thing, account, "carried", quantity);
            }
            else if (wasLive && !isLive)
            {
                Add(thing, account, to, quantity);
            }
            else if (!wasLive && isLive)
            {
                Add(thing, account, from, -quantity);
            }
        }

        /// <summary>What is closed stays where it was closed, and what is separate is only in the stock.</summary>
        public void HandedOver(string thing, DateOnly on, CountedAccount from, CountedAccount to, string state, decimal quantity)
        {
            if (on < count.question.Start || !LivedMatter.IsLive(state))
            {
                return;
            }

            var cell = LivedMatter.YearOf(matter.DecidedOn) < count.question.Year ? "carried" : "new";
            Add(thing, to, cell, quantity);
            Add(thing, from, cell, -quantity);
        }

        /// <summary>How matter and lines stand at a moment.</summary>
        public void Stands(LivedMatter life, Func<string, bool> counts, Func<string, string> cell)
        {
            if (counts(life.State))
            {
                Add("", life.Account, cell(life.State), 1);
            }

            foreach (var line in life.Lines.Where(line => counts(line.State)))
            {
                Add(line.Code, life.Account, cell(line.State), line.Remainder);
            }
        }

        private void Add(string thing, CountedAccount account, string cell, decimal quantity)
        {
            if (quantity == 0 || !count.IsInside(account))
            {
                return;
            }

            var money = thing.Length > 0;
            var stateRevenue = matter.Lines.Any(line => line.StateRevenue && (!money || line.Code == thing));
            foreach (var row in ClassRowsOf(matter, stateRevenue))
            {
                count.Row(money ? "02" : "01", row).Add(cell, quantity);
            }

            foreach (var row in count.RowsOf(account))
            {
                count.Row(money ? "05" : "04", row).Add(cell, quantity);
            }

            if (!count.accounts.TryGetValue((money, account), out var finest))
            {
                count.accounts.Add((money, account), finest = new());
            }

            finest.Add(cell, quantity);
        }
    }
}
