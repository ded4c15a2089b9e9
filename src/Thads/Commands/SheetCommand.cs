using System.CommandLine;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.OneSheet;
using Thads.Office.Units;

namespace Thads.Commands;

/// <summary><c>thads sheet mapping|check|import FILE</c>: one sheet of an office with a row per matter.</summary>
internal static class SheetCommand
{
    public static Command Create(Shell shell)
    {
        var command = shell.Command("sheet");
        command.Add(new Read(shell).Mapping());
        command.Add(new Read(shell).Import(checkOnly: true));
        command.Add(new Read(shell).Import(checkOnly: false));
        return command;
    }

    /// <summary>What the three commands read alike: the file, and how its columns are to be read.</summary>
    private sealed class Read(Shell shell)
    {
        private readonly Argument<string> _file = new("FILE") { Description = shell.Say("cli.sheet.file") };
        private readonly Option<string?> _mapping = shell.Option<string?>("--mapping", "sheet.mapping-file");
        private readonly Option<string?> _unit = shell.Option<string?>("--unit", "sheet.unit");
        private readonly Option<string?> _sheet = shell.Option<string?>("--sheet", "sheet.sheet");
        private readonly Option<int?> _header = shell.Option<int?>("--header-row", "sheet.header-row");

        /// <summary>Prints the mapping that would be used, to be corrected and given back by `--mapping`.</summary>
        public Command Mapping()
        {
            var to = shell.Option<string?>("--out", "sheet.out");
            var command = With("mapping");
            command.Add(to);
            command.SetAction((parsed, ct) => shell.RunAsync(async () =>
            {
                await using var database = await shell.OpenAsync(parsed, ct);
                await using var work = Shell.Work(database, shell.Clock(parsed));
                var (_, _, mapping) = await OpenAsync(parsed, work, ct);
                if (parsed.GetValue(to) is { } path)
                {
                    await File.WriteAllTextAsync(path, mapping.ToJson() + "\n", ct);
                    Console.WriteLine(shell.Say("cli.sheet.mapping-written", path));
                }
                else
                {
                    Console.WriteLine(mapping.ToJson());
                }

                return Exit.Done;
            }));
            return command;
        }

        public Command Import(bool checkOnly)
        {
            var leaveOut = shell.Option<string?>("--leave-out", "sheet.leave-out");
            var command = With(checkOnly ? "check" : "import");
            command.Add(leaveOut);
            command.Add(shell.Json);
            command.SetAction((parsed, ct) => shell.RunAsync(async () =>
            {
                var bad = parsed.GetValue(leaveOut);
                RefusedException.ThrowIf(File.Exists(bad) ? new Refusal("export.not-empty", bad) : null);
                await using var database = await shell.OpenAsync(parsed, ct);
                var source = Path.GetFileName(parsed.GetRequiredValue(_file));
                var (sheet, header, mapping, result) = await RunAsync(parsed, database, source, bad is not null, checkOnly, ct);
                if (bad is not null && result.Refused.Count > 0)
                {
                    await using var file = File.Create(bad);
                    WriteRefusedRows.To(file, sheet, header, result.Refused, shell.Language);
                }

                if (!checkOnly && result.Imported)
                {
                    await using var work = Shell.Work(database, shell.Clock(parsed));
                    await SheetMappings.SaveAsync(mapping, header, source, work, ct);
                }

                return SheetAnswer.Write(shell, result, checkOnly, bad, parsed.GetValue(shell.Json));
            }));
            return command;
        }

        /// <summary>In a piece of work of its own: an import that changed nothing holds its place among the writers until its work ends.</summary>
        private async Task<(SheetText, SheetHeader, SheetMapping, SheetResult)> RunAsync(ParseResult parsed, Database database, string source, bool leaveOut, bool checkOnly, CancellationToken ct)
        {
            await using var work = Shell.Work(database, shell.Clock(parsed));
            var (sheet, header, mapping) = await OpenAsync(parsed, work, ct);
            var result = await ImportCommand.WithProgressAsync(shell, progress => ImportSheet.RunAsync(new(sheet, header, mapping, source, leaveOut, checkOnly), work, ct, progress));
            return (sheet, header, mapping, result);
        }

        private Command With(string name)
        {
            var command = shell.Command(name, $"sheet.{name}");
            command.Add(_file);
            foreach (var option in new Option[] { _mapping, _unit, _sheet, _header, shell.Today, shell.Db })
            {
                command.Add(option);
            }

            return command;
        }

        /// <summary>The mapping given, or the one this unit used last for such columns, or a proposal; words it does not know yet are proposed.</summary>
        private async Task<(SheetText Sheet, SheetHeader Header, SheetMapping Mapping)> OpenAsync(ParseResult parsed, Work work, CancellationToken ct)
        {
            var (path, given) = (parsed.GetRequiredValue(_file), parsed.GetValue(_mapping));
            var mapping = given is null ? null : SheetMapping.FromJson(await File.ReadAllTextAsync(given, ct));
            var sheet = ReadSheet.Run(path, Path.GetFileName(path), parsed.GetValue(_sheet) ?? mapping?.Sheet);
            var header = HeaderOf(sheet, parsed.GetValue(_header), mapping);
            var units = await UnitTree.OfAsync(work, ct);
            var unit = parsed.GetValue(_unit) ?? mapping?.Unit ?? throw new RefusedException(new Refusal("cli.sheet.no-unit"));
            mapping = mapping is not null
                ? mapping.For(header) with { Unit = unit }
                : await SheetMappings.FindAsync(unit, header, work, ct) ?? ProposeMapping.Of(sheet, header, unit, units);
            return (sheet, header, ProposeMapping.WithWords(mapping, [.. sheet.Rows.Where(r => r.Number >= header.FirstData)], units));
        }

        private static SheetHeader HeaderOf(SheetText sheet, int? asked, SheetMapping? mapping)
        {
            if (asked is { } row)
            {
                return SheetHeader.At(sheet, row, 2) ?? SheetHeader.At(sheet, row, 1) ?? throw new RefusedException(new Refusal("sheet.header-not-there", row));
            }

            return SheetHeader.Find(sheet) ?? (mapping is null ? null : SheetHeader.At(sheet, mapping.HeaderRow, mapping.HeaderRows)) ?? throw new RefusedException(new Refusal("sheet.no-header"));
        }
    }
}
