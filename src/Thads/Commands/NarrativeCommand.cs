using System.CommandLine;
using System.Text;
using Thads.Law;
using Thads.Office;
using Thads.Office.Documents;
using Thads.Office.Narrative;

namespace Thads.Commands;

/// <summary><c>thads narrative yearly|quarterly|monthly|news</c>: a report in words as .docx, PDF or plain text.</summary>
internal static class NarrativeCommand
{
    public static Command Create(Shell shell)
    {
        var command = shell.Command("narrative");
        foreach (var kind in Enum.GetValues<NarrativeKind>())
        {
            command.Add(Of(shell, kind));
        }

        return command;
    }

    private static Command Of(Shell shell, NarrativeKind kind)
    {
        var unit = shell.Option<string>("--unit", "report.unit");
        unit.Required = true;
        var year = shell.Option<int>("--year", "report.year");
        year.Required = true;
        var months = shell.Option<int>("--months", "report.months");
        months.DefaultValueFactory = _ => StatisticalYear.Months;
        var knownOn = shell.Option<string?>("--known-on", "report.known-on");
        var file = shell.Option<string?>("--out", "narrative.out");
        var pdf = shell.Option<bool>("--pdf", "narrative.pdf");
        var command = shell.Command(Codes.CodeOf(kind), $"narrative.{Codes.CodeOf(kind)}");
        foreach (var option in new Option[] { unit, year, months, knownOn, file, pdf, shell.Today, shell.Db })
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            var to = parsed.GetValue(file);
            RefusedException.ThrowIf(to is null && kind != NarrativeKind.News ? new Refusal("cli.report.needs-out") : null);
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, shell.Clock(parsed));
            var query = new NarrativeQuery(
                kind, parsed.GetRequiredValue(unit), parsed.GetRequiredValue(year), parsed.GetValue(months), parsed.GetValue(knownOn) is { } day ? Shell.Day(day, "--known-on") : null);
            var report = await DrawNarrative.RunAsync(query, DemoOffice.Holds(database.Path), work, ct);
            if (kind == NarrativeKind.News && to?.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) != true && !parsed.GetValue(pdf))
            {
                await WriteAsync(WriteNarrative.News(report), to, ct);
            }
            else
            {
                var docx = await WriteNarrative.RunAsync(report, work, ct);
                RefusedException.ThrowIf(to is null ? new Refusal("cli.report.needs-out") : null);
                await File.WriteAllBytesAsync(to!, parsed.GetValue(pdf) ? await WritePdf.RunAsync(docx, ct) : docx, ct);
            }

            if (to is not null)
            {
                await Console.Error.WriteLineAsync(shell.Say("cli.written", to));
            }

            return Exit.Done;
        }));
        return command;
    }

    private static async Task WriteAsync(string text, string? file, CancellationToken ct)
    {
        if (file is null)
        {
            Console.Write(text);
        }
        else
        {
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
        }
    }
}
