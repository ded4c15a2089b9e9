using System.CommandLine;
using System.Globalization;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Obstacles;

namespace Thads.Commands;

/// <summary><c>thads obstacles list | record | end</c>: the periods in which work was impossible, by their documents.</summary>
internal sealed class ObstaclesCommand
{
    private readonly Shell _shell;

    private ObstaclesCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        var obstacles = new ObstaclesCommand(shell);
        return new Command("obstacles", shell.Say("cli.obstacles")) { obstacles.List(), obstacles.Record(), obstacles.End() };
    }

    private Command List()
    {
        var unit = _shell.Option<string?>("--unit", "obstacles.unit");
        var withdrawn = _shell.Option<bool>("--withdrawn", "obstacles.withdrawn");
        return With(_shell.Command("list", "obstacles.list"), [unit, withdrawn, _shell.Json], async (parsed, work, ct) =>
        {
            var found = await ReadObstacles.RunAsync(new ObstacleQuestion(parsed.GetValue(unit), WithWithdrawn: parsed.GetValue(withdrawn)), work, ct);
            Console.WriteLine(parsed.GetValue(_shell.Json)
                ? JsonText.Of(to => to.List("obstacles", found, obstacle =>
                {
                    to.WriteNumber("number", obstacle.Number);
                    to.WriteString("unit", obstacle.UnitCode);
                    to.WriteString("cause", Codes.CodeOf(obstacle.Cause));
                    to.WriteString("hinders", string.Join(',', obstacle.Hinders.Select(Codes.CodeOf)));
                    to.Day("first", obstacle.First);
                    to.Day("last", obstacle.Last);
                    to.WriteString("communes", string.Join(',', obstacle.Communes.Select(commune => commune.Code)));
                    to.WriteString("document", obstacle.Document);
                    to.Day("documentOn", obstacle.DocumentOn);
                    to.WriteString("issuer", obstacle.Issuer);
                    to.WriteBoolean("withdrawn", obstacle.IsWithdrawn);
                }))
                : string.Join('\n', found.Count == 0 ? [_shell.Say("cli.obstacles.none")] : found.Select(obstacle => _shell.Say(
                    "cli.obstacles.line", obstacle.Number.ToString(CultureInfo.InvariantCulture), obstacle.UnitName, obstacle.PeriodIn(_shell.Language), obstacle.Cause, obstacle.HindersIn(_shell.Language),
                    obstacle.WhereIn(_shell.Language), obstacle.DocumentIn(_shell.Language)) + (obstacle.IsWithdrawn ? $" ({_shell.Say("obstacle.withdrawn-short")})" : ""))));
        });
    }

    private Command Record()
    {
        var (unit, cause, hinders, first) = (Must("--unit", "obstacles.of-unit"), Must("--cause", "obstacles.cause"), Must("--hinders", "obstacles.hinders"), Must("--first", "obstacles.first"));
        var (last, communes, said) = (_shell.Option<string?>("--last", "obstacles.last"), _shell.Option<string?>("--communes", "obstacles.communes"), _shell.Option<string?>("--said", "obstacles.said"));
        var (document, on, issuer) = (Must("--document", "obstacles.document"), Must("--document-on", "obstacles.document-on"), Must("--issuer", "obstacles.issuer"));
        cause.AcceptOnlyFromAmong([.. Codes.All<ObstacleCause>()]);
        return With(_shell.Command("record", "obstacles.record"), [unit, cause, hinders, first, last, communes, document, on, issuer, said], async (parsed, work, ct) =>
        {
            Codes.TryRead<ObstacleCause>(parsed.GetValue(cause)!, out var why);
            var number = await RecordObstacle.RunAsync(
                new(parsed.GetValue(unit)!, why, [.. Listed(parsed.GetValue(hinders)).Select(word => Codes.TryRead<HinderedWork>(word, out var found) ? found : throw new RefusedException(new Refusal("cli.obstacles.bad-work", word, string.Join(", ", Codes.All<HinderedWork>()))))],
                    Shell.Day(parsed.GetValue(first)!, "--first"), parsed.GetValue(last) is { } end ? Shell.Day(end, "--last") : null, Listed(parsed.GetValue(communes)), parsed.GetValue(document)!,
                    Shell.Day(parsed.GetValue(on)!, "--document-on"), parsed.GetValue(issuer)!, parsed.GetValue(said)), work, ct);
            Console.WriteLine(_shell.Say("cli.obstacles.recorded", number));
        });
    }

    private Command End()
    {
        var number = _shell.Option<int>("--number", "obstacles.number");
        number.Required = true;
        var (last, document) = (Must("--last", "obstacles.last"), _shell.Option<string?>("--document", "obstacles.end-document"));
        return With(_shell.Command("end", "obstacles.end"), [number, last, document], async (parsed, work, ct) =>
        {
            await EndObstacle.RunAsync(new(parsed.GetValue(number), Shell.Day(parsed.GetValue(last)!, "--last"), parsed.GetValue(document)), work, ct);
            Console.WriteLine(_shell.Say("cli.obstacles.ended", parsed.GetValue(number)));
        });
    }

    private Command With(Command command, Option[] options, Func<ParseResult, Work, CancellationToken, Task> run)
    {
        foreach (var option in options.Concat([_shell.Today, _shell.Db]))
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            await run(parsed, work, ct);
            return Exit.Done;
        }));
        return command;
    }

    private Option<string> Must(string name, string words)
    {
        var option = _shell.Option<string>(name, words);
        option.Required = true;
        return option;
    }

    private static string[] Listed(string? typed) => (typed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
