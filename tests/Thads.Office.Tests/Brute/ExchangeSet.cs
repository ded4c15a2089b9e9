using System.Globalization;
using System.Text;

namespace Thads.Office.Tests.Brute;

/// <summary>The rows of a set of exchange format 1, as its files hold them. An empty text or null is an empty cell.</summary>
public sealed record ExchangeSet
{
    public IReadOnlyList<UnitRow> Units { get; init; } = [];

    public IReadOnlyList<SuccessionRow> Succession { get; init; } = [];

    public IReadOnlyList<CommuneRow> Communes { get; init; } = [];

    public IReadOnlyList<OfficerRow> Officers { get; init; } = [];

    public IReadOnlyList<MatterRow> Matters { get; init; } = [];

    public IReadOnlyList<ObligationRow> Obligations { get; init; } = [];

    public IReadOnlyList<PartyRow> Parties { get; init; } = [];

    public IReadOnlyList<RoleRow> Roles { get; init; } = [];

    /// <summary>In the order in which they enter the books.</summary>
    public IReadOnlyList<StepRow> Steps { get; init; } = [];

    public IReadOnlyList<EventRow> Events { get; init; } = [];

    public IReadOnlyList<TargetRow> Targets { get; init; } = [];

    public IReadOnlyList<FigureRow> Figures { get; init; } = [];

    /// <summary>
    /// Writes one CSV file per kind of row that there is. With <paramref name="shuffle"/> the rows come in any order (steps and events of one matter
    /// keep theirs), and each file has a BOM or not, and LF or CRLF, by chance: none of it may change what the set means.
    /// </summary>
    public void WriteTo(string folder, Random? shuffle = null)
    {
        Directory.CreateDirectory(folder);
        Write("units", Units,
            ("code", r => r.Code), ("name", r => r.Name), ("kind", r => r.Kind), ("parent", r => r.Parent),
            ("valid_from", r => Text(r.ValidFrom)), ("valid_to", r => Text(r.ValidTo)));
        Write("unit_succession", Succession, ("from", r => r.From), ("to", r => r.To), ("on", r => Text(r.On)));
        Write("communes", Communes,
            ("code", r => r.Code), ("name", r => r.Name), ("unit", r => r.Unit),
            ("valid_from", r => Text(r.ValidFrom)), ("valid_to", r => Text(r.ValidTo)), ("successor", r => r.Successor));
        Write("officers", Officers,
            ("code", r => r.Code), ("name", r => r.Name), ("unit", r => r.Unit), ("title", r => r.Title),
            ("valid_from", r => Text(r.ValidFrom)), ("valid_to", r => Text(r.ValidTo)));
        Write("matters", Matters,
            ("code", r => r.Code), ("unit", r => r.Unit), ("officer", r => r.Officer), ("decision_number", r => r.DecisionNumber),
            ("decided_on", r => Text(r.DecidedOn)), ("known_on", r => Text(r.KnownOn)), ("basis", r => r.Basis), ("type", r => r.Type),
            ("credit_institution", r => Text(r.CreditInstitution)), ("corruption", r => Text(r.Corruption)),
            ("by_delegation", r => Text(r.ByDelegation)), ("judgment_number", r => r.JudgmentNumber), ("judgment_on", r => Text(r.JudgmentOn)),
            ("court", r => r.Court), ("effective_on", r => Text(r.EffectiveOn)), ("?received_on", r => Text(r.ReceivedOn)),
            ("?requested_on", r => Text(r.RequestedOn)), ("?commune", r => r.Commune));
        Write("obligations", Obligations,
            ("matter", r => r.Matter), ("line", r => r.Line), ("kind", r => r.Kind), ("state_revenue", r => Text(r.StateRevenue)),
            ("amount", r => Text(r.Amount)), ("debtor", r => r.Debtor), ("creditor", r => r.Creditor), ("what", r => r.What));
        Write("parties", Parties,
            ("code", r => r.Code), ("kind", r => r.Kind), ("name", r => r.Name), ("number", r => r.Number),
            ("address", r => r.Address), ("commune", r => r.Commune));
        Write("roles", Roles, ("matter", r => r.Matter), ("line", r => r.Line), ("party", r => r.Party), ("role", r => r.Role));
        Write("steps", InAnyOrder(Steps, r => r.Matter, shuffle),
            ("matter", r => r.Matter), ("line", r => r.Line), ("step", r => r.Step), ("on", r => Text(r.On)), ("known_on", r => Known(r.On, r.KnownOn)),
            ("voided_on", r => Text(r.VoidedOn)), ("amount", r => Text(r.Amount)), ("to_unit", r => r.ToUnit), ("to_officer", r => r.ToOfficer),
            ("note", r => r.Note), ("?manner", r => r.Manner));
        Write("events", InAnyOrder(Events, r => r.Matter, shuffle),
            ("matter", r => r.Matter), ("line", r => r.Line), ("event", r => r.Event), ("on", r => Text(r.On)), ("known_on", r => Known(r.On, r.KnownOn)),
            ("voided_on", r => Text(r.VoidedOn)), ("result", r => r.Result), ("partner", r => r.Partner), ("note", r => r.Note));
        Write("targets", Targets,
            ("unit", r => r.Unit), ("officer", r => r.Officer), ("year", r => Text(r.Year)), ("measure", r => r.Measure),
            ("value", r => r.Value.ToString("0.##", CultureInfo.InvariantCulture)), ("pace", r => r.Pace),
            ("?decision", r => r.Decision), ("?decided_on", r => Text(r.DecidedOn)));
        Write("figures", Figures,
            [("unit", r => r.Unit), ("year", r => Text(r.Year)), ("months", r => Text(r.Months)), ("regime", r => r.Regime), ("measure", r => r.Measure),
            .. Figures.SelectMany(f => f.Cells.Keys).Distinct().Select(
                cell => (cell, (Func<FigureRow, string>)(r => r.Cells.GetValueOrDefault(cell, ""))))]);

        // An empty cell is the business date: shuffled files say it either way.
        string Known(DateOnly on, DateOnly? known) => Text(known ?? (shuffle?.Next(2) == 1 ? on : null));

        void Write<T>(string file, IReadOnlyList<T> rows, params (string Column, Func<T, string> Cell)[] columns)
        {
            if (rows.Count == 0)
            {
                return;
            }

            var kept = columns.Where(c => c.Column[0] != '?' || rows.Any(r => c.Cell(r).Length > 0)).ToList();
            var lines = file is "steps" or "events" || shuffle is null ? rows : [.. rows.OrderBy(_ => shuffle.Next())];
            var end = shuffle?.Next(2) == 1 ? "\r\n" : "\n";
            var text = new StringBuilder().AppendJoin(',', kept.Select(c => c.Column.TrimStart('?'))).Append(end);
            foreach (var row in lines)
            {
                text.AppendJoin(',', kept.Select(c => Quoted(c.Cell(row)))).Append(end);
            }

            File.WriteAllText(Path.Combine(folder, file + ".csv"), text.ToString(), new UTF8Encoding(shuffle?.Next(2) == 1));
        }
    }

    /// <summary>Shuffles the matters among the places of the file; each matter's own rows fill its places in their order.</summary>
    private static IReadOnlyList<T> InAnyOrder<T>(IReadOnlyList<T> rows, Func<T, string> matter, Random? shuffle)
    {
        if (shuffle is null)
        {
            return rows;
        }

        var waiting = rows.GroupBy(matter).ToDictionary(g => g.Key, g => new Queue<T>(g));
        return [.. rows.Select(matter).OrderBy(_ => shuffle.Next()).Select(m => waiting[m].Dequeue())];
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(bool value) => value ? "1" : "0";

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

public sealed record UnitRow(string Code, string Name, string Kind, string Parent, DateOnly? ValidFrom = null, DateOnly? ValidTo = null);

public sealed record SuccessionRow(string From, string To, DateOnly On);

public sealed record CommuneRow(string Code, string Name, string Unit, DateOnly? ValidFrom = null, DateOnly? ValidTo = null, string Successor = "");

public sealed record OfficerRow(string Code, string Name, string Unit, string Title, DateOnly? ValidFrom = null, DateOnly? ValidTo = null);

public sealed record MatterRow(string Code, string Unit, string Officer, DateOnly DecidedOn, string Basis = "on_request", string Type = "civil")
{
    public DateOnly? KnownOn { get; init; }

    public bool CreditInstitution { get; init; }

    public bool Corruption { get; init; }

    public bool ByDelegation { get; init; }

    public string DecisionNumber { get; init; } = "";

    public string JudgmentNumber { get; init; } = "";

    public DateOnly? JudgmentOn { get; init; }

    public string Court { get; init; } = "";

    public DateOnly? EffectiveOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? RequestedOn { get; init; }

    public string Commune { get; init; } = "";

    /// <summary>"known_on empty = the business date".</summary>
    public DateOnly KnownSince => KnownOn ?? DecidedOn;
}

public sealed record ObligationRow(
    string Matter, string Line, long Amount, string Kind = "debt", bool StateRevenue = false, string Debtor = "", string Creditor = "", string What = "");

public sealed record PartyRow(string Code, string Kind, string Name, string Number = "", string Address = "", string Commune = "");

public sealed record RoleRow(string Matter, string Line, string Party, string Role);

public sealed record StepRow(string Matter, string Line, string Step, DateOnly On)
{
    public DateOnly? KnownOn { get; init; }

    public DateOnly? VoidedOn { get; init; }

    public long? Amount { get; init; }

    public string ToUnit { get; init; } = "";

    public string ToOfficer { get; init; } = "";

    public string Note { get; init; } = "";

    public string Manner { get; init; } = "";

    /// <summary>"known_on empty = the business date".</summary>
    public DateOnly KnownSince => KnownOn ?? On;
}

public sealed record EventRow(string Matter, string Line, string Event, DateOnly On)
{
    public DateOnly? KnownOn { get; init; }

    public DateOnly? VoidedOn { get; init; }

    public string Result { get; init; } = "";

    public string Partner { get; init; } = "";

    public string Note { get; init; } = "";
}

public sealed record TargetRow(
    string Unit, string Officer, int Year, string Measure, decimal Value, string Pace, string Decision = "", DateOnly? DecidedOn = null);

/// <summary>A report of a unit that is not on the system; <paramref name="Cells"/> by column name of published-figures, and officers, separate.</summary>
public sealed record FigureRow(string Unit, int Year, int Months, string Regime, string Measure, IReadOnlyDictionary<string, string> Cells);
