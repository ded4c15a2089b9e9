using Thads.Law;
using Thads.Office.Docket;

namespace Thads.Office.Manners;

/// <summary>Ends and what was done, added up. Every number is one of a <see cref="MannerListing"/>, and so is the list behind it.</summary>
/// <param name="WithCommune">Matters in which a commune had taken part in a persuasion session by the last day.</param>
public sealed record MannerSums(IReadOnlyList<MatterEnd> Ends, IReadOnlyList<FieldEvent> Events, IReadOnlySet<Guid> WithCommune)
{
    /// <summary>Việc, đồng, or sessions and coercions: these are counted, whatever the measure.</summary>
    public long Number(MannerListing what, Measure measure = Measure.Matters) => what.IsEnd
        ? Ends.Where(end => end.IsMoney == (measure == Measure.Money) && what.Has(end, WithCommune)).Sum(end => end.Quantity)
        : Events.Count(done => what.Has(done));

    /// <summary>Percent of what was completed; null where nothing was.</summary>
    public decimal? Share(MannerListing what, Measure measure = Measure.Matters) => Rate(Number(what, measure), Number(MannerListing.Completed, measure));

    /// <summary>Percent of the persuasion sessions that were agreed to; null without any.</summary>
    public decimal? AgreedShare => Rate(Number(MannerListing.Agreed), Number(MannerListing.Persuaded));

    public MannerSums Of(Func<MatterEnd, bool> end, Func<FieldEvent, bool> done) => this with { Ends = [.. Ends.Where(end)], Events = [.. Events.Where(done)] };

    public MannerSums OfCommune(string? commune) => Of(end => end.Commune == commune, done => done.Commune == commune);

    public MannerSums OfOfficer(string? officer) => Of(end => end.Officer == officer, done => done.Officer == officer);

    public MannerSums Between(DateOnly first, DateOnly last) => Of(end => end.On >= first && end.On <= last, done => done.On >= first && done.On <= last);

    private static decimal? Rate(long part, long whole) => whole <= 0 ? null : Money.Rate(part, whole);
}
