using System.CommandLine;
using System.Globalization;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Conferences;
using Thads.Office.Figures;
using Thads.Office.Partners;
using Thads.Office.Programme;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Commands;

/// <summary><c>thads conferences</c>, <c>thads commendations</c>, <c>thads programme</c>: what the pages under “Chỉ đạo” show, for scripts; and the draft of a programme.</summary>
internal sealed class ConferenceCommands
{
    private readonly Shell _shell;
    private readonly Option<string?> _unit;
    private readonly Option<int?> _year;
    private readonly Argument<int> _number;

    private ConferenceCommands(Shell shell)
    {
        _shell = shell;
        _unit = shell.Option<string?>("--unit", "conferences.unit");
        _year = shell.Option<int?>("--year", "conferences.year");
        _number = new Argument<int>("number") { Description = shell.Say("cli.conferences.number") };
    }

    public static Command Conferences(Shell shell)
    {
        var made = new ConferenceCommands(shell);
        var command = shell.Command("conferences");
        command.Add(made.With(shell.Command("list", "conferences.list"), [made._unit], made.ListAsync));
        var show = made.With(shell.Command("show", "conferences.show"), [], made.ShowAsync);
        show.Add(made._number);
        command.Add(show);
        return command;
    }

    public static Command Commendations(Shell shell)
    {
        var made = new ConferenceCommands(shell);
        var command = shell.Command("commendations");
        command.Add(made.With(shell.Command("list", "commendations.list"), [made._unit, made._year], made.RegisterAsync));
        command.Add(made.With(shell.Command("count", "commendations.count"), [made._unit, made._year], made.CountAsync));
        return command;
    }

    public static Command Programme(Shell shell)
    {
        var made = new ConferenceCommands(shell);
        var command = shell.Command("programme");
        command.Add(made.With(shell.Command("show", "programme.show"), [made._unit, made._year], made.ProgrammeAsync));
        command.Add(made.With(shell.Command("draft", "programme.draft"), [made._unit, made._year], made.DraftAsync));
        return command;
    }

    private Command With(Command command, IReadOnlyList<Option> own, Func<ParseResult, bool, Work, CancellationToken, Task> run)
    {
        foreach (var option in own.Concat([_shell.Json, _shell.Today, _shell.Db]))
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            await run(parsed, parsed.GetValue(_shell.Json), work, ct);
            return Exit.Done;
        }));
        return command;
    }

    private async Task ListAsync(ParseResult parsed, bool json, Work work, CancellationToken ct)
    {
        var all = await ReadConferences.RunAsync(parsed.GetValue(_unit), work, ct);
        if (json)
        {
            Console.WriteLine(JsonText.Of(to => to.List("conferences", all, one =>
            {
                to.WriteNumber("number", one.Number);
                to.WriteString("unit", one.Unit);
                to.WriteNumber("year", one.Year);
                to.WriteString("title", one.Title);
                to.Day("meetsOn", one.MeetsOn);
                to.WriteString("state", Codes.CodeOf(one.State));
            })));
            return;
        }

        foreach (var one in all)
        {
            Console.WriteLine(_shell.Say("cli.conferences.line", Plain(one.Number), one.MeetsOn, one.Unit, one.Title, _shell.Say($"ConferenceState.{Codes.CodeOf(one.State)}")));
        }
    }

    private async Task ShowAsync(ParseResult parsed, bool json, Work work, CancellationToken ct)
    {
        var number = parsed.GetValue(_number);
        var file = await ReadConferences.OfAsync(number, work, ct) ?? throw new NotFoundException(new Refusal("conference.unknown", Plain(number)));
        var partners = await PartnerBook.OfAsync(work, ct);
        var communes = file.Contributions.Count(one => partners.Of(one.Partner)?.Kind == PartnerKind.CommuneCommittee);
        var tasks = (await ReadTasks.RunAsync(new(Origin: TaskOrigin.Conference, OriginId: number), work, ct)).ToDictionary(task => task.Id);
        var handed = await ReadCommendations.HandedAtAsync(number, work, ct);
        if (json)
        {
            Console.WriteLine(JsonText.Of(to =>
            {
                to.WriteNumber("number", number);
                to.WriteString("title", file.Conference.Title);
                to.Day("meetsOn", file.Conference.MeetsOn);
                to.WriteString("state", Codes.CodeOf(file.Conference.State));
                to.WriteNumber("listed", file.People.Count);
                to.WriteNumber("contributionsOfCommunes", communes);
                to.WriteNumber("contributionsOfDepartments", file.Contributions.Count - communes);
                to.WriteNumber("commendationsHandedOut", handed.Count);
                to.List("sayings", file.Sayings, saying =>
                {
                    to.WriteString("kind", Codes.CodeOf(saying.Kind));
                    to.WriteString("by", saying.SaidBy);
                    to.WriteNumber("task", saying.Task);
                    to.WriteString("text", tasks.GetValueOrDefault(saying.Task)?.Text);
                    to.WriteString("owner", tasks.GetValueOrDefault(saying.Task)?.Owner.Code);
                    to.Day("dueOn", tasks.GetValueOrDefault(saying.Task)?.DueOn);
                });
            }));
            return;
        }

        Console.WriteLine(_shell.Say("cli.conferences.line", Plain(number), file.Conference.MeetsOn, file.Conference.Unit, file.Conference.Title, _shell.Say($"ConferenceState.{Codes.CodeOf(file.Conference.State)}")));
        Console.WriteLine(_shell.Say("cli.conferences.told", communes, file.Contributions.Count - communes, file.People.Count, handed.Count));
        foreach (var saying in file.Sayings)
        {
            if (tasks.GetValueOrDefault(saying.Task) is { } task)
            {
                Console.WriteLine(_shell.Say("cli.conferences.saying", _shell.Say($"SayingKind.{Codes.CodeOf(saying.Kind)}"), saying.SaidBy, task.Text, task.Owner.Name, task.DueOn));
            }
        }
    }

    private async Task RegisterAsync(ParseResult parsed, bool json, Work work, CancellationToken ct)
    {
        var all = await ReadCommendations.RunAsync(new(parsed.GetValue(_unit), parsed.GetValue(_year)), work, ct);
        if (json)
        {
            Console.WriteLine(JsonText.Of(to => to.List("commendations", all, one =>
            {
                to.WriteNumber("number", one.Id);
                to.WriteString("kind", one.Kind.Code);
                to.WriteString("recipient", one.Recipient.Name);
                to.WriteBoolean("collective", one.Recipient.IsCollective);
                to.WriteBoolean("outside", one.Recipient.IsOutside);
                to.WriteString("body", one.Body);
                to.WriteString("decision", one.DecisionNumber);
                to.Day("decidedOn", one.DecidedOn);
                to.WriteString("occasion", one.OccasionTitle);
                to.WriteBoolean("holds", one.Holds);
            })));
            return;
        }

        foreach (var one in all)
        {
            Console.WriteLine(_shell.Say("cli.commendations.line", Plain((int)one.Id), one.Recipient.Full, one.Kind.In(_shell.Language), one.DecisionNumber, one.DecidedOn, one.OccasionTitle));
        }
    }

    private async Task CountAsync(ParseResult parsed, bool json, Work work, CancellationToken ct)
    {
        var counts = CommendationCount.Of(await ReadCommendations.RunAsync(new(parsed.GetValue(_unit), parsed.GetValue(_year)), work, ct));
        if (json)
        {
            Console.WriteLine(JsonText.Of(to => to.List("counts", counts, count =>
            {
                to.WriteString("body", count.Body);
                to.WriteString("occasion", count.OccasionTitle);
                to.WriteNumber("titles", count.Titles);
                to.WriteNumber("certificates", count.Certificates);
                to.WriteNumber("collectives", count.Collectives);
                to.WriteNumber("persons", count.Persons);
                to.WriteNumber("outside", count.Outside);
            })));
            return;
        }

        foreach (var count in counts)
        {
            Console.WriteLine(_shell.Say("cli.commendations.counted", count.Body, count.OccasionTitle, count.Titles, count.Certificates, count.Collectives, count.Persons, count.Outside));
        }
    }

    private async Task ProgrammeAsync(ParseResult parsed, bool json, Work work, CancellationToken ct)
    {
        var (unit, year) = await AskedAsync(parsed, work, ct);
        var programme = await ReadProgramme.OfAsync(unit, year, work, ct) ?? throw new NotFoundException(new Refusal("programme.unknown", unit, Plain(year)));
        if (json)
        {
            Console.WriteLine(JsonText.Of(to =>
            {
                to.WriteString("unit", unit);
                to.WriteNumber("year", year);
                to.WriteString("decision", programme.Decision);
                to.List("items", programme.Standing, item =>
                {
                    to.WriteString("heading", item.Heading.Code);
                    to.WriteString("says", item.Task?.Text ?? item.Says);
                    to.Day("dueOn", item.Task?.DueOn ?? item.DueOn);
                    to.WriteString("state", item.Task is { } task ? Codes.CodeOf(task.State) : "draft");
                });
            }));
            return;
        }

        Console.WriteLine(_shell.Say(programme.IsAdopted ? "cli.programme.adopted" : "cli.programme.is-draft", programme.UnitName, Plain(year), programme.Decision ?? "", programme.Standing.Count()));
        foreach (var item in programme.Standing)
        {
            Console.WriteLine(_shell.Say("cli.programme.line", item.Heading.In(_shell.Language), item.Task?.Text ?? item.Says, item.Task?.DueOn ?? item.DueOn, item.Task is { } task ? _shell.Say($"TaskState.{Codes.CodeOf(task.State)}") : "–"));
        }
    }

    private async Task DraftAsync(ParseResult parsed, bool json, Work work, CancellationToken ct)
    {
        var (unit, year) = await AskedAsync(parsed, work, ct);
        var drawn = await DraftProgramme.RunAsync(new(unit, year), work, ct);
        Console.WriteLine(json ? JsonText.Of(to => to.WriteNumber("drawn", drawn)) : _shell.Say("cli.programme.drawn", drawn, unit, Plain(year)));
    }

    private async Task<(string Unit, int Year)> AskedAsync(ParseResult parsed, Work work, CancellationToken ct) =>
        (parsed.GetValue(_unit) ?? await HomeUnit.FindAsync(await UnitTree.OfAsync(work, ct), work.Today, work, ct), parsed.GetValue(_year) ?? StatisticalYear.Of(work.Today).Year);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
