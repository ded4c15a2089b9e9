using System.CommandLine;
using Thads.Office;
using Thads.Office.Exchange.Samples;

namespace Thads.Commands;

/// <summary><c>thads sample founding-district|after-2026 FOLDER</c>: a made-up exchange set to try things on.</summary>
internal static class SampleCommand
{
    private const string Founding = "founding-district";
    private const string Later = "after-2026";

    public static Command Create(Shell shell)
    {
        var name = new Argument<string>("NAME") { Description = shell.Say("cli.sample.name") };
        name.AcceptOnlyFromAmong(Founding, Later);
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
