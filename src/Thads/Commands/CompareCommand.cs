using System.CommandLine;
using Thads.Law;
using Thads.Office;
using Thads.Office.Comparison;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Commands;

/// <summary><c>thads compare --unit D05 --years 2019-2020 --as-of now</c>.</summary>
internal static class CompareCommand
{
    public static Command Create(Shell shell)
    {
        var unit = shell.Option<string>("--unit", "targets.unit");
        unit.Required = true;
        var years = shell.Option<string>("--years", "compare.years");
        years.Required = true;
        var with = shell.Option<string[]>("--with", "compare.with");
        var below = shell.Option<bool>("--below", "compare.below");
        var months = shell.Option<int>("--months", "report.months");
        months.DefaultValueFactory = _ => StatisticalYear.Months;
        var asOf = shell.Option<string>("--as-of", "compare.as-of");
        asOf.DefaultValueFactory = _ => Codes.CodeOf(Organised.Then);
        asOf.AcceptOnlyFromAmong([.. Codes.All<Organised>()]);
        var knownOn = shell.Option<string?>("--known-on", "report.known-on");
        var file = shell.Option<string?>("--out", "compare.out");
        var command = new Command("compare", shell.Say("cli.compare")) { unit, years, with, below, months, asOf, knownOn, file, shell.Json, shell.Today, shell.Db };
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, shell.Clock(parsed));
            RefusedException.ThrowIf(CompareQuery.Read(parsed.GetRequiredValue(years), parsed.GetValue(months), out var periods));
            Codes.TryRead<Organised>(parsed.GetRequiredValue(asOf), out var organised);
            DateOnly? known = parsed.GetValue(knownOn) is { } day ? Shell.Day(day, "--known-on") : null;
            var compared = await CompareUnits.RunAsync(new CompareQuery(parsed.GetRequiredValue(unit), parsed.GetValue(below), parsed.GetValue(with) ?? [], periods, organised, known), work, ct);
            if (parsed.GetValue(file) is { } path)
            {
                await using var to = File.Create(path);
                ExportComparison.Run(compared, [compared.Rows[0].Name, shell.Say($"Organised.{Codes.CodeOf(organised)}")], shell.Language, to, work);
                await Console.Error.WriteLineAsync(shell.Say("cli.written", path));
                return Exit.Done;
            }

            Console.Write(parsed.GetValue(shell.Json) ? Json(compared) + "\n" : Text(shell, compared));
            return Exit.Done;
        }));
        return command;
    }

    private static string Text(Shell shell, ComparedUnits compared) => string.Concat(compared.Rows.SelectMany(row => Enum.GetValues<Measure>(), (row, measure) =>
        $"{(row.Kind == ComparedKind.Rest ? shell.Say("compare.rest") : $"{row.Code} {row.Name}")} – {shell.Say($"Measure.{Codes.CodeOf(measure)}")}\n"
        + string.Concat(ComparedUnits.Cells.Select(cell => $"  {shell.Say($"compare.cell-{cell}")}: "
            + string.Join(" · ", compared.Columns.Select((column, i) => $"{column.Period} [{column.Set.Regime}] {Written(compared.Value(row, i, measure, cell), cell)}"))
            + string.Concat(compared.Pairs.Select(pair => $" · {compared.Columns[pair.Later].Period}/{compared.Columns[pair.Earlier].Period} [{compared.Columns[pair.Earlier].Set.Regime}] {Changed(shell, compared.Change(row, pair, measure, cell))}"))
            + "\n"))));

    private static string Written(decimal? value, string cell) => value is null ? "–" : cell == "rate" ? WriteSummary.Percent(value) : ((long)value.Value).ToString("N0", Words.Format);

    private static string Changed(Shell shell, ComparedChange change) =>
        change.Value is null ? "–" : shell.Say(change.IsPoints ? "compare.points" : "compare.percent", WriteSummary.WithSign(change.Value));

    private static string Json(ComparedUnits compared) => JsonText.Of(json =>
    {
        json.WriteString("asOf", Codes.CodeOf(compared.Query.AsOf));
        json.WriteNumber("lastAct", compared.LastAct);
        json.List("rows", compared.Rows, row =>
        {
            json.WriteString("kind", Codes.CodeOf(row.Kind));
            json.WriteString("unit", row.Code);
            json.WriteString("name", row.Name);
            json.List("columns", compared.Columns.Select((column, i) => (Column: column, Index: i)), at =>
            {
                json.WriteNumber("year", at.Column.Period.Year);
                json.WriteNumber("months", at.Column.Period.Months);
                json.WriteString("regime", at.Column.Set.Regime);
                json.WriteNumber("reported", row.Sums[at.Index]?.Reported ?? 0);
                foreach (var measure in Enum.GetValues<Measure>())
                {
                    json.WriteStartObject(Codes.CodeOf(measure));
                    foreach (var cell in ComparedUnits.Cells)
                    {
                        json.Number(cell, compared.Value(row, at.Index, measure, cell));
                    }

                    json.WriteEndObject();
                }
            });
            json.List("changes", compared.Pairs, pair =>
            {
                json.WriteString("from", compared.Columns[pair.Earlier].Period.ToString());
                json.WriteString("to", compared.Columns[pair.Later].Period.ToString());
                json.WriteString("regimeFrom", compared.Columns[pair.Earlier].Set.Regime);
                json.WriteString("regimeTo", compared.Columns[pair.Later].Set.Regime);
                foreach (var measure in Enum.GetValues<Measure>())
                {
                    json.Number($"{Codes.CodeOf(measure)}SettledPercent", compared.Change(row, pair, measure, "settled").Value);
                    json.Number($"{Codes.CodeOf(measure)}RatePoints", compared.Change(row, pair, measure, "rate").Value);
                }
            });
        });
    });
}
