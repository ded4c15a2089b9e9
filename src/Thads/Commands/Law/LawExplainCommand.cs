using System.CommandLine;
using Thads.Law.Tables;
using Thads.Office;
using Thads.Running;

namespace Thads.Commands.Law;

/// <summary><c>thads law explain CODE</c>: everything the tables say of a code: a time limit, a parameter, a ground, a rule of transition, or a row by its name.</summary>
internal static class LawExplainCommand
{
    public static Command Create(Shell shell)
    {
        var code = new Argument<string>("code") { Description = shell.Say("cli.law.explain.code") };
        var command = shell.Command("explain", "law.explain");
        command.Add(code);
        LawCommand.Run(command, shell, (parsed, book, _) =>
        {
            var asked = parsed.GetValue(code)!.Trim();
            var rows = LawTables.All.SelectMany(book.Rows).Where(row => Names(row, asked)).ToList();
            if (rows.Count == 0)
            {
                var known = LawTables.All.Where(table => !table.OfDays).SelectMany(book.Rows).SelectMany(row => row.Key.Split('/')).Where(cell => cell.Length > 2).Distinct();
                throw new NotFoundException(new Refusal("cli.law.unknown-code", asked, Nearest.Of(asked, known)));
            }

            if (parsed.GetValue(shell.Json))
            {
                Console.WriteLine(JsonText.Of(to => to.List("rows", rows, row => LawCommand.Write(to, row))));
                return Task.FromResult(Exit.Done);
            }

            foreach (var group in rows.GroupBy(row => row.Table))
            {
                Console.WriteLine($"{group.Key} — {LawTables.Find(group.Key)!.Title.In(shell.Language)}");
                foreach (var row in group)
                {
                    Console.WriteLine(LawTablesCommand.Line(shell, row));
                    Console.WriteLine("    " + row.Source);
                }
            }

            return Task.FromResult(Exit.Done);
        });
        return command;
    }

    private static bool Names(LawRow row, string asked) =>
        row.Id.Equals(asked, StringComparison.OrdinalIgnoreCase) || row.Key.Split('/').Append(row.Key).Any(cell => cell.Length > 0 && cell.Equals(asked, StringComparison.OrdinalIgnoreCase));
}
