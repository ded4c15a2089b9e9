using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Figures;

namespace Thads.Commands;

/// <summary><c>thads campaigns list | show | progress | measure | propose</c>: peak campaigns, how they stand, what they brought, and when the next is best.</summary>
internal sealed class CampaignsCommand
{
    private readonly Shell _shell;
    private readonly Argument<int> _campaign;
    private readonly Option<string?> _on;
    private readonly Option<string?> _unit;
    private readonly Option<int?> _year;
    private readonly Option<int> _months;
    private readonly Option<bool> _closing;

    private CampaignsCommand(Shell shell)
    {
        _shell = shell;
        _campaign = new Argument<int>("campaign") { Description = shell.Say("cli.campaigns.campaign") };
        _on = shell.Option<string?>("--on", "campaigns.on");
        _unit = shell.Option<string?>("--unit", "campaigns.unit");
        _year = shell.Option<int?>("--year", "campaigns.year");
        _months = shell.Option<int>("--months", "campaigns.months");
        _months.DefaultValueFactory = _ => CampaignTime.Longest;
        _closing = shell.Option<bool>("--as-closed", "campaigns.as-closed");
    }

    public static Command Create(Shell shell)
    {
        var campaigns = new CampaignsCommand(shell);
        var command = shell.Command("campaigns");
        command.Add(campaigns.List());
        command.Add(campaigns.Show());
        command.Add(campaigns.Progress());
        command.Add(campaigns.Measure());
        command.Add(campaigns.Propose());
        return command;
    }

    private Command List() => Of("list", [_unit], async (parsed, work, ct) =>
    {
        var tree = await Office.Units.UnitTree.OfAsync(work, ct);
        var unit = parsed.GetValue(_unit) is { } code ? tree.UnitOf(code) ?? throw new NotFoundException(new Refusal("report.unit", code)) : (int?)null;
        var list = await CampaignBook.ListAsync(work, ct, unit);
        return parsed.GetValue(_shell.Json) ? JsonText.Of(to => to.List("campaigns", list, campaign => Head(to, campaign, work.Today)))
            : string.Join('\n', list.Select(campaign => _shell.Say("cli.campaigns.line", Number(campaign.Id), campaign.Name, campaign.UnitCode, campaign.FirstOn, campaign.LastOn, campaign.StageOn(work.Today))));
    });

    private Command Show() => Of("show", [_campaign], async (parsed, work, ct) =>
    {
        var campaign = await CampaignBook.OfAsync(parsed.GetValue(_campaign), work, ct);
        var tree = await Office.Units.UnitTree.OfAsync(work, ct);
        if (parsed.GetValue(_shell.Json))
        {
            return JsonText.Of(to =>
            {
                Head(to, campaign, work.Today);
                to.WriteString("leader", campaign.Plan.Leader);
                to.WriteString("scope", campaign.Plan.Scope.ToString());
                to.Day("listClosedOn", campaign.Frozen?.On);
                to.List("goals", campaign.Goals, goal =>
                {
                    to.WriteString("unit", tree.UnitCode(goal.Unit));
                    to.WriteString("officer", goal.Officer is { } officer ? tree.OfficerCode(officer) : null);
                    to.Number("matters", goal.Matters);
                    to.Number("money", goal.Money);
                });
                to.List("diary", campaign.Diary, note =>
                {
                    to.Day("on", note.On);
                    to.WriteString("text", note.Text);
                });
            });
        }

        return string.Join('\n', new[]
        {
            _shell.Say("cli.campaigns.line", Number(campaign.Id), campaign.Name, campaign.UnitCode, campaign.FirstOn, campaign.LastOn, campaign.StageOn(work.Today)),
            _shell.Say("cli.campaigns.plan", campaign.Plan.Plan, campaign.Plan.PlannedOn, campaign.Plan.Leader),
            campaign.Frozen is { } frozen ? _shell.Say("cli.campaigns.frozen", frozen.On, frozen.Matters, frozen.Money) : null,
            campaign.Closed is { } closed ? _shell.Say("cli.campaigns.closed", closed.Report, closed.On, closed.Matters, closed.Money) : null,
        }.OfType<string>().Concat(campaign.Diary.Select(note => $"{note.On:dd/MM/yyyy}  {note.Text}")));
    });

    private Command Progress() => Of("progress", [_campaign, _on], async (parsed, work, ct) =>
    {
        var progress = await ReadProgress.RunAsync(parsed.GetValue(_campaign), parsed.GetValue(_on) is { } on ? Shell.Day(on, "--on") : null, work, ct);
        if (parsed.GetValue(_shell.Json))
        {
            return JsonText.Of(to =>
            {
                to.Day("on", progress.On);
                Line(to, progress.Whole);
                to.Number("pace", progress.Pace(progress.Whole.Goal?.Matters));
                to.List("officers", progress.Officers, line => Line(to, line));
                to.List("communes", progress.Communes, line => Line(to, line));
            });
        }

        return string.Join('\n', progress.Officers.Prepend(progress.Whole).Select(line => _shell.Say(
            "cli.campaigns.progress-line", line.Code.Length == 0 ? $"{progress.On:dd/MM/yyyy}" : line.Code, line.Done.Matters, line.Goal?.Matters is { } goal ? goal.ToString("N0", Words.Format) : "–", line.List.Matters, line.Done.Money,
            line.OnTheDay.Matters)).Append(progress.Pace(progress.Whole.Goal?.Matters) is { } pace ? _shell.Say("cli.campaigns.pace", pace) : ""));
    });

    private Command Measure() => Of("measure", [_campaign, _closing], async (parsed, work, ct) =>
    {
        var measure = await MeasureCampaign.RunAsync(parsed.GetValue(_campaign), parsed.GetValue(_closing), work, ct);
        return parsed.GetValue(_shell.Json) ? JsonText.Of(to => Write(to, measure)) : string.Join('\n', Lines(measure));
    });

    private Command Propose() => Of("propose", [_unit, _year, _months], async (parsed, work, ct) =>
    {
        var times = await ReadCampaignTime.RunAsync(
            new(parsed.GetValue(_unit) ?? throw new RefusedException(new Refusal("report.no-unit")), parsed.GetValue(_year) ?? StatisticalYear.Of(work.Today).Year, parsed.GetValue(_months)), work, ct);
        if (parsed.GetValue(_shell.Json))
        {
            return JsonText.Of(to => to.List("times", times.Windows, window =>
            {
                to.Day("first", window.First);
                to.Day("last", window.Last);
                to.Number("score", Rounded(window.Score));
                to.List("reasons", window.Reasons, reason =>
                {
                    to.WriteString("criterion", Codes.CodeOf(reason.Criterion));
                    to.WriteNumber("weight", reason.Weight);
                    to.Number("points", Rounded(reason.Points));
                    to.Number("value", Rounded(reason.Value));
                });
            }));
        }

        RefusedException.ThrowIf(times.Why);
        return string.Join('\n', times.Windows.Select(window => _shell.Say(
            "cli.campaigns.time", window.First, window.Last, Written(window.Score), string.Join("; ", window.Reasons.Select(reason => $"{Words.Say(_shell.Language, $"TimeCriterion.{Codes.CodeOf(reason.Criterion)}")} {Written(reason.Points)} × {reason.Weight} %")))));
    });

    private Command Of(string name, Symbol[] own, Func<ParseResult, Work, CancellationToken, Task<string>> run)
    {
        var command = _shell.Command(name, $"campaigns.{name}");
        foreach (var symbol in own)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        foreach (var option in new Option[] { _shell.Json, _shell.Today, _shell.Db })
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => _shell.RunAsync(async () =>
        {
            await using var database = await _shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, _shell.Clock(parsed));
            Console.WriteLine(await run(parsed, work, ct));
            return Exit.Done;
        }));
        return command;
    }

    private IEnumerable<string> Lines(CampaignMeasure measure)
    {
        foreach (var month in measure.Months)
        {
            yield return _shell.Say("cli.campaigns.month", month.First.ToString("MM/yyyy", CultureInfo.InvariantCulture), month.Matters, month.Money, month.Inside == false ? "" : "*");
        }

        yield return _shell.Say("cli.campaigns.inside", Written(measure.Inside.MattersPerMonth), Written(measure.Outside.MattersPerMonth));
        if (measure.Ratio is { } ratio)
        {
            yield return _shell.Say(ratio.IsTold ? "cli.campaigns.ratio" : "cli.campaigns.ratio-untold", Written(ratio.Ratio), Written(ratio.Low), Written(ratio.High));
        }

        foreach (var year in measure.Years)
        {
            yield return _shell.Say("cli.campaigns.year-line", year.First, year.Last, year.Done.Matters, year.List, year.Settled);
        }

        if (measure.Effect is { } effect)
        {
            yield return _shell.Say(
                "cli.campaigns.effect", effect.Basis, WriteSummary.Percent(Rounded(effect.Rate * 100)), WriteSummary.Percent(Rounded(effect.Expected * 100)), Written(effect.Difference * 100), Written(effect.Low * 100), Written(effect.High * 100));
        }
        else
        {
            yield return measure.WhyNone!.In(_shell.Language);
        }

        if (measure.Split is { } split)
        {
            yield return _shell.Say(split.IsTold ? "cli.campaigns.split" : "cli.campaigns.split-untold", split.Settled, split.Anyway, split.Due, split.DueLow, split.DueHigh, split.Back);
        }

        yield return _shell.Say("cli.campaigns.back", measure.Back.Back, measure.Back.Settled, measure.Back.NotDue);
    }

    private static void Write(Utf8JsonWriter to, CampaignMeasure measure)
    {
        to.List("months", measure.Months, month =>
        {
            to.Day("first", month.First);
            to.WriteNumber("matters", month.Matters);
            to.WriteNumber("money", month.Money);
            to.WriteBoolean("inside", month.Inside != false);
        });
        to.Number("insidePerMonth", Rounded(measure.Inside.MattersPerMonth));
        to.Number("outsidePerMonth", Rounded(measure.Outside.MattersPerMonth));
        to.List("years", measure.Years, year =>
        {
            to.Day("first", year.First);
            to.WriteNumber("matters", year.Done.Matters);
            to.WriteNumber("list", year.List);
            to.WriteNumber("settled", year.Settled);
            to.WriteBoolean("campaign", year.HasCampaign);
        });
        to.WriteString("basis", measure.Effect is { } basis ? Codes.CodeOf(basis.Basis) : null);
        to.Number("rate", measure.Effect is { } rate ? Rounded(rate.Rate * 100) : null);
        to.Number("expected", measure.Effect is { } expected ? Rounded(expected.Expected * 100) : null);
        to.Number("differenceLow", measure.Effect is { } low ? Rounded(low.Low * 100) : null);
        to.Number("differenceHigh", measure.Effect is { } high ? Rounded(high.High * 100) : null);
        to.Number("settled", measure.Split?.Settled);
        to.Number("anyway", measure.Split?.Anyway);
        to.Number("due", measure.Split?.Due);
        to.WriteNumber("cameBack", measure.Back.Back);
        to.WriteNumber("notDue", measure.Back.NotDue);
    }

    private static void Head(Utf8JsonWriter to, Campaign campaign, DateOnly today)
    {
        to.WriteNumber("campaign", campaign.Id);
        to.WriteString("unit", campaign.UnitCode);
        to.WriteString("name", campaign.Name);
        to.WriteString("plan", campaign.Plan.Plan);
        to.Day("first", campaign.FirstOn);
        to.Day("last", campaign.LastOn);
        to.WriteString("stage", Codes.CodeOf(campaign.StageOn(today)));
        to.Number("listMatters", campaign.Frozen?.Matters);
        to.Number("listMoney", campaign.Frozen?.Money);
    }

    private static void Line(Utf8JsonWriter to, ProgressLine line)
    {
        to.WriteString("code", line.Code);
        to.WriteNumber("list", line.List.Matters);
        to.Number("goal", line.Goal?.Matters);
        to.WriteNumber("settled", line.Done.Matters);
        to.WriteNumber("money", line.Done.Money);
        to.WriteNumber("onTheDay", line.OnTheDay.Matters);
    }

    private static decimal Rounded(double value) => Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero);

    private static string Written(double value) => Rounded(value).ToString("N1", Words.Format);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
