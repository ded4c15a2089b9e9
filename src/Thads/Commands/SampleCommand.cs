using System.CommandLine;
using Thads.Office;
using Thads.Office.Exchange.Samples;
using Thads.Office.Exchange.Samples.Sheets;

namespace Thads.Commands;

/// <summary><c>thads sample founding-district|after-2026|sheets FOLDER</c>: a made-up exchange set, or registers with a row per matter, to try things on.</summary>
internal static class SampleCommand
{
    private const string Founding = "founding-district";
    private const string Later = "after-2026";
    private const string Sheets = "sheets";

    public static Command Create(Shell shell)
    {
        var name = new Argument<string>("NAME") { Description = shell.Say("cli.sample.name") };
        name.AcceptOnlyFromAmong(Founding, Later, Sheets);
        var folder = new Argument<string>("FOLDER") { Description = shell.Say("cli.sample.folder") };
        var command = shell.Command("sample");
        command.Add(name);
        command.Add(folder);
        command.SetAction((parsed, _) => shell.RunAsync(() =>
        {
            var (sample, to) = (parsed.GetRequiredValue(name), Path.GetFullPath(parsed.GetRequiredValue(folder)));
            RefusedException.ThrowIf(
                File.Exists(to) || (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any()) ? new Refusal("cli.sample.not-empty", to) : null);
            if (sample == Founding)
            {
                FoundingDistrict.Write(to);
            }
            else if (sample == Sheets)
            {
                SampleSheets.Write(to);
            }
            else
            {
                After2026.Write(to);
            }

            Console.WriteLine(shell.Say("cli.sample.done", sample, to));
            return Task.FromResult(Exit.Done);
        }));
        return command;
    }
}
