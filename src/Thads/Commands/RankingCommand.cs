using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Ranking;
using Thads.Office.Units;

namespace Thads.Commands;

/// <summary><c>thads ranking list | show</c>: what a scheme proposes for the units below one, beside what was decided.</summary>
internal sealed class RankingCommand
{
    private readonly Shell _shell;
    private readonly Option<string?> _unit;
    private readonly Option<int?> _year;
    private readonly Option<string> _scheme;
    private readonly Option<string?> _knownOn;

    private RankingCommand(Shell shell)
    {
        _shell = shell;
        _unit = shell.Option<string?>("--unit", "ranking.unit");
        _year = shell.Option<int?>("--year", "ranking.year");
        _scheme = shell.Option<string>("--scheme", "ranking.scheme");
        _scheme.DefaultValueFactory = _ => Scheme.ByRates;
        _knownOn = shell.Option<string?>("--known-on", "report.known-on");
    }

    public static Command Create(Shell shell)
    {
        var ranking = new RankingCommand(shell);
        var command = shell.Command("ranking");
        command.Add(ranking.List());
        command.Add(ranking.Show());
        return command;
    }

    private Command List() => WithQuery(_shell.Command("list", "ranking.list"), async (query, json, work, ct) =>
    {
        var ranking = await ReadRanking.RunAsync(query, work, ct);
        Console.WriteLine(json ? JsonText.Of(to => Write(to, ranking)) : string.Join('\n', Lines(ranking)));
    });

    private Command Show() => WithQuery(_shell.Command("show", "ranking.show"), async (query, json, work, ct) =>
    {
        var year = await UnitYear.RunAsync(query, work, ct);
        if (json)
        {
            Console.WriteLine(JsonText.Of(to =>
            {
                to.WriteString("scheme", year.Among.Scheme.Code);
                to.WriteNumber("year", year.Among.Year);
                to.WriteNumber("ranked", year.Among.Ranked);
                Write(to, year.Unit);
                to.List("decisions", year.Decisions, decision => Write(to, decision));
            }));
            return;
        }

        Console.WriteLine(string.Join('\n', Lines(year.Among with { Units = [year.Unit], Bands = [] })));
        foreach (var points in year.Unit.Points)
        {
            Console.WriteLine(_shell.Say(
                "cli.ranking.criterion", _shell.Language == Language.English ? points.Criterion.En : points.Criterion.Vi, WriteSummary.Points(points.Holding), WriteSummary.Points(points.Computed),
                points.Criterion.Maximum.ToString("0.##", Words.Format), _shell.Say($"Mark.{Codes.CodeOf(points.Criterion.By.Mark)}")));
        }

        foreach (var decision in year.Decisions)
        {
            Console.WriteLine(_shell.Say("cli.ranking.decided", decision.Official, decision.Decision, decision.DecidedOn, decision.DecidedBy));
        }
    });

    private Command WithQuery(Command command, Func<RankingQuery, bool, Work, CancellationToken, Task> run)
    {
        foreach (var option in new Option[] { _unit, _year, _scheme, _knownOn, _shell.Json, _shell.Today, _shell.Db })
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            var query = new RankingQuery(
                parsed.GetValue(_unit) ?? await UnitAsync(work, ct), parsed.GetValue(_year) ?? StatisticalYear.Of(work.Today).Year - 1, parsed.GetValue(_scheme)!,
                parsed.GetValue(_knownOn) is { } known ? Shell.Day(known, "--known-on") : null);
            await run(query, parsed.GetValue(_shell.Json), work, ct);
            return Exit.Done;
        }));
        return command;
    }

    /// <summary>Without a unit, the one with the most units right below it.</summary>
    private static async Task<string> UnitAsync(Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var units = tree.Units.OrderByDescending(unit => tree.Below(unit, work.Today).Count(below => below.Depth == 1)).ThenBy(tree.UnitCode, StringComparer.Ordinal).ToList();
        return units.Count > 0 ? tree.UnitCode(units[0]) : throw new RefusedException(new Refusal("report.no-unit"));
    }

    private IEnumerable<string> Lines(RankedUnits ranking)
    {
        yield return _shell.Say("cli.ranking.head", ranking.UnitName, ranking.Year.ToString(CultureInfo.InvariantCulture), ranking.Scheme.NameIn(_shell.Language), ranking.Ranked);
        foreach (var unit in ranking.Units)
        {
            yield return _shell.Say(
                "cli.ranking.line", unit.Place is { } place ? $"{place}/{ranking.Ranked}" : "–", unit.Code, unit.Values.Name, WriteSummary.Percent(unit.Values[RankedUnits.Rate]),
                WriteSummary.Percent(unit.Values[RankedUnits.MoneyRate]), unit.Values[RankedUnits.Total] is { } total ? ((long)total).ToString("N0", Words.Format) : "–",
                string.Join(" · ", new[]
                {
                    unit.Points.Count == 0 ? null : unit.Total is { } points ? _shell.Say("cli.ranking.points", WriteSummary.Points(points), unit.Grade?.Grade.Code ?? "–")
                        : _shell.Say("cli.ranking.open", WriteSummary.Points(unit.KnownPoints), unit.OpenCriteria),
                    unit.Range is { } range ? _shell.Say("cli.ranking.range", range.Best, range.Worst) : null,
                    unit.Values.IsReported ? _shell.Say("cli.ranking.by-file") : null,
                    unit.Decided is { } decided ? _shell.Say("cli.ranking.decided-short", decided.Official) : null,
                }.OfType<string>()));
        }

        foreach (var band in ranking.Bands)
        {
            yield return _shell.Say("cli.ranking.band", string.Join(", ", band.Codes));
        }
    }

    private static void Write(Utf8JsonWriter to, RankedUnits ranking)
    {
        to.WriteString("unit", ranking.Unit);
        to.WriteNumber("year", ranking.Year);
        to.WriteString("scheme", ranking.Scheme.Code);
        to.Day("knownOn", ranking.KnownOn);
        to.WriteNumber("lastAct", ranking.LastAct);
        to.WriteNumber("ranked", ranking.Ranked);
        to.List("units", ranking.Units, unit => Write(to, unit));
        to.WriteStartArray("bands");
        foreach (var band in ranking.Bands)
        {
            to.WriteStartArray();
            foreach (var code in band.Codes)
            {
                to.WriteStringValue(code);
            }

            to.WriteEndArray();
        }

        to.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter to, RankedUnit unit)
    {
        to.WriteString("unit", unit.Code);
        to.WriteString("name", unit.Values.Name);
        to.Number("place", unit.Place);
        to.WriteBoolean("byFile", unit.Values.IsReported);
        to.Number("rateOfMatters", unit.Values[RankedUnits.Rate]);
        to.Number("rateOfMoney", unit.Values[RankedUnits.MoneyRate]);
        to.Number("total", unit.Values[RankedUnits.Total]);
        to.Number("points", unit.Total);
        to.WriteString("grade", unit.Grade?.Grade.Code);
        to.Number("bestRank", unit.Range?.Best);
        to.Number("worstRank", unit.Range?.Worst);
        to.List("targets", unit.Targets, target =>
        {
            to.WriteString("target", target.Target.Code);
            to.Number("value", target.Value);
            to.Number("result", target.Result);
            to.Number("margin", target.Margin);
        });
        to.List("criteria", unit.Points, points =>
        {
            to.WriteString("criterion", points.Criterion.Code);
            to.Number("computed", points.Computed);
            to.Number("self", points.Given(ScoreStage.Self)?.Points);
            to.Number("verified", points.Given(ScoreStage.Verified)?.Points);
            to.Number("final", points.Given(ScoreStage.Final)?.Points);
            to.Number("holding", points.Holding);
        });
        to.WriteString("decidedRank", unit.Decided?.PlaceText);
        to.WriteString("decidedRecognition", unit.Decided?.Level?.Vi);
    }

    private static void Write(Utf8JsonWriter to, Recognition decision)
    {
        to.WriteString("rank", decision.PlaceText);
        to.WriteString("grade", decision.Grade);
        to.WriteString("recognition", decision.Level?.Vi);
        to.WriteString("decision", decision.Decision);
        to.Day("decidedOn", decision.DecidedOn);
        to.WriteString("decidedBy", decision.DecidedBy);
        to.WriteNumber("act", decision.Act);
    }
}
