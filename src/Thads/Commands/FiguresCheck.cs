using System.CommandLine;
using Thads.Office;
using Thads.Office.Figures.Published;

namespace Thads.Commands;

/// <summary><c>thads figures check FILE.csv</c>: which of the figures somebody printed can be true together. Needs no database.</summary>
internal static class FiguresCheck
{
    private const int Ran = 0;
    private const int Unreadable = 2;
    private const int NoSuchFile = 4;
    private const int CannotAllBeTrue = 6;

    /// <summary>More than anybody published; a larger file is something else.</summary>
    private const long MaxFileLength = 100_000_000;

    public static Command Create(Shell shell)
    {
        var file = new Argument<string>("FILE.csv") { Description = shell.Say("cli.figures.file") };
        var json = shell.Json;
        var strict = shell.Option<bool>("--strict", "figures.strict");
        var check = new Command("check", shell.Say("cli.figures.check")) { file, json, strict };
        check.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetValue(json),
            parsed.GetValue(strict),
            shell.Language,
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return new("figures", shell.Say("cli.figures")) { check };
    }

    private static int Run(string path, bool json, bool strict, Language language, TextWriter output, TextWriter notes)
    {
        PublishedFile file;
        try
        {
            file = Read(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            notes.WriteLine(Words.Say(language, "published.no-such-file", path));
            return NoSuchFile;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.WriteLine(Words.Say(language, "published.cannot-be-read", path, e.Message));
            return Unreadable;
        }

        if (file.Misread.Count > 0)
        {
            foreach (var misread in file.Misread)
            {
                notes.WriteLine(misread.In(language, path));
            }

            notes.WriteLine(Words.Say(language, "published.misread", file.Misread.Count));
            return Unreadable;
        }

        if (file.Ignored.Count > 0)
        {
            notes.WriteLine(Words.Say(language, "published.ignored-columns", string.Join(", ", file.Ignored)));
        }

        var rows = file.Rows.Select(CheckPublishedFigures.Run).ToList();
        if (json)
        {
            output.WriteLine(WritePublished.Json(rows));
        }
        else
        {
            foreach (var line in WritePublished.Text(rows, language))
            {
                output.WriteLine(line);
            }
        }

        return strict && rows.Any(row => row.Verdict == Verdict.Inconsistent) ? CannotAllBeTrue : Ran;
    }

    private static PublishedFile Read(string path)
    {
        var length = new FileInfo(path) is { Exists: true } known ? known.Length : 0;
        return length > MaxFileLength
            ? new([], [new(1, null, new("published.file-too-long", length, MaxFileLength))], [])
            : ReadPublishedFigures.Run(File.ReadAllBytes(path));
    }
}
