using System.CommandLine;
using Thads.Office;
using Thads.Office.Docket;

namespace Thads.Commands;

/// <summary><c>thads verify</c>: do the books agree with themselves? Exit 6 when they do not.</summary>
internal static class VerifyCommand
{
    public static Command Create(Shell shell)
    {
        var command = shell.Command("verify");
        command.Add(shell.Db);
        command.Add(shell.Json);
        command.Add(VerifyFiguresCommand.Create(shell));
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database);
            var book = await VerifyBook.RunAsync(work, ct);
            if (parsed.GetValue(shell.Json))
            {
                Console.WriteLine(Json(shell, book));
            }
            else
            {
                foreach (var fault in book.Faults)
                {
                    Console.Error.WriteLine(fault.In(shell.Language));
                }

                Console.WriteLine(book.Faults.Count == 0
                    ? shell.Say("cli.verify.sound", book.Matters, book.Steps, book.Moves, book.Batches)
                    : shell.Say("cli.verify.found", book.Faults.Count));
            }

            return book.Faults.Count == 0 ? Exit.Done : Exit.FoundProblems;
        }));
        return command;
    }

    private static string Json(Shell shell, VerifiedBook book) => JsonText.Of(json =>
    {
        json.WriteBoolean("sound", book.Faults.Count == 0);
        json.WriteNumber("matters", book.Matters);
        json.WriteNumber("steps", book.Steps);
        json.WriteNumber("moves", book.Moves);
        json.WriteNumber("batches", book.Batches);
        json.List("faults", book.Faults, fault =>
        {
            json.WriteString("code", fault.Code);
            json.WriteString("fault", fault.In(shell.Language));
        });
    });
}
