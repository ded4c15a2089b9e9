using System.CommandLine;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Units;
using Thads.Office.WatchLists;

namespace Thads.Commands;

/// <summary><c>thads watch-lists list | show</c>: how many matters stand on each list, and one list with its figures of the year, matters and plans.</summary>
internal sealed class WatchListsCommand
{
    private readonly Shell _shell;
    private readonly Option<string?> _unit;
    private readonly Option<string?> _on;
    private readonly Option<int?> _band;

    private WatchListsCommand(Shell shell)
    {
        _shell = shell;
        _unit = shell.Option<string?>("--unit", "coordination.unit");
        _on = shell.Option<string?>("--on", "watch-lists.on");
        _band = shell.Option<int?>("--band", "watch-lists.band");
    }

    public static Command Create(Shell shell)
    {
        var lists = new WatchListsCommand(shell);
        var command = shell.Command("watch-lists");
        command.Add(lists.List());
        command.Add(lists.Show());
        return command;
    }

    private Command List() => Of(_shell.Command("list", "watch-lists.list"), [_unit, _on], async (parsed, work, ct) =>
    {
        var lists = await ReadWatchList.AllAsync(await UnitAsync(parsed, work, ct), OnOf(parsed, work), work, ct);
        Console.WriteLine(parsed.GetValue(_shell.Json)
            ? JsonText.Of(to => to.List("lists", lists, list => Write(to, list)))
            : string.Join('\n', lists.Select(list => Head(list, work.Today))));
    });

    private Command Show()
    {
        var code = new Argument<string>("list") { Description = _shell.Say("cli.watch-lists.code") };
        var command = Of(_shell.Command("show", "watch-lists.show"), [_unit, _on, _band], async (parsed, work, ct) =>
        {
            var list = await ReadWatchList.RunAsync(new(parsed.GetValue(code)!, await UnitAsync(parsed, work, ct), OnOf(parsed, work), parsed.GetValue(_band)), work, ct);
            if (parsed.GetValue(_shell.Json))
            {
                Console.WriteLine(JsonText.Of(to =>
                {
                    Write(to, list);
                    to.List("groups", list.Year.Groups, group =>
                    {
                        to.WriteString("group", group);
                        Write(to, "matters", list.Year.Of(0, isMoney: false, group));
                        Write(to, "money", list.Year.Of(0, isMoney: true, group));
                    });
                    to.List("members", list.Matters, matter =>
                    {
                        to.WriteString("matter", matter.Matter.Code);
                        to.WriteNumber("left", matter.Matter.Left);
                        to.WriteString("group", matter.Entry.Group);
                        to.WriteString("plan", matter.Plan?.What);
                        to.Day("planDueOn", matter.Plan?.DueOn);
                    });
                }));
                return;
            }

            Console.WriteLine(Head(list, work.Today));
            foreach (var group in list.Year.Groups)
            {
                Console.WriteLine(Figures("cli.watch-lists.group", ExportWatchList.GroupIn(list.Scope.List, group, _shell.Language), list.Year.Of(0, isMoney: false, group)));
            }

            foreach (var matter in list.Matters)
            {
                Console.WriteLine(_shell.Say(
                    "cli.watch-lists.matter", matter.Matter.Code, matter.Matter.Left, list.Scope.Units.OfficerName(matter.Matter.Officer) ?? "–", matter.Plan is { } plan ? _shell.Say("cli.watch-lists.plan", plan.What, plan.DueOn) : "–"));
            }
        });
        command.Add(code);
        return command;
    }

    private string Head(WatchedList list, DateOnly today) => _shell.Say(
        "cli.watch-lists.head", list.Scope.List.Code, list.Scope.List.NameIn(_shell.Language), list.Matters.Count, list.Matters.Sum(matter => matter.Matter.Left), list.Year.Of(0, isMoney: false).Settled, list.Planned, list.Overdue(today));

    private string Figures(string words, string name, ListFigures of) => _shell.Say(words, name, of.Start, of.In, of.Settled, of.Gone, of.Left);

    private static void Write(System.Text.Json.Utf8JsonWriter to, WatchedList list)
    {
        to.WriteString("list", list.Scope.List.Code);
        to.Number("band", list.Scope.Band);
        to.Day("on", list.Scope.Question.On);
        to.WriteNumber("count", list.Matters.Count);
        to.WriteNumber("left", list.Matters.Sum(matter => matter.Matter.Left));
        to.WriteNumber("year", list.Year.Year);
        Write(to, "matters", list.Year.Of(0, isMoney: false));
        Write(to, "money", list.Year.Of(0, isMoney: true));
    }

    private static void Write(System.Text.Json.Utf8JsonWriter to, string name, ListFigures of)
    {
        to.WriteStartObject(name);
        foreach (var column in Enum.GetValues<WatchColumn>())
        {
            to.WriteNumber(Codes.CodeOf(column), of[column]);
        }

        to.WriteEndObject();
    }

    private Command Of(Command command, IReadOnlyList<Option> options, Func<ParseResult, Work, CancellationToken, Task> run)
    {
        foreach (var option in options.Concat([_shell.Json, _shell.Today, _shell.Db]))
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

    private async Task<string> UnitAsync(ParseResult parsed, Work work, CancellationToken ct) => parsed.GetValue(_unit) ?? await HomeUnit.FindAsync(await UnitTree.OfAsync(work, ct), work.Today, work, ct);

    private DateOnly OnOf(ParseResult parsed, Work work) => parsed.GetValue(_on) is { } typed ? Shell.Day(typed, "--on") : work.Today;
}
