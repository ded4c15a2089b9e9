using System.CommandLine;
using System.Globalization;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Commands;

/// <summary><c>thads committee list | show | meeting | conclusions | open</c>: steering committees, a meeting, what was concluded and what of it is open.</summary>
internal sealed class CommitteeCommand
{
    private readonly Shell _shell;
    private readonly Option<int> _id;
    private readonly Option<string?> _unit;

    private CommitteeCommand(Shell shell)
    {
        _shell = shell;
        _id = shell.Option<int>("--id", "committee.id");
        _unit = shell.Option<string?>("--unit", "committee.unit");
    }

    public static Command Create(Shell shell)
    {
        var committee = new CommitteeCommand(shell);
        var command = shell.Command("committee");
        command.Add(committee.List());
        command.Add(committee.Show());
        command.Add(committee.Meeting());
        command.Add(committee.Listed("conclusions", onlyOpen: false));
        command.Add(committee.Listed("open", onlyOpen: true));
        return command;
    }

    private Command List() => With(_shell.Command("list", "committee.list"), async (parsed, work, ct) =>
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var all = (await CommitteeBook.OfAsync(work, ct)).All.Where(one => parsed.GetValue(_unit) is not { } unit || tree.UnitCode(one.Unit) == unit).ToList();
        if (parsed.GetValue(_shell.Json))
        {
            Console.WriteLine(JsonText.Of(to => to.List("committees", all, one =>
            {
                to.WriteNumber("id", one.Id);
                to.WriteString("unit", tree.UnitCode(one.Unit));
                to.WriteString("level", Codes.CodeOf(one.Level));
                to.WriteString("name", one.Name);
                to.WriteString("decision", one.Decision);
                to.Day("beginsOn", one.BeginsOn);
                to.Day("lastOn", one.LastOn);
            })));
            return;
        }

        foreach (var one in all)
        {
            Console.WriteLine(_shell.Say("cli.committee.line", Text(one.Id), tree.UnitCode(one.Unit), one.Name, one.Decision, one.BeginsOn, one.LastOn is { } last ? Day(last) : "…"));
        }
    }, _unit);

    private Command Show() => With(_shell.Command("show", "committee.show"), async (parsed, work, ct) =>
    {
        var one = (await CommitteeBook.OfAsync(work, ct)).Known(parsed.GetValue(_id));
        var until = one.LastOn is { } last && last < work.Today ? last : work.Today;
        var meetings = await ReadMeetings.OfAsync(one, work, ct);
        var activity = await ReadMemberActivity.OfAsync(one, one.BeginsOn, until, work, ct);
        if (parsed.GetValue(_shell.Json))
        {
            Console.WriteLine(JsonText.Of(to =>
            {
                to.WriteNumber("id", one.Id);
                to.List("members", activity, member =>
                {
                    to.WriteString("position", Codes.CodeOf(member.Member.Position));
                    to.WriteString("name", member.Member.Name);
                    to.WriteString("title", member.Member.Title);
                    to.Day("from", member.Member.FromOn);
                    to.Day("to", member.Member.LastOn);
                    to.WriteNumber("invited", member.Invited);
                    to.WriteNumber("attended", member.Attended);
                    to.WriteNumber("doneInTime", member.InTime);
                    to.WriteNumber("doneLate", member.Late);
                    to.WriteNumber("open", member.Open);
                });
                to.List("periods", MeetingPeriod.Of(one, meetings, until), period =>
                {
                    to.WriteString("period", period.Named);
                    to.WriteString("state", Codes.CodeOf(period.State));
                    to.Number("meeting", period.Meeting?.Id);
                });
            }));
            return;
        }

        Console.WriteLine($"{one.Name}: {one.Decision}, {one.Issuer}");
        foreach (var member in activity)
        {
            Console.WriteLine(_shell.Say(
                "cli.committee.member", Words.Say(_shell.Language, $"CommitteePosition.{Codes.CodeOf(member.Member.Position)}"), member.Member.Name, member.Member.Title, Text(member.Attended), Text(member.Invited),
                Text(member.InTime), Text(member.Late), Text(member.Open)));
        }

        foreach (var period in MeetingPeriod.Of(one, meetings, until))
        {
            Console.WriteLine($"{period.Named}: {Words.Say(_shell.Language, $"PeriodState.{Codes.CodeOf(period.State)}")}{(period.Meeting is { } meeting ? $" (#{Text(meeting.Id)})" : "")}");
        }
    }, _id);

    private Command Meeting() => With(_shell.Command("meeting", "committee.meeting"), async (parsed, work, ct) =>
    {
        var file = await ReadMeetings.FileAsync(parsed.GetValue(_id), work, ct);
        var open = await Conclusions.OpenBeforeAsync(file.Meeting, file.Committee, work, ct);
        var made = await Conclusions.OfMeetingAsync(file.Meeting, work, ct);
        if (parsed.GetValue(_shell.Json))
        {
            Console.WriteLine(JsonText.Of(to =>
            {
                to.WriteNumber("id", file.Meeting.Id);
                to.WriteString("title", file.Title);
                to.WriteString("state", Codes.CodeOf(file.Meeting.State));
                to.Day("day", file.Meeting.On);
                to.WriteNumber("invited", file.Invited.Count);
                to.WriteNumber("came", file.Invited.Count(one => one.Came));
                to.List("agenda", file.Agenda, line => to.WriteString("title", line.Title));
                to.List("openBefore", open, task => Write(to, task, work.Today));
                to.List("conclusions", made, task => Write(to, task, work.Today));
            }));
            return;
        }

        Console.WriteLine($"{file.Title}: {(file.Meeting.On is { } on ? Day(on) : "–")}, {Words.Say(_shell.Language, $"MeetingState.{Codes.CodeOf(file.Meeting.State)}")}");
        Console.WriteLine(_shell.Say("cli.committee.open-before", Text(open.Count)));
        Print(open, work.Today);
        foreach (var (line, i) in file.Agenda.Select((line, i) => (line, i)))
        {
            Console.WriteLine($"{Text(i + 1 + (open.Count > 0 ? 1 : 0))}. {line.Title}");
        }

        Console.WriteLine(_shell.Say("cli.committee.made", Text(made.Count)));
        Print(made, work.Today);
    }, _id);

    private Command Listed(string name, bool onlyOpen) => With(_shell.Command(name, $"committee.{name}"), async (parsed, work, ct) =>
    {
        var one = (await CommitteeBook.OfAsync(work, ct)).Known(parsed.GetValue(_id));
        var tasks = (await Conclusions.OfAsync(one, work.Today, work, ct)).Where(task => !onlyOpen || task.State == TaskState.Open).ToList();
        if (parsed.GetValue(_shell.Json))
        {
            Console.WriteLine(JsonText.Of(to => to.List("conclusions", tasks, task => Write(to, task, work.Today))));
            return;
        }

        Print(tasks, work.Today);
    }, _id);

    private void Print(IEnumerable<OfficeTask> tasks, DateOnly today)
    {
        foreach (var task in tasks)
        {
            Console.WriteLine(_shell.Say("cli.committee.conclusion", task.Number ?? "", task.Text, task.Owner.Name, task.DueOn, Words.Say(_shell.Language, $"ConclusionStanding.{Codes.CodeOf(ReadCommitteeReport.StandingOf(task, today))}")));
        }
    }

    private static void Write(System.Text.Json.Utf8JsonWriter to, OfficeTask task, DateOnly today)
    {
        to.WriteNumber("task", task.Id);
        to.WriteString("number", task.Number);
        to.WriteString("text", task.Text);
        to.WriteString("owner", task.Owner.Code);
        to.Day("dueOn", task.DueOn);
        to.Day("doneOn", task.DoneOn);
        to.WriteString("standing", Codes.CodeOf(ReadCommitteeReport.StandingOf(task, today)));
    }

    private Command With(Command command, Func<ParseResult, Work, CancellationToken, Task> run, Option which)
    {
        foreach (var option in new[] { which, _shell.Json, _shell.Today, _shell.Db })
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
