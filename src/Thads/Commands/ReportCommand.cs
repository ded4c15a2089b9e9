using System.CommandLine;
using System.Globalization;
using System.Text;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Figures.Sheets;
using Thads.Office.Units;

namespace Thads.Commands;

/// <summary><c>thads report form-01 … form-05 | explain | summary</c>, and <see cref="ReportVersions"/>.</summary>
internal sealed class ReportCommand
{
    private readonly Shell _shell;
    private readonly Option<string?> _unit;
    private readonly Option<int?> _year;
    private readonly Option<int> _months;
    private readonly Option<string?> _officer;
    private readonly Option<string?> _knownOn;
    private readonly Option<string?> _regime;

    private ReportCommand(Shell shell)
    {
        _shell = shell;
        _unit = shell.Option<string?>("--unit", "report.unit");
        _year = shell.Option<int?>("--year", "report.year");
        _months = shell.Option<int>("--months", "report.months");
        _months.DefaultValueFactory = _ => StatisticalYear.Months;
        _officer = shell.Option<string?>("--officer", "report.officer");
        _knownOn = shell.Option<string?>("--known-on", "report.known-on");
        _regime = shell.Option<string?>("--regime", "report.regime");
    }

    public static Command Create(Shell shell)
    {
        var report = new ReportCommand(shell);
        var command = shell.Command("report");
        foreach (var kind in FormKind.All)
        {
            command.Add(report.Form(kind));
        }

        command.Add(report.Explain());
        command.Add(report.Summary());
        foreach (var version in ReportVersions.All(shell))
        {
            command.Add(version);
        }

        return command;
    }

    private Command Form(FormKind kind)
    {
        var format = _shell.Option<string>("--format", "report.format");
        format.DefaultValueFactory = _ => "table";
        format.AcceptOnlyFromAmong("table", "json", "xlsx");
        var file = _shell.Option<string?>("--out", "report.out");
        var blanks = _shell.Option<string?>("--blanks", "report.blanks");
        var unitsOnly = _shell.Option<bool>("--units-only", "report.units-only");
        var command = WithQuery(_shell.Command($"form-{kind.Number}"));
        command.Add(format);
        command.Add(file);
        command.Add(blanks);
        command.Add(_shell.Json);
        if (kind.ByUnit)
        {
            command.Add(unitsOnly);
        }

        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            var query = (await QueryAsync(kind.Number, parsed, work, ct)) with { UnitsOnly = kind.ByUnit && parsed.GetValue(unitsOnly) };
            var (asked, to) = (parsed.GetValue(_shell.Json) ? "json" : parsed.GetValue(format), parsed.GetValue(file));
            if (asked == "xlsx")
            {
                RefusedException.ThrowIf(to is null ? new Refusal("cli.report.needs-out") : null);
                await WriteSheet.RunAsync(query, to!, parsed.GetValue(blanks) ?? Environment.GetEnvironmentVariable("THADS_BLANKS"), work, ct);
                await Console.Error.WriteLineAsync(_shell.Say("cli.written", to!));
                return Exit.Done;
            }

            var text = asked == "json"
                ? WriteForm.Json(await ReadForm.RunAsync(query, work, ct), _shell.Language) + "\n"
                : await TableAsync(query, work, ct);
            await WriteAsync(text, to);
            return Exit.Done;
        }));
        return command;
    }

    private async Task<string> TableAsync(FormQuery query, Work work, CancellationToken ct)
    {
        var printed = await PrintedForm.RunAsync(query, work, ct);
        var head = _shell.Say("cli.report.head", printed.Report.Form, query.Unit, query.Year.ToString(CultureInfo.InvariantCulture), query.Months, printed.Report.Regime,
            _shell.Say(printed.Report.Measure == Measure.Money ? "cli.report.in-thousands" : "cli.report.in-matters"),
            query.KnownOn is { } day ? _shell.Say("cli.report.known", day) : _shell.Say("cli.report.known-all"));
        return head + "\n\n" + WriteForm.Table(printed, _shell.Language);
    }

    private Command Explain()
    {
        var form = new Argument<string>("FORM") { Description = _shell.Say("cli.explain.form") };
        var row = new Argument<string>("ROW") { Description = _shell.Say("cli.explain.row") };
        var cell = new Argument<string>("CELL") { Description = _shell.Say("cli.explain.cell") };
        var format = _shell.Option<string>("--format", "report.format");
        format.DefaultValueFactory = _ => "table";
        format.AcceptOnlyFromAmong("table", "json");
        var command = WithQuery(_shell.Command("explain"));
        foreach (var argument in new[] { form, row, cell })
        {
            command.Add(argument);
        }

        command.Add(format);
        command.Add(_shell.Json);
        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            var name = parsed.GetRequiredValue(form).Replace("form-", "", StringComparison.Ordinal).PadLeft(2, '0');
            var query = await QueryAsync(name, parsed, work, ct);
            var explained = await ExplainCell.RunAsync(query, parsed.GetRequiredValue(row), parsed.GetRequiredValue(cell), work, ct);
            await WriteAsync(parsed.GetValue(_shell.Json) || parsed.GetValue(format) == "json" ? ExplainJson(explained) + "\n" : ExplainText(explained), null);
            return Exit.Done;
        }));
        return command;
    }

    private Command Summary()
    {
        var command = WithQuery(_shell.Command("summary"));
        command.Add(_shell.Json);
        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            var summary = await YearSummary.RunAsync(await QueryAsync("01", parsed, work, ct), work, ct);
            await WriteAsync(parsed.GetValue(_shell.Json) ? WriteSummary.Json(summary) + "\n" : WriteSummary.Text(summary, _shell.Language), null);
            return Exit.Done;
        }));
        return command;
    }

    private Command WithQuery(Command command)
    {
        foreach (var option in new Option[] { _unit, _year, _months, _officer, _knownOn, _regime, _shell.Today, _shell.Db })
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>Without a unit the top of the tree; without a year the one of the office's day.</summary>
    private async Task<FormQuery> QueryAsync(string form, ParseResult parsed, Work work, CancellationToken ct)
    {
        var year = parsed.GetValue(_year) ?? StatisticalYear.Of(work.Today).Year;
        return new FormQuery(
            form, parsed.GetValue(_unit) ?? await TopUnitAsync(work, ct), year, parsed.GetValue(_months), parsed.GetValue(_officer),
            parsed.GetValue(_knownOn) is { } known ? Shell.Day(known, "--known-on") : null, parsed.GetValue(_regime));
    }

    private static async Task<string> TopUnitAsync(Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var tops = tree.Units.Where(u => tree.PeriodsOf(u).All(p => p.Parent is null)).ToList();
        return tops.Count == 1 ? tree.UnitCode(tops[0]) : throw new RefusedException(new Refusal("cli.report.which-unit"));
    }

    private static async Task WriteAsync(string text, string? file)
    {
        if (file is null)
        {
            Console.Write(text);
        }
        else
        {
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }

    private string ExplainText(CellExplanation explained)
    {
        var text = new StringBuilder();
        text.AppendLine(_shell.Say("cli.explain.head", explained.Query.Form, explained.Row, explained.Cell, explained.Value, explained.Matters.Count, explained.FormulaText));
        foreach (var matter in explained.Matters)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{matter.Code}  {matter.Counted.ToString("N0", Words.Format)}");
            foreach (var move in matter.Moves)
            {
                var line = move.Line is null ? "" : _shell.Say("cli.explain.line", move.Line) + " ";
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"    {_shell.Say("cli.explain.move", move.On, move.KnownOn, line, move.From, move.To, move.Counted)}{(move.TakenBack ? " " + _shell.Say("cli.explain.taken-back") : "")}");
            }
        }

        return text.ToString();
    }

    private static string ExplainJson(CellExplanation explained) => JsonText.Of(json =>
    {
        json.WriteString("form", explained.Query.Form);
        json.WriteString("row", explained.Row);
        json.WriteString("cell", explained.Cell);
        json.WriteString("regime", explained.Regime);
        json.WriteString("formula", explained.FormulaText);
        json.WriteString("unit", explained.Query.Unit);
        json.WriteString("officer", explained.Query.Officer);
        json.WriteNumber("year", explained.Query.Year);
        json.WriteNumber("months", explained.Query.Months);
        json.Day("knownOn", explained.Query.KnownOn);
        json.WriteNumber("value", explained.Value);
        json.List("matters", explained.Matters, matter =>
        {
            json.WriteString("matter", matter.Code);
            json.WriteNumber("counted", matter.Counted);
            json.List("moves", matter.Moves, move =>
            {
                json.WriteString("line", move.Line);
                json.WriteNumber("step", move.Step);
                json.Day("on", move.On);
                json.Day("knownOn", move.KnownOn);
                json.WriteString("from", Codes.CodeOf(move.From));
                json.WriteString("to", Codes.CodeOf(move.To));
                json.WriteBoolean("takenBack", move.TakenBack);
                json.WriteNumber("act", move.Act);
                json.WriteNumber("counted", move.Counted);
            });
        });
    });
}
