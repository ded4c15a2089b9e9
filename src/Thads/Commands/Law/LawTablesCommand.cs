using System.CommandLine;
using Thads.Law;
using Thads.Law.Tables;
using Thads.Office;

namespace Thads.Commands.Law;

/// <summary><c>thads law tables [NAME]</c>: the tables of law, what is in force on a day, from where, and how far it is trusted.</summary>
internal static class LawTablesCommand
{
    public static Command Create(Shell shell)
    {
        var name = new Argument<string?>("name") { Description = shell.Say("cli.law.tables.name"), Arity = ArgumentArity.ZeroOrOne };
        var on = shell.Option<string?>("--on", "law.tables.on");
        var unverified = shell.Option<bool>("--unverified", "law.tables.unverified");
        var command = shell.Command("tables", "law.tables");
        command.Add(name);
        command.Add(on);
        command.Add(unverified);
        LawCommand.Run(command, shell, (parsed, book, _) =>
        {
            var day = LawCommand.DayOf(parsed, on);
            var asked = parsed.GetValue(name);
            var table = asked is null ? null : LawTables.Find(asked) ?? throw new NotFoundException(new Refusal("cli.law.no-table", asked, string.Join(", ", LawTables.All.Select(one => one.Name))));
            if (parsed.GetValue(unverified) && table is null && !parsed.GetValue(shell.Json))
            {
                Console.Write(OpenValues.Markdown(book));
                return Task.FromResult(Exit.Done);
            }

            bool Asked(LawRow row) => (day is not { } at || row.HoldsOn(at)) && (!parsed.GetValue(unverified) || row.Trust.Level != TrustLevel.Read);
            if (parsed.GetValue(shell.Json))
            {
                Console.WriteLine(JsonText.Of(to => to.List("rows", LawTables.All.Where(one => table is null || one == table).SelectMany(book.Rows).Where(Asked), row => LawCommand.Write(to, row))));
            }
            else if (table is null)
            {
                foreach (var one in LawTables.All)
                {
                    Console.WriteLine(Head(shell, one, [.. book.Rows(one).Where(Asked)]));
                }
            }
            else
            {
                var rows = book.Rows(table).Where(Asked).ToList();
                Console.WriteLine(Head(shell, table, rows));
                foreach (var row in rows)
                {
                    Console.WriteLine(Line(shell, row));
                }
            }

            return Task.FromResult(Exit.Done);
        });
        return command;
    }

    /// <summary>"parameters/BASE_SALARY@2026-07-01 01/07/2026 →: value=2530000 [article] — how far it is trusted".</summary>
    public static string Line(Shell shell, LawRow row) =>
        $"  {row.Key} {LawCommand.Days(row)}: {string.Join(", ", LawCommand.Values(row, shell.Language).Select(cell => $"{cell.Key}={cell.Value}"))}{LawCommand.Article(row, shell.Language)} — {row.Trust.In().In(shell.Language)}";

    private static string Head(Shell shell, LawTable table, List<LawRow> rows)
    {
        int Count(TrustLevel level) => rows.Count(row => row.Trust.Level == level);

        return shell.Say(
            "cli.law.tables.head", table.Name, table.Title.In(shell.Language), rows.Count, Count(TrustLevel.Read), Count(TrustLevel.Secondary), Count(TrustLevel.Unverified), Count(TrustLevel.Provisional),
            rows.Count(row => row.Trust.IsChecked), rows.Max(row => row.Trust.LastChecked) is { } last ? Said.Day(last) : "–");
    }
}
