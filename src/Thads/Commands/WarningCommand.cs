using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Thads.Law;
using Thads.Office;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Warnings;

namespace Thads.Commands;

/// <summary><c>thads warning</c>: whether the targets of a unit and of those below it are in reach, since when not, and where it is lost.</summary>
internal static class WarningCommand
{
    private static readonly Measure[] Measures = [Measure.Matters, Measure.Money];

    public static Command Create(Shell shell)
    {
        var unit = shell.Option<string>("--unit", "warning.unit");
        unit.Required = true;
        var year = shell.Option<int?>("--year", "report.year");
        var known = shell.Option<string?>("--known-on", "report.known-on");
        var command = shell.Command("warning");
        foreach (var option in new Option[] { unit, year, known, shell.Json, shell.Today, shell.Db })
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, shell.Clock(parsed));
            var board = await ReadWarnings.RunAsync(
                new(parsed.GetValue(unit)!, parsed.GetValue(year) ?? StatisticalYear.Of(work.Today).Year, parsed.GetValue(known) is { } day ? Shell.Day(day, "--known-on") : null), work, ct);
            Console.WriteLine(parsed.GetValue(shell.Json) ? JsonText.Of(to => Write(to, board)) : string.Join('\n', Lines(board, shell)));
            return Exit.Done;
        }));
        return command;
    }

    private static IEnumerable<string> Lines(WarningBoard board, Shell shell)
    {
        yield return shell.Say("cli.warning.head", board.UnitName, board.Period.Year.ToString(CultureInfo.InvariantCulture), board.Months);
        foreach (var (line, warning) in board.Units.SelectMany(line => Measures, (line, measure) => (line, line.Of(measure))))
        {
            yield return shell.Say(
                "cli.warning.line", line.Code, line.Name, warning.Measure, warning.Level is { } level ? shell.Say($"WarningLevel.{Codes.CodeOf(level)}") : "–", WriteSummary.Percent(warning.Rate),
                WriteSummary.Percent(warning.Target?.Assigned.Value), warning.Last?.Forecast is { } end ? $"{WriteSummary.Percent(end.Central)} ({WriteSummary.Percent(end.Low)} – {WriteSummary.Percent(end.High)})" : "–",
                warning.Since is { } since ? since.On.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "–");
        }

        foreach (var point in board.Whole.Matters.Points)
        {
            yield return shell.Say("cli.warning.point", point.On, WriteSummary.Percent(point.Rate), WriteSummary.Percent(point.Forecast?.Central), shell.Say($"WarningLevel.{Codes.CodeOf(point.Level)}"));
        }

        foreach (var (measure, part) in Measures.SelectMany(measure => board.Behind[measure].Where(part => part.Behind > 0), (measure, part) => (measure, part)))
        {
            yield return shell.Say("cli.warning.behind", part.Officer ?? part.Unit, part.Name, measure, WriteSummary.Amount(part.Behind, measure, shell.Language), WriteSummary.Percent(part.Share));
        }
    }

    private static void Write(Utf8JsonWriter to, WarningBoard board)
    {
        to.WriteString("unit", board.Period.Unit);
        to.WriteNumber("year", board.Period.Year);
        to.WriteNumber("months", board.Months);
        to.List("units", board.Units, unit =>
        {
            to.WriteString("unit", unit.Code);
            to.WriteBoolean("byFile", unit.IsReported);
            foreach (var measure in Measures)
            {
                to.WriteStartObject(Codes.CodeOf(measure));
                Write(to, unit.Of(measure));
                to.WriteEndObject();
            }
        });
        foreach (var measure in Measures)
        {
            to.List($"behind_{Codes.CodeOf(measure)}", board.Behind[measure], part =>
            {
                to.WriteString("unit", part.Unit);
                to.WriteString("officer", part.Officer);
                to.WriteNumber("behind", part.Behind);
                to.Number("share", part.Share);
            });
        }
    }

    private static void Write(Utf8JsonWriter to, MeasureWarning warning)
    {
        to.WriteString("level", warning.Level is { } level ? Codes.CodeOf(level) : null);
        to.WriteString("by", warning.By is { } by ? Codes.CodeOf(by) : null);
        to.Day("since", warning.Since?.On);
        to.Number("rate", warning.Rate);
        to.Number("target", warning.Target?.Assigned.Value);
        to.Number("missing", warning.Reach?.Missing);
        to.List("points", warning.Points, point =>
        {
            to.Day("on", point.On);
            to.Number("rate", point.Rate);
            to.Number("pace", point.Pace);
            to.Number("forecast", point.Forecast?.Central);
            to.Number("low", point.Forecast?.Low);
            to.Number("high", point.Forecast?.High);
            to.WriteString("level", Codes.CodeOf(point.Level));
        });
    }
}
