using System.CommandLine;
using System.Globalization;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;

namespace Thads.Commands;

/// <summary><c>thads targets list | assign | gap | forecast</c>.</summary>
internal sealed class TargetsCommand
{
    private readonly Shell _shell;
    private readonly Option<string> _unit;
    private readonly Option<int?> _year;
    private readonly Option<int> _months;
    private readonly Option<string?> _officer;
    private readonly Option<string?> _knownOn;
    private readonly Option<string> _measure;

    private TargetsCommand(Shell shell)
    {
        _shell = shell;
        _unit = shell.Option<string>("--unit", "targets.unit");
        _unit.Required = true;
        _year = shell.Option<int?>("--year", "report.year");
        _months = shell.Option<int>("--months", "report.months");
        _months.DefaultValueFactory = _ => StatisticalYear.Months;
        _officer = shell.Option<string?>("--officer", "report.officer");
        _knownOn = shell.Option<string?>("--known-on", "report.known-on");
        _measure = shell.Option<string>("--measure", "targets.measure");
        _measure.DefaultValueFactory = _ => Codes.CodeOf(Measure.Matters);
        _measure.AcceptOnlyFromAmong([.. Codes.All<Measure>()]);
    }

    public static Command Create(Shell shell)
    {
        var targets = new TargetsCommand(shell);
        return new Command("targets", shell.Say("cli.targets")) { targets.List(), targets.Assign(), targets.Gap(), targets.ForecastOf() };
    }

    private Command List() => With(_shell.Command("list", "targets.list"), [_months, _knownOn], async (parsed, work, ct) =>
    {
        var board = await TargetBoard.RunAsync(Query(parsed, work), work, ct);
        Console.Write(parsed.GetValue(_shell.Json)
            ? JsonText.Of(json =>
            {
                json.WriteString("unit", board.Period.Unit);
                json.WriteNumber("year", board.Period.Year);
                json.WriteNumber("months", board.Period.Months);
                json.List("targets", board.Lines, line =>
                {
                    json.WriteString("unit", line.Code);
                    json.WriteString("officer", line.Officer);
                    json.WriteString("name", line.Name);
                    foreach (var measure in Enum.GetValues<Measure>())
                    {
                        var standing = line.Of(measure);
                        json.WriteStartObject(Codes.CodeOf(measure));
                        json.Number("target", standing.Target?.Assigned.Value);
                        json.WriteString("pace", standing.Target is { } target ? Codes.CodeOf(target.Assigned.Pace) : null);
                        json.WriteString("decision", standing.Target?.Decision);
                        json.Number("compared", standing.Compared);
                        json.Number("rate", standing.Rate);
                        json.Number("margin", standing.Margin);
                        json.Number("marginOfYear", standing.MarginOfYear);
                        json.Number("marginProRata", standing.MarginProRata);
                        json.Number("missing", standing.Missing);
                        json.WriteEndObject();
                    }
                });
            }) + "\n"
            : string.Concat(board.Lines.SelectMany(line => Enum.GetValues<Measure>(), (line, measure) => (Line: line, Standing: line.Of(measure), Measure: measure)).Select(row => _shell.Say(
                "cli.targets.line", row.Line.Officer ?? row.Line.Code, row.Line.Name, row.Measure, WriteSummary.Percent(row.Standing.Target?.Assigned.Value),
                WriteSummary.Percent(row.Standing.Rate), WriteSummary.WithSign(row.Standing.Margin), row.Standing.Missing is { } missing ? WriteSummary.Amount(missing, row.Measure, _shell.Language) : "–") + "\n")));
        return Exit.Done;
    });

    private Command Assign()
    {
        var rows = new Argument<string[]>("ROW") { Description = _shell.Say("cli.targets.row"), Arity = ArgumentArity.OneOrMore };
        var authority = _shell.Option<string>("--authority", "targets.authority");
        var decision = _shell.Option<string>("--decision", "targets.decision");
        var on = _shell.Option<string>("--on", "targets.on");
        var pace = _shell.Option<string>("--pace", "targets.pace");
        foreach (var required in new[] { authority, decision, on })
        {
            required.Required = true;
        }

        pace.DefaultValueFactory = _ => Codes.CodeOf(Pace.Annual);
        pace.AcceptOnlyFromAmong([.. Codes.All<Pace>()]);
        var command = With(_shell.Command("assign", "targets.assign"), [authority, decision, on, pace], async (parsed, work, ct) =>
        {
            Codes.TryRead<Pace>(parsed.GetRequiredValue(pace), out var chosen);
            var unit = parsed.GetRequiredValue(_unit);
            var input = new AssignTargets.Input(
                YearOf(parsed, work), parsed.GetRequiredValue(authority), parsed.GetRequiredValue(decision), Shell.Day(parsed.GetRequiredValue(on), "--on"),
                [.. parsed.GetRequiredValue(rows).Select(row => Read(row, unit, chosen))]);
            var act = await AssignTargets.RunAsync(input, work, ct);
            Console.WriteLine(parsed.GetValue(_shell.Json) ? JsonText.Of(json => json.WriteNumber("act", act)) : _shell.Say("cli.targets.assigned", input.Rows.Count, act));
            return Exit.Done;
        });
        command.Add(rows);
        return command;
    }

    private Command Gap() => With(_shell.Command("gap", "targets.gap"), [_months, _officer, _knownOn, _measure], async (parsed, work, ct) =>
    {
        var gap = await FindGap.RunAsync(Query(parsed, work), MeasureOf(parsed), work, ct);
        if (parsed.GetValue(_shell.Json))
        {
            Console.WriteLine(JsonText.Of(json =>
            {
                json.WriteNumber("settled", gap.Settled);
                json.WriteNumber("enforceable", gap.Enforceable);
                json.Number("rate", gap.Rate);
                json.Number("target", gap.Target.Value);
                json.WriteNumber("missing", gap.Missing);
                json.WriteBoolean("enough", gap.IsEnough);
                json.WriteBoolean("over", gap.IsOver);
                json.Number("rateAfter", gap.RateAfter);
                json.WriteNumber("left", gap.Left);
                json.WriteString("rule", EffortRule.Current.Version);
                json.List("matters", gap.Lines, line =>
                {
                    json.WriteString("matter", line.Matter.Matter.Code);
                    json.WriteString("officer", gap.Scope.OfficerCode(line.Matter.Matter.Officer));
                    json.WriteNumber("left", line.Matter.Left);
                    json.WriteNumber("effort", line.Effort);
                    json.List("why", line.Why, why =>
                    {
                        json.WriteString("mark", Codes.CodeOf(why.Mark));
                        json.WriteNumber("points", why.Points);
                    });
                });
            }));
            return Exit.Done;
        }

        Console.WriteLine(_shell.Say("cli.gap.stands", gap.Settled, gap.Enforceable, WriteSummary.Percent(gap.Rate), WriteSummary.Percent(gap.Target.Value), gap.Missing));
        Console.WriteLine(_shell.Say(gap.IsEnough ? "cli.gap.list" : "cli.gap.not-enough", gap.Lines.Count, gap.Left, WriteSummary.Percent(gap.RateAfter)));
        foreach (var line in gap.Lines)
        {
            Console.WriteLine(_shell.Say(
                "cli.gap.line", line.Matter.Matter.Code, gap.Scope.OfficerCode(line.Matter.Matter.Officer) ?? "–", line.Matter.Left, line.Effort,
                string.Join("; ", line.Why.Select(why => _shell.Say($"EffortMark.{Codes.CodeOf(why.Mark)}", why.Number, why.On ?? default)))));
        }

        return Exit.Done;
    });

    private Command ForecastOf()
    {
        var backtest = _shell.Option<bool>("--backtest", "targets.backtest");
        return With(_shell.Command("forecast", "targets.forecast"), [_months, _officer, _knownOn, _measure, backtest], async (parsed, work, ct) =>
        {
            var (query, measure) = (Query(parsed, work), MeasureOf(parsed));
            if (parsed.GetValue(backtest))
            {
                var months = await ForecastYear.BacktestAsync(query, measure, work, ct);
                Console.Write(parsed.GetValue(_shell.Json)
                    ? JsonText.Of(json => json.List("months", months, month =>
                    {
                        json.WriteNumber("months", month.Months);
                        json.WriteNumber("forecasts", month.Forecasts);
                        json.Number("error", month.Error);
                        json.WriteNumber("inside", month.Inside);
                        json.Number("naive", month.Naive);
                    })) + "\n"
                    : string.Concat(months.Select(month => _shell.Say(
                        "cli.forecast.month", month.Months, month.Forecasts, WriteSummary.Points(month.Error), month.Inside, WriteSummary.Points(month.Naive)) + "\n")));
                return Exit.Done;
            }

            var found = await ForecastYear.RunAsync(query, measure, work, ct);
            RefusedException.ThrowIf(found.Why);
            Console.WriteLine(parsed.GetValue(_shell.Json)
                ? JsonText.Of(json =>
                {
                    json.WriteNumber("year", found.Year);
                    json.WriteNumber("months", found.Months);
                    json.Number("rate", found.Course!.Last.Rate);
                    json.Number("central", found.Forecast!.Central);
                    json.Number("low", found.Forecast.Low);
                    json.Number("high", found.Forecast.High);
                    json.WriteNumber("confidence", Forecast.Confidence);
                    json.WriteNumber("years", found.Forecast.Years);
                })
                : _shell.Say(
                    "forecast.told", found.Months, WriteSummary.Percent(found.Course!.Last.Rate), WriteSummary.Percent(found.Forecast!.Central), WriteSummary.Percent(found.Forecast.Low),
                    WriteSummary.Percent(found.Forecast.High), found.Forecast.Years));
            return Exit.Done;
        });
    }

    private Command With(Command command, IEnumerable<Option> options, Func<ParseResult, Work, CancellationToken, Task<int>> run)
    {
        foreach (var option in new Option[] { _unit, _year, _shell.Json, _shell.Today, _shell.Db }.Concat(options))
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            return await run(parsed, work, ct);
        }));
        return command;
    }

    /// <summary>OFFICER:matters=80,5 or matters=80,5: percent with a comma, as on the pages, or with a point.</summary>
    private static AssignTargets.Row Read(string row, string unit, Pace pace)
    {
        var (name, value) = row.Split('=') is [var left, var right] ? (left, right) : throw new RefusedException(new Refusal("cli.targets.bad-row", row));
        var (officer, word) = name.Split(':') is [var who, var what] ? (who, what) : (null, name);
        return Codes.TryRead<Measure>(word, out var measure) && decimal.TryParse(value.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent)
            ? new AssignTargets.Row(unit, officer, measure, percent, pace)
            : throw new RefusedException(new Refusal("cli.targets.bad-row", row));
    }

    private int YearOf(ParseResult parsed, Work work) => parsed.GetValue(_year) ?? StatisticalYear.Of(work.Today).Year;

    private Measure MeasureOf(ParseResult parsed) => Codes.TryRead<Measure>(parsed.GetRequiredValue(_measure), out var measure) ? measure : Measure.Matters;

    private FormQuery Query(ParseResult parsed, Work work) => new(
        "04", parsed.GetRequiredValue(_unit), YearOf(parsed, work), parsed.GetValue(_months), parsed.GetValue(_officer), parsed.GetValue(_knownOn) is { } known ? Shell.Day(known, "--known-on") : null);
}
