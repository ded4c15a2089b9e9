using Thads.Office;
using Thads.Office.Exchange.OneSheet;

namespace Thads.Commands;

/// <summary>What became of a sheet, for people and for programs.</summary>
internal static class SheetAnswer
{
    public static int Write(Shell shell, SheetResult result, bool checkOnly, string? leftOut, bool json)
    {
        if (json)
        {
            WriteJson(shell, result, checkOnly);
        }
        else
        {
            WriteText(shell, result, checkOnly, leftOut);
        }

        return checkOnly ? result.Refused.Count > 0 ? Exit.FoundProblems : Exit.Done
            : result.Imported ? Exit.Done : Exit.Refused;
    }

    private static void WriteText(Shell shell, SheetResult result, bool checkOnly, string? leftOut)
    {
        foreach (var row in result.Refused)
        {
            Console.Error.WriteLine(row.In(shell.Language));
        }

        var bad = result.Refused.Select(r => r.Row).Distinct().Count();
        if (result.PassedOver.Count > 0)
        {
            Console.Error.WriteLine(shell.Say("cli.sheet.passed-over", string.Join(", ", result.PassedOver.Select(r => r.Row))));
        }

        Console.WriteLine(
            checkOnly ? shell.Say("cli.sheet.checked", result.Placed, bad)
            : !result.Imported ? shell.Say("cli.sheet.nothing", bad)
            : result.Import!.Act is { } act ? shell.Say("cli.sheet.imported", result.Placed, act.ToString(Words.Format), bad)
            : shell.Say("cli.import.no-change"));
        if (bad > 0 && leftOut is not null)
        {
            Console.Error.WriteLine(shell.Say("cli.sheet.left-out", bad, leftOut));
        }

        if (result.Import?.Reconciliation is { Count: > 0 } units)
        {
            Console.Write(ImportCommand.Table(shell, units));
        }
    }

    private static void WriteJson(Shell shell, SheetResult result, bool checkOnly) => Console.WriteLine(JsonText.Of(json =>
    {
        json.WriteBoolean("checkedOnly", checkOnly);
        json.WriteBoolean("imported", !checkOnly && result.Imported);
        json.Number("act", result.Import?.Act);
        json.WriteNumber("placed", result.Placed);
        json.List("refused", result.Refused, row =>
        {
            json.WriteNumber("row", row.Row);
            json.WriteString("column", row.Column);
            json.WriteString("header", row.Header);
            json.WriteString("read", row.Read);
            json.WriteString("code", row.Why.Code);
            json.WriteString("reason", row.Why.In(shell.Language));
        });
        json.List("passedOver", result.PassedOver, row =>
        {
            json.WriteNumber("row", row.Row);
            json.WriteString("code", row.Why.Code);
        });
        ImportCommand.Reconciliation(json, result.Import?.Reconciliation ?? []);
    }));
}
