using System.CommandLine;
using Thads.Law.Cases;
using Thads.Office;

namespace Thads.Commands.Law;

/// <summary><c>thads law cases PATH</c>: runs a test book of the law; ends with `N passed, N failed` and 0, 6 when a case failed, 2 when a file cannot be read.</summary>
internal static class LawCasesCommand
{
    public static Command Create(Shell shell)
    {
        var path = new Argument<string>("path") { Description = shell.Say("cli.law.cases.path") };
        var command = shell.Command("cases", "law.cases");
        command.Add(path);
        LawCommand.Run(command, shell, async (parsed, book, _) =>
        {
            var cases = CaseFile.Read(parsed.GetValue(path)!, out var errors);
            foreach (var error in errors)
            {
                await Console.Error.WriteLineAsync(error.In().In(shell.Language));
            }

            if (errors.Count > 0)
            {
                return Exit.Usage;
            }

            var results = cases.Select(one => CaseRun.Of(one, book)).ToList();
            var failed = results.Where(result => result.Failure is not null).ToList();
            if (parsed.GetValue(shell.Json))
            {
                Console.WriteLine(JsonText.Of(to =>
                {
                    to.WriteNumber("passed", results.Count - failed.Count);
                    to.WriteNumber("failed", failed.Count);
                    to.List("failures", failed, result =>
                    {
                        to.WriteString("file", result.Case.File);
                        to.WriteNumber("line", result.Case.Line);
                        to.WriteString("name", result.Case.Name);
                        to.WriteString("basis", result.Case.Basis);
                        to.WriteString("rule", result.Case.Rule);
                        to.WriteString("vi", result.Failure!.Value.Vi);
                        to.WriteString("en", result.Failure!.Value.En);
                    });
                }));
            }
            else
            {
                foreach (var result in failed)
                {
                    Console.WriteLine($"{result.Case.File}:{result.Case.Line}: {result.Case.Name} [{result.Case.Basis}]: {result.Failure!.Value.In(shell.Language)}");
                    foreach (var line in result.Outcome is { } outcome ? LawAnswer.Lines(outcome, shell.Language) : [])
                    {
                        Console.WriteLine("  " + line);
                    }
                }

                Console.WriteLine($"{results.Count - failed.Count} passed, {failed.Count} failed");
            }

            return failed.Count == 0 ? Exit.Done : Exit.FoundProblems;
        });
        return command;
    }
}
