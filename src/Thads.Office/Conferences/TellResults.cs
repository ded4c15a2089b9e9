using System.Globalization;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Ranking;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>
/// Tells the results of a superior unit at a conference: its figures of the year as they are known now, kept with the conference, so that those who do not see that unit may read what was told.
/// Told again, the last holds.
/// </summary>
public static class TellResults
{
    /// <param name="Unit">Code of a unit the person sees.</param>
    public sealed record Input(int Conference, string Unit, string? IdempotencyKey = null);

    private static readonly (string Code, Measure Measure, string Cell)[] Told =
    [
        ("total", Measure.Matters, "total"), ("enforceable", Measure.Matters, "enforceable"), ("settled", Measure.Matters, "settled"), ("rate", Measure.Matters, "rate"),
        ("money-total", Measure.Money, "total"), ("money-enforceable", Measure.Money, "enforceable"), ("money-settled", Measure.Money, "settled"), ("money-rate", Measure.Money, "rate"),
    ];

    /// <exception cref="NotFoundException">`conference.unknown`, `report.unit`: not there, or not this person's to see.</exception>
    /// <exception cref="RefusedException">`conference.cancelled`, `conference.no-figures`, `ranking.not-over`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-results-told", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var conference = (await TakeAsync(input.Conference, work, ct)).Conference;
        RefusedException.ThrowIf(conference.State == ConferenceState.Cancelled ? new Refusal("conference.cancelled") : null);
        RefusedException.ThrowIf(RankedYear.WhyNotOver(conference.Year, work.Today));
        var figures = await ReadUnitFigures.RunAsync(new FormQuery("04", input.Unit, conference.Year, StatisticalYear.Months), work, ct);
        var unit = figures.Tree.Seen(input.Unit, work.Person);
        RefusedException.ThrowIf(figures.Cell(figures.Whole, Measure.Matters, "total") is null or 0 ? new Refusal("conference.no-figures", input.Unit, Plain(conference.Year)) : null);
        work.Begin("conference-results-told", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        foreach (var (code, measure, cell) in Told)
        {
            if (figures.Cell(figures.Whole, measure, cell) is not { } value)
            {
                continue;
            }

            var text = cell == "rate" ? value.ToString("0.00", Words.Format) : measure == Measure.Money ? (value / 1_000_000_000).ToString("N1", Words.Format) : value.ToString("N0", Words.Format);
            var link = string.Create(
                CultureInfo.InvariantCulture, $"/figures/{(measure == Measure.Matters ? "04" : "05")}/cell?row=unit:{Uri.EscapeDataString(input.Unit)}&cell={cell}&unit={Uri.EscapeDataString(input.Unit)}&year={conference.Year}");
            await connection.RunAsync(
                "INSERT INTO conference_result (id, conference, unit_id, code, value, link, last_act, act) SELECT coalesce(max(id), 0) + 1, @conference, @unit, @code, @value, @link, @last, @act FROM conference_result", ct,
                ("conference", input.Conference), ("unit", unit), ("code", code), ("value", text), ("link", link), ("last", figures.LastAct), ("act", act));
        }

        await work.EndAsync(new ActChange(conference.Subject, "conference-results", null, input.Unit) { Unit = conference.UnitId }, ct);
    }
}
