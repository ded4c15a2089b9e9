using System.CommandLine;
using System.Globalization;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Figures;
using Thads.Office.Partners;
using Thads.Office.Units;

namespace Thads.Commands;

/// <summary><c>thads requests list | ask | answer</c>, <c>thads directions list</c>, <c>thads partners list | show</c>: whom the office asked for what, what it was told, and what partners did.</summary>
internal sealed class CoordinationCommands
{
    private readonly Shell _shell;
    private readonly Option<string?> _unit;
    private readonly Option<int?> _year;
    private readonly Option<string?> _partner;
    private readonly Option<string?> _kind;
    private readonly Option<string?> _state;

    private CoordinationCommands(Shell shell)
    {
        _shell = shell;
        _unit = shell.Option<string?>("--unit", "coordination.unit");
        _year = shell.Option<int?>("--year", "coordination.year");
        _partner = shell.Option<string?>("--partner", "coordination.partner");
        _kind = shell.Option<string?>("--kind", "coordination.kind");
        _state = shell.Option<string?>("--state", "coordination.state");
    }

    public static Command Requests(Shell shell)
    {
        var all = new CoordinationCommands(shell);
        var command = shell.Command("requests");
        command.Add(all.ListRequests());
        command.Add(all.Ask());
        command.Add(all.Answer());
        return command;
    }

    public static Command Directions(Shell shell)
    {
        var command = shell.Command("directions");
        command.Add(new CoordinationCommands(shell).ListDirections());
        return command;
    }

    public static Command Partners(Shell shell)
    {
        var all = new CoordinationCommands(shell);
        var command = shell.Command("partners");
        command.Add(all.ListPartners());
        command.Add(all.ShowPartner());
        return command;
    }

    private Command ListRequests() => Of(_shell.Command("list", "requests.list"), [_unit, _year, _partner, _kind, _state], async (parsed, work, ct) =>
    {
        RequestState? state = parsed.GetValue(_state) is not { } typed ? null
            : Codes.TryRead<RequestState>(typed, out var known) ? known : throw new RefusedException(new Refusal("cli.coordination.bad-word", "--state", typed, string.Join(", ", Codes.All<RequestState>())));
        var (first, last) = Within(parsed);
        var rows = await ReadRequests.RunAsync(new(await UnitAsync(parsed, work, ct), parsed.GetValue(_partner), parsed.GetValue(_kind), state, first, last), work, ct);
        Say(parsed, rows, request => _shell.Say(
            "cli.requests.line", Plain(request.Id), request.Partner.Code, request.Kind.NameIn(_shell.Language), request.SentOn, request.DueOn, _shell.Say($"RequestState.{Codes.CodeOf(request.StateOn(work.Today))}"), request.Number ?? "–"),
            (to, request) =>
            {
                to.WriteNumber("id", request.Id);
                to.WriteString("unit", request.Unit);
                to.WriteString("partner", request.Partner.Code);
                to.WriteString("kind", request.Kind.Code);
                to.WriteString("number", request.Number);
                to.WriteString("what", request.What);
                to.Day("sentOn", request.SentOn);
                to.Day("dueOn", request.DueOn);
                to.WriteString("state", Codes.CodeOf(request.StateOn(work.Today)));
                to.Day("answeredOn", request.Answer?.On);
                to.WriteStartArray("matters");
                foreach (var matter in request.Matters)
                {
                    to.WriteStringValue(matter);
                }

                to.WriteEndArray();
            });
    });

    private Command Ask()
    {
        var (what, number, on, asked, matters) = (_shell.Option<string?>("--what", "requests.what"), _shell.Option<string?>("--number", "requests.number"), _shell.Option<string?>("--on", "requests.on"),
            _shell.Option<string?>("--asked-for", "requests.asked-for"), _shell.Option<string[]>("--matter", "requests.matter"));
        return Of(_shell.Command("ask", "requests.ask"), [_unit, _partner, _kind, what, number, on, asked, matters], async (parsed, work, ct) =>
        {
            var id = await AskPartner.RunAsync(
                new(await UnitAsync(parsed, work, ct), parsed.GetValue(_partner) ?? "", parsed.GetValue(_kind) ?? "", parsed.GetValue(what) ?? "", parsed.GetValue(number), DayOf(parsed, on) ?? work.Today, RequestChannel.Letter, DayOf(parsed, asked),
                    parsed.GetValue(matters) ?? []), work, ct);
            var request = await ReadRequests.OneAsync(id, work, ct);
            Say(parsed, [request], one => _shell.Say("cli.requests.asked", Plain(one.Id), one.Partner.Name, one.DueOn, one.Rule?.In(_shell.Language) ?? _shell.Say("cli.requests.by-asking")), (to, one) =>
            {
                to.WriteNumber("id", one.Id);
                to.Day("dueOn", one.DueOn);
            });
        });
    }

    private Command Answer()
    {
        var id = new Argument<long>("id") { Description = _shell.Say("cli.requests.id") };
        var (text, number, on) = (_shell.Option<string?>("--text", "requests.text"), _shell.Option<string?>("--number", "requests.number"), _shell.Option<string?>("--on", "requests.on"));
        var useful = _shell.Option<bool?>("--useful", "requests.useful");
        var command = Of(_shell.Command("answer", "requests.answer"), [text, number, on, useful], async (parsed, work, ct) =>
        {
            await AnswerRequest.RunAsync(new(parsed.GetValue(id), DayOf(parsed, on) ?? work.Today, parsed.GetValue(number), parsed.GetValue(text) ?? "", parsed.GetValue(useful)), work, ct);
            var request = await ReadRequests.OneAsync(parsed.GetValue(id), work, ct);
            Say(parsed, [request], one => _shell.Say("cli.requests.answered", Plain(one.Id), one.Partner.Name, _shell.Say($"RequestState.{Codes.CodeOf(one.StateOn(work.Today))}")), (to, one) => to.WriteString("state", Codes.CodeOf(one.StateOn(work.Today))));
        });
        command.Add(id);
        return command;
    }

    private Command ListDirections() => Of(_shell.Command("list", "directions.list"), [_unit, _year, _partner, _kind], async (parsed, work, ct) =>
    {
        ReceivedKind? kind = parsed.GetValue(_kind) is not { } typed ? null
            : Codes.TryRead<ReceivedKind>(typed, out var known) ? known : throw new RefusedException(new Refusal("cli.coordination.bad-word", "--kind", typed, string.Join(", ", Codes.All<ReceivedKind>())));
        var (first, last) = Within(parsed);
        var rows = await ReadReceived.RunAsync(new(await UnitAsync(parsed, work, ct), kind, parsed.GetValue(_partner), null, first, last), work, ct);
        Say(parsed, rows, one => _shell.Say(
            "cli.directions.line", Plain(one.Id), _shell.Say($"ReceivedKind.{Codes.CodeOf(one.Kind)}"), one.Number ?? "–", one.From.Name, one.ReceivedOn, _shell.Say($"ReceivedState.{Codes.CodeOf(one.StateOn(work.Today))}"), one.OpenTasks, one.Tasks.Count, one.Text),
            (to, one) =>
            {
                to.WriteNumber("id", one.Id);
                to.WriteString("kind", Codes.CodeOf(one.Kind));
                to.WriteString("from", one.From.Code);
                to.WriteString("number", one.Number);
                to.WriteString("text", one.Text);
                to.Day("receivedOn", one.ReceivedOn);
                to.Day("dueOn", one.DueOn);
                to.WriteString("state", Codes.CodeOf(one.StateOn(work.Today)));
                to.Day("answeredOn", one.Answer?.On);
                to.WriteString("answer", one.Answer?.Number);
                to.WriteNumber("tasks", one.Tasks.Count);
                to.WriteNumber("openTasks", one.OpenTasks);
            });
    });

    private Command ListPartners() => Of(_shell.Command("list", "partners.list"), [_unit, _year, _kind], async (parsed, work, ct) =>
    {
        PartnerKind? kind = parsed.GetValue(_kind) is not { } typed ? null
            : Codes.TryRead<PartnerKind>(typed, out var known) ? known : throw new RefusedException(new Refusal("cli.coordination.bad-word", "--kind", typed, string.Join(", ", Codes.All<PartnerKind>())));
        var rows = (await ReadPartnerYears.RunAsync(await UnitAsync(parsed, work, ct), YearOf(parsed, work), work, ct)).Where(row => kind is null || row.Partner.Kind == kind).ToList();
        Say(parsed, rows, row => Line(row.Partner, row.Now), (to, row) => Write(to, row.Partner, row.Now));
    });

    private Command ShowPartner()
    {
        var code = new Argument<string>("code") { Description = _shell.Say("cli.partners.code") };
        var command = Of(_shell.Command("show", "partners.show"), [_year], async (parsed, work, ct) =>
        {
            var partner = (await PartnerBook.OfAsync(work, ct)).Known(parsed.GetValue(code)!);
            var unit = (await UnitTree.OfAsync(work, ct)).UnitCode(partner.Unit);
            var row = (await ReadPartnerYears.RunAsync(unit, YearOf(parsed, work), work, ct)).Single(one => one.Partner.Id == partner.Id);
            Say(parsed, [row.Now, row.Before], figures => Line(partner, figures), (to, figures) => Write(to, partner, figures));
        });
        command.Add(code);
        return command;
    }

    private string Line(Partner partner, PartnerFigures of) => _shell.Say(
        "cli.partners.line", partner.Code, partner.Name, of.Year.ToString(CultureInfo.InvariantCulture), of.Asked, of.InTime, of.Late, of.Overdue, of.MedianDays?.ToString("0.#", Words.Format) ?? "–",
        of.Persuaded?.ToString("N0", Words.Format) ?? "–", of.Amiable?.ToString("N0", Words.Format) ?? "–", of.Petitions, of.Contributions, of.Commendations);

    private static void Write(System.Text.Json.Utf8JsonWriter to, Partner partner, PartnerFigures of)
    {
        to.WriteString("partner", partner.Code);
        to.WriteString("name", partner.Name);
        to.WriteString("kind", Codes.CodeOf(partner.Kind));
        to.WriteNumber("year", of.Year);
        to.WriteNumber("asked", of.Asked);
        to.WriteNumber("inTime", of.InTime);
        to.WriteNumber("late", of.Late);
        to.WriteNumber("overdue", of.Overdue);
        to.Number("medianDays", of.MedianDays);
        to.Number("persuaded", of.Persuaded);
        to.Number("agreed", of.Agreed);
        to.Number("ended", of.Ended);
        to.Number("amiable", of.Amiable);
        to.WriteNumber("petitions", of.Petitions);
        to.WriteNumber("petitionsAnswered", of.PetitionsAnswered);
        to.WriteNumber("tasks", of.Tasks);
        to.WriteNumber("tasksLate", of.TasksLate);
        to.WriteNumber("contributions", of.Contributions);
        to.WriteNumber("commendations", of.Commendations);
    }

    private void Say<T>(ParseResult parsed, IReadOnlyList<T> rows, Func<T, string> line, Action<System.Text.Json.Utf8JsonWriter, T> write) =>
        Console.WriteLine(parsed.GetValue(_shell.Json) ? JsonText.Of(to => to.List("rows", rows, row => write(to, row))) : rows.Count == 0 ? _shell.Say("cli.coordination.none") : string.Join('\n', rows.Select(line)));

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

    private int YearOf(ParseResult parsed, Work work) => parsed.GetValue(_year) ?? StatisticalYear.Of(work.Today).Year;

    private (DateOnly? First, DateOnly? Last) Within(ParseResult parsed) => parsed.GetValue(_year) is { } year ? (new StatisticalYear(year).Start, new StatisticalYear(year).End) : (null, null);

    private static DateOnly? DayOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } typed ? Shell.Day(typed, option.Name) : null;

    private static string Plain(long id) => id.ToString(CultureInfo.InvariantCulture);
}
