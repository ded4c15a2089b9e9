using System.CommandLine;
using System.Text.Json;
using Thads.Law;
using Thads.Office;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Manners;

namespace Thads.Commands;

/// <summary><c>thads manners</c>: how matters ended between two days, by commune and officer, beside the same days a year before.</summary>
internal sealed class MannersCommand
{
    private static readonly MannerListing[] Rows =
    [
        MannerListing.FreeWill, MannerListing.Persuasion, MannerListing.WithCommune, MannerListing.CoercionOrdered, MannerListing.Coercion, MannerListing.Unsaid, MannerListing.Completed, MannerListing.Otherwise,
        MannerListing.Settled, MannerListing.Persuaded, MannerListing.Agreed, MannerListing.CoercionDecided, MannerListing.CoercionPlanned, MannerListing.CoercionHeld, MannerListing.CoercionPutOff,
    ];

    public static Command Create(Shell shell)
    {
        var unit = shell.Option<string>("--unit", "manners.unit");
        unit.Required = true;
        var year = shell.Option<int?>("--year", "report.year");
        var first = shell.Option<string?>("--first", "manners.first");
        var last = shell.Option<string?>("--last", "manners.last");
        var commune = shell.Option<string?>("--commune", "manners.commune");
        var officer = shell.Option<string?>("--officer", "report.officer");
        var known = shell.Option<string?>("--known-on", "report.known-on");
        var command = shell.Command("manners");
        foreach (var option in new Option[] { unit, year, first, last, commune, officer, known, shell.Json, shell.Today, shell.Db })
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, shell.Clock(parsed));
            var of = parsed.GetValue(year) ?? StatisticalYear.Of(work.Today.AddMonths(-3)).Year;
            RefusedException.ThrowIf(of is < 1900 or > 9998 ? new Refusal("report.year", of.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null);
            DateOnly? Day(Option<string?> option) => parsed.GetValue(option) is { } typed ? Shell.Day(typed, option.Name) : null;
            var figures = await ReadManners.RunAsync(
                new(parsed.GetValue(unit)!, Day(first) ?? new StatisticalYear(of).Start, Day(last) ?? new StatisticalYear(of).End, parsed.GetValue(commune), parsed.GetValue(officer), Day(known)), work, ct);
            Console.WriteLine(parsed.GetValue(shell.Json) ? JsonText.Of(to => Write(to, figures)) : string.Join('\n', Lines(figures, shell)));
            return Exit.Done;
        }));
        return command;
    }

    private static IEnumerable<string> Lines(MannerFigures figures, Shell shell)
    {
        yield return shell.Say("cli.manners.head", figures.UnitName, figures.Question.First, figures.Question.Last);
        foreach (var what in Rows)
        {
            var name = shell.Say($"MannerListing.{Codes.CodeOf(what)}");
            var money = WriteSummary.Amount(figures.Now.Number(what, Measure.Money), Measure.Money, shell.Language);
            yield return !what.IsEnd ? shell.Say("cli.manners.work", name, figures.Now.Number(what), figures.Before.Number(what))
                : what is MannerListing.Settled or MannerListing.Otherwise ? shell.Say("cli.manners.sum", name, figures.Now.Number(what), money, figures.Before.Number(what))
                : shell.Say("cli.manners.line", name, figures.Now.Number(what), WriteSummary.Percent(figures.Now.Share(what)), money, figures.Before.Number(what));
        }

        foreach (var part in figures.Communes.Concat(figures.Officers))
        {
            yield return shell.Say(
                "cli.manners.part", part.Code ?? "–", part.Name, part.Now.Number(MannerListing.Settled), part.Before.Number(MannerListing.Settled), WriteSummary.Percent(part.Now.Share(MannerListing.Amiable)),
                part.Now.Number(MannerListing.Persuaded), part.Now.Number(MannerListing.CoercionHeld));
        }
    }

    private static void Write(Utf8JsonWriter to, MannerFigures figures)
    {
        to.WriteString("unit", figures.Question.Unit);
        to.Day("first", figures.Question.First);
        to.Day("last", figures.Question.Last);
        Write(to, figures.Now, figures.Before);
        to.List("months", figures.Months, month =>
        {
            to.Day("first", month.First);
            Write(to, month.Now, month.Before);
        });
        foreach (var (name, parts) in new[] { ("communes", figures.Communes), ("officers", figures.Officers) })
        {
            to.List(name, parts, part =>
            {
                to.WriteString("code", part.Code);
                to.WriteString("name", part.Name);
                Write(to, part.Now, part.Before);
            });
        }

        to.List("years", figures.Years, year =>
        {
            to.WriteNumber("year", year.Year.Year);
            Write(to, year.Sums, null);
        });
    }

    private static void Write(Utf8JsonWriter to, MannerSums now, MannerSums? before)
    {
        foreach (var what in Rows)
        {
            to.WriteNumber(Codes.CodeOf(what), now.Number(what));
        }

        to.WriteNumber("settledDong", now.Number(MannerListing.Settled, Measure.Money));
        to.Number("amiableShare", now.Share(MannerListing.Amiable));
        to.Number("communeShare", now.Share(MannerListing.WithCommune));
        if (before is not null)
        {
            to.WriteNumber("settledBefore", before.Number(MannerListing.Settled));
            to.Number("amiableShareBefore", before.Share(MannerListing.Amiable));
        }
    }
}
