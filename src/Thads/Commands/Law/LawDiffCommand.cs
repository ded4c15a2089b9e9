using System.CommandLine;
using Thads.Law.Tables;
using Thads.Office;

namespace Thads.Commands.Law;

/// <summary><c>thads law diff FROM TO</c>: what of the law differs between two days: what changed, what began, what ended. Single days of rest are not compared.</summary>
internal static class LawDiffCommand
{
    /// <param name="Cells">Those that differ; empty where the row began or ended.</param>
    private sealed record Change(string Table, string Key, LawRow? Before, LawRow? After, IReadOnlyList<(string Column, string Before, string After)> Cells);

    public static Command Create(Shell shell)
    {
        var from = new Argument<string>("from") { Description = shell.Say("cli.law.diff.from") };
        var to = new Argument<string>("to") { Description = shell.Say("cli.law.diff.to") };
        var command = shell.Command("diff", "law.diff");
        command.Add(from);
        command.Add(to);
        LawCommand.Run(command, shell, (parsed, book, _) =>
        {
            var changes = Between(book, Shell.Day(parsed.GetValue(from)!, "FROM"), Shell.Day(parsed.GetValue(to)!, "TO"), shell.Language).ToList();
            if (parsed.GetValue(shell.Json))
            {
                Console.WriteLine(JsonText.Of(json => json.List("changes", changes, change =>
                {
                    json.WriteString("table", change.Table);
                    json.WriteString("key", change.Key);
                    json.WriteString("what", change.Before is null ? "began" : change.After is null ? "ended" : "changed");
                    json.WriteString("before", change.Before?.Id);
                    json.WriteString("after", change.After?.Id);
                    json.List("cells", change.Cells, cell =>
                    {
                        json.WriteString("column", cell.Column);
                        json.WriteString("before", cell.Before);
                        json.WriteString("after", cell.After);
                    });
                })));
                return Task.FromResult(Exit.Done);
            }

            foreach (var group in changes.GroupBy(change => change.Table))
            {
                Console.WriteLine($"{group.Key} — {LawTables.Find(group.Key)!.Title.In(shell.Language)}");
                foreach (var change in group)
                {
                    Console.WriteLine(change.Before is null ? shell.Say("cli.law.diff.began", change.Key, Values(change.After!), LawCommand.Article(change.After!, shell.Language))
                        : change.After is null ? shell.Say("cli.law.diff.ended", change.Key, Values(change.Before), LawCommand.Article(change.Before, shell.Language))
                        : shell.Say("cli.law.diff.changed", change.Key, string.Join(", ", change.Cells.Select(cell => $"{cell.Column} {cell.Before} → {cell.After}")), $"{LawCommand.Article(change.Before, shell.Language)} →{LawCommand.Article(change.After, shell.Language)}"));
                }
            }

            Console.WriteLine(shell.Say("cli.law.diff.count", changes.Count));
            return Task.FromResult(Exit.Done);

            string Values(LawRow row) => string.Join(", ", LawCommand.Values(row, shell.Language).Select(cell => $"{cell.Key} {cell.Value}"));
        });
        return command;
    }

    private static IEnumerable<Change> Between(LawBook book, DateOnly from, DateOnly to, Language language)
    {
        foreach (var table in LawTables.All.Where(table => !table.OfDays))
        {
            // A rule keeps its key when the regime, which is a cell of the key, changes with the day.
            string KeyOf(LawRow row) => string.Join('/', table.Key.Where(column => column != "regime").Select(column => row[column]));
            var before = book.Rows(table).Where(row => row.HoldsOn(from)).GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.Last());
            var after = book.Rows(table).Where(row => row.HoldsOn(to)).GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.Last());
            foreach (var key in before.Keys.Union(after.Keys))
            {
                var (was, now) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
                if (was is null || now is null)
                {
                    yield return new(table.Name, key, was, now, []);
                    continue;
                }

                var columns = LawCommand.Values(now, language).Concat(LawCommand.Values(was, language)).Select(cell => cell.Key).Distinct();
                IReadOnlyList<(string Column, string Before, string After)> cells = [.. columns.Where(column => was[column] != now[column]).Select(column => (column, was[column], now[column]))];
                if (cells.Count > 0)
                {
                    yield return new(table.Name, key, was, now, cells);
                }
            }
        }
    }
}
