using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Reports;

namespace Thads.Commands;

/// <summary><c>thads report close | send | reason | confirm | list | versions | show | sheet</c>: what is closed and sent, and never changes.</summary>
internal sealed class ReportVersions
{
    private readonly Shell _shell;
    private readonly Option<string> _unit;
    private readonly Option<int> _year;
    private readonly Option<int> _months;
    private readonly Option<string?> _officer;
    private readonly Argument<long> _report;

    private ReportVersions(Shell shell)
    {
        _shell = shell;
        _unit = shell.Option<string>("--unit", "report.of-unit");
        _unit.Required = true;
        _year = shell.Option<int>("--year", "report.of-year");
        _year.Required = true;
        _months = shell.Option<int>("--months", "report.months");
        _months.DefaultValueFactory = _ => StatisticalYear.Months;
        _officer = shell.Option<string?>("--officer", "report.of-officer");
        _report = new Argument<long>("REPORT") { Description = shell.Say("cli.report.version") };
    }

    public static IEnumerable<Command> All(Shell shell)
    {
        var report = new ReportVersions(shell);
        return [report.Close(), report.Send(), report.Reason(), report.Confirm(), report.List(), report.Versions(), report.Show(), report.Sheet()];
    }

    private Command Close()
    {
        var knownOn = _shell.Option<string?>("--known-on", "report.close-known-on");
        return Made("close", [_unit, _year, _months, _officer, knownOn], async (parsed, work, ct) =>
        {
            var id = await CloseReport.RunAsync(new(Address(parsed), Day(parsed, knownOn)), work, ct);
            return [await ReadReports.HeadAsync(id, work, ct)];
        });
    }

    private Command Send()
    {
        var number = _shell.Option<string>("--number", "report.send-number");
        number.Required = true;
        var sentOn = _shell.Option<string?>("--sent-on", "report.send-on");
        var signer = _shell.Option<string?>("--signer", "report.send-signer");
        var role = _shell.Option<string?>("--signer-role", "report.send-role");
        return Made("send", [_report, number, sentOn, signer, role], async (parsed, work, ct) =>
        {
            await SendReport.RunAsync(new(parsed.GetValue(_report), parsed.GetRequiredValue(number), Day(parsed, sentOn), parsed.GetValue(signer), parsed.GetValue(role)), work, ct);
            return [await ReadReports.HeadAsync(parsed.GetValue(_report), work, ct)];
        });
    }

    private Command Reason()
    {
        var text = _shell.Option<string>("--text", "report.reason-text");
        text.Required = true;
        var cells = _shell.Option<string[]>("--cell", "report.reason-cell");
        var matter = _shell.Option<string?>("--matter", "report.reason-matter");
        return Made("reason", [_report, text, cells, matter], async (parsed, work, ct) =>
        {
            var id = parsed.GetValue(_report);
            var named = (parsed.GetValue(cells) ?? []).Select(cell => CellName.Parse(cell) ?? throw new RefusedException(new Refusal("cli.report.bad-cell", cell))).ToList();
            await GiveReason.RunAsync(new(id, named.Count > 0 ? named : await OpenCellsAsync(id, parsed.GetValue(matter), work, ct), parsed.GetRequiredValue(text)), work, ct);
            return [await ReadReports.HeadAsync(id, work, ct)];
        });
    }

    private Command Confirm() => Made("confirm", [_report], async (parsed, work, ct) =>
    {
        await ConfirmReport.RunAsync(new(parsed.GetValue(_report)), work, ct);
        return [await ReadReports.HeadAsync(parsed.GetValue(_report), work, ct)];
    });

    private Command Versions() => Made("versions", [_unit, _year, _months, _officer], async (parsed, work, ct) =>
    {
        var place = await ReportPlace.ResolveAsync(Address(parsed), work, ct);
        return await ReadReports.OfAsync(place.Address, work, ct);
    });

    /// <summary>Who has sent, and who is late.</summary>
    private Command List()
    {
        var command = With(_shell.Command("list", "report.list"), [_unit, _year]);
        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            var board = await ReportBoard.RunAsync(parsed.GetRequiredValue(_unit), parsed.GetValue(_year), work, ct);
            Console.WriteLine(parsed.GetValue(_shell.Json) ? ListJson(board) : ListText(board));
            return Exit.Done;
        }));
        return command;
    }

    /// <summary>What changed against the version before, with moves and reasons; or the stored text as it was hashed.</summary>
    private Command Show()
    {
        var command = With(_shell.Command("show", "report.show"), [_report]);
        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            var id = parsed.GetValue(_report);
            if (parsed.GetValue(_shell.Json))
            {
                Console.WriteLine(await ReadReports.ContentAsync(id, work, ct));
                return Exit.Done;
            }

            var head = await ReadReports.HeadAsync(id, work, ct);
            Console.WriteLine(HeadText(head));
            var reasons = await ReportReasons.OfAsync(id, work, ct);
            foreach (var change in await ChangesAsync(head, work, ct))
            {
                Console.WriteLine(_shell.Say(
                    "cli.report.changed", change.Name, Number(change, change.Old), Number(change, change.New), Number(change, change.Difference), string.Join(", ", change.Matters.Select(m => m.Code)),
                    reasons.GetValueOrDefault(change.Name)?.Reason ?? _shell.Say("cli.report.no-reason")));
            }

            return Exit.Done;
        }));
        return command;
    }

    /// <summary>A form of a version on paper, from what is stored.</summary>
    private Command Sheet()
    {
        var form = _shell.Option<string>("--form", "report.sheet-form");
        form.DefaultValueFactory = _ => "01";
        var file = _shell.Option<string>("--out", "report.out");
        file.Required = true;
        var blanks = _shell.Option<string?>("--blanks", "report.blanks");
        var command = With(_shell.Command("sheet", "report.sheet"), [_report, form, file, blanks]);
        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            var version = await ReadReports.ByIdAsync(parsed.GetValue(_report), work, ct);
            WriteReport.Sheet(version, parsed.GetRequiredValue(form), parsed.GetRequiredValue(file), work, parsed.GetValue(blanks) ?? Environment.GetEnvironmentVariable("THADS_BLANKS"));
            await Console.Error.WriteLineAsync(_shell.Say("cli.written", parsed.GetRequiredValue(file)));
            return Exit.Done;
        }));
        return command;
    }

    private Command Made(string name, Symbol[] parts, Func<ParseResult, Work, CancellationToken, Task<IReadOnlyList<ReportHead>>> run)
    {
        var command = With(_shell.Command(name, $"report.{name}"), parts);
        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            var heads = await run(parsed, work, ct);
            Console.WriteLine(parsed.GetValue(_shell.Json)
                ? JsonText.Of(json => json.List("reports", heads, head => Write(json, head)))
                : heads.Count == 0 ? _shell.Say("cli.report.none") : string.Join('\n', heads.Select(HeadText)));
            return Exit.Done;
        }));
        return command;
    }

    private Command With(Command command, Symbol[] parts)
    {
        foreach (var part in parts)
        {
            if (part is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)part);
            }
        }

        command.Add(_shell.Today);
        command.Add(_shell.Db);
        command.Add(_shell.Json);
        return command;
    }

    private ReportAddress Address(ParseResult parsed) => new(parsed.GetRequiredValue(_unit), parsed.GetValue(_officer), parsed.GetValue(_year), parsed.GetValue(_months));

    private static DateOnly? Day(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } day ? Shell.Day(day, option.Name) : null;

    /// <summary>Changed cells without a reason; of one matter alone where it is named.</summary>
    private static async Task<IReadOnlyList<CellName>> OpenCellsAsync(long id, string? matter, Work work, CancellationToken ct)
    {
        var head = await ReadReports.HeadAsync(id, work, ct);
        var reasons = await ReportReasons.OfAsync(id, work, ct);
        return [.. (await ChangesAsync(head, work, ct)).Where(c => !reasons.ContainsKey(c.Name) && (matter is null || c.Matters.Any(m => m.Code == matter))).Select(c => c.Name)];
    }

    private static async Task<IReadOnlyList<CellChange>> ChangesAsync(ReportHead head, Work work, CancellationToken ct)
    {
        var before = (await ReadReports.OfAsync(head.Address, work, ct)).LastOrDefault(h => h.Sending is not null && h.Id < head.Id);
        return before is null ? [] : (await CompareVersions.RunAsync(await ReadReports.WholeAsync(before, work, ct), await ReadReports.WholeAsync(head, work, ct), work, ct)).Cells;
    }

    private static string Number(CellChange change, decimal? value) => value is null ? "–" : WriteForm.Number(value, change.Column.IsRate);

    private string HeadText(ReportHead head)
    {
        var whose = head.Address.Officer is { } officer ? $"{head.Address.Unit}/{officer}" : head.Address.Unit;
        var sent = head.Sending is { } sending ? _shell.Say("cli.report.sent", sending.Number, sending.SentOn, sending.Signer) : "";
        return _shell.Say(
            "cli.report.head-version", head.Id.ToString(CultureInfo.InvariantCulture), whose, head.Address.Months, head.Address.Year.ToString(CultureInfo.InvariantCulture),
            head.IsSuperseded ? _shell.Say("cli.report.superseded") : WriteReport.VersionWords(head.Sending, _shell.Language), head.KnownOn, head.LastAct, head.Hash, sent);
    }

    private static void Write(Utf8JsonWriter json, ReportHead head)
    {
        json.WriteNumber("report", head.Id);
        json.WriteString("unit", head.Address.Unit);
        json.WriteString("officer", head.Address.Officer);
        json.WriteNumber("year", head.Address.Year);
        json.WriteNumber("months", head.Address.Months);
        json.WriteString("regime", head.Regime);
        json.Day("knownOn", head.KnownOn);
        json.WriteNumber("lastAct", head.LastAct);
        json.WriteString("hash", head.Hash);
        json.WriteBoolean("superseded", head.IsSuperseded);
        json.Number("version", head.Sending?.Version);
        json.WriteString("number", head.Sending?.Number);
        json.Day("sentOn", head.Sending?.SentOn);
        json.WriteString("signer", head.Sending?.Signer);
    }

    private string ListText(ReportBoard board) => string.Join('\n', board.Lines.SelectMany(line => line.Slots.Where(slot => slot.State is not (ReportState.NotDue or ReportState.Absent)).Select(slot =>
        $"{line.Officer ?? line.Unit,-8} {slot.Address.Months,2}  {_shell.Say($"ReportState.{Codes.CodeOf(slot.State)}")}"
        + (slot.Last?.Sending is { } sent ? $" {sent.SentOn:dd/MM/yyyy} {sent.Number}" : slot.Deadline is { } deadline ? $" {deadline.LastDay:dd/MM/yyyy}" : "")
        + (slot.LateDays > 0 ? $" (+{slot.LateDays})" : "") + (slot.IsChanged ? " *" : ""))));

    private static string ListJson(ReportBoard board) => JsonText.Of(json => json.List("lines", board.Lines, line =>
    {
        json.WriteString("unit", line.Unit);
        json.WriteString("officer", line.Officer);
        json.List("periods", line.Slots, slot =>
        {
            json.WriteNumber("months", slot.Address.Months);
            json.WriteString("state", Codes.CodeOf(slot.State));
            json.Day("due", slot.Deadline?.LastDay);
            json.Number("lateDays", slot.LateDays);
            json.Number("report", slot.Last?.Id);
            json.Day("sentOn", slot.Last?.Sending?.SentOn);
            json.Number("closed", slot.Closed?.Id);
            json.WriteBoolean("changed", slot.IsChanged);
        });
    }));
}
