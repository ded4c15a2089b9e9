using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Thads.Office;
using Thads.Office.Watch;

namespace Thads.Commands;

/// <summary><c>thads verify figures</c>: is every report that was sent what the steps say, by a second computation? Exit 6 when one is not.</summary>
internal static class VerifyFiguresCommand
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static Command Create(Shell shell)
    {
        var command = shell.Command("figures", "verify.figures");
        command.Add(shell.Db);
        command.Add(shell.Json);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database);
            var verified = await VerifyFigures.RunAsync(work, ct);
            if (parsed.GetValue(shell.Json))
            {
                Console.WriteLine(Json(verified));
            }
            else
            {
                foreach (var version in verified.Versions)
                {
                    Write(shell, version);
                }

                Console.WriteLine(shell.Say(
                    verified.Versions.Count == 0 ? "cli.verify.figures.none" : verified.Agree ? "cli.verify.figures.agree" : "cli.verify.figures.differ",
                    verified.Versions.Count, verified.Versions.Count(version => !version.Agrees), verified.Matters));
            }

            return verified.Agree ? Exit.Done : Exit.FoundProblems;
        }));
        return command;
    }

    private static void Write(Shell shell, VerifiedVersion version)
    {
        var (report, sending) = (version.Report, version.Report.Sending!);
        Console.WriteLine(shell.Say(
            version.Differing.Count == 0 ? "cli.verify.figures.version-agrees" : "cli.verify.figures.version-differs", sending.Number, sending.Version,
            report.Address.Officer is { } officer ? $"{report.Address.Unit}/{officer}" : report.Address.Unit, string.Create(CultureInfo.InvariantCulture, $"{report.Address.Months}/{report.Address.Year}"),
            report.ShortHash, version.Cells, version.Differing.Count));
        if (!version.IsIntact)
        {
            Console.WriteLine("  " + shell.Say("cli.verify.figures.tampered"));
        }

        foreach (var cell in version.Differing)
        {
            Console.WriteLine("  " + shell.Say(
                cell.IsPrinted ? "cli.verify.figures.cell-printed" : "cli.verify.figures.cell", cell.Form, cell.Row, cell.Cell, Number(shell, cell.Sent), Number(shell, cell.Computed)));
        }
    }

    private static string Number(Shell shell, decimal? value) => value?.ToString("#,0.##", Vietnamese) ?? shell.Say("cli.verify.figures.empty");

    private static string Json(VerifiedFigures verified) => JsonText.Of(json =>
    {
        json.WriteBoolean("agree", verified.Agree);
        json.WriteNumber("matters", verified.Matters);
        json.List("versions", verified.Versions, version =>
        {
            var (address, sending) = (version.Report.Address, version.Report.Sending!);
            json.WriteNumber("id", version.Report.Id);
            json.WriteString("unit", address.Unit);
            json.WriteString("officer", address.Officer);
            json.WriteNumber("year", address.Year);
            json.WriteNumber("months", address.Months);
            json.WriteString("number", sending.Number);
            json.WriteNumber("version", sending.Version);
            json.WriteString("hash", version.Report.Hash);
            json.WriteBoolean("intact", version.IsIntact);
            json.WriteNumber("cells", version.Cells);
            json.List("differing", version.Differing, cell =>
            {
                json.WriteString("form", cell.Form);
                json.WriteString("row", cell.Row);
                json.WriteString("cell", cell.Cell);
                json.WriteBoolean("printed", cell.IsPrinted);
                Value(json, "sent", cell.Sent);
                Value(json, "computed", cell.Computed);
            });
        });
    });

    private static void Value(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
