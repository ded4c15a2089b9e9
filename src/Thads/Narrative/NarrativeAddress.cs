using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Narrative;
using Thads.Overview;

namespace Thads.Narrative;

/// <summary>A report in words as it stands in an address, and where its numbers lead.</summary>
/// <param name="Sent">At the cut-off of the report of figures that was sent.</param>
public sealed record NarrativeAddress(string Unit, int Year, int Months = 12, DateOnly? KnownOn = null, bool Sent = false)
{
    public string Start => "/yearly" + Query();

    public string Templates => "/yearly/templates" + new QueryBuilder { { "unit", Unit } }.ToQueryString();

    public NarrativeQuery Question(NarrativeKind? kind = null) => new(kind ?? NarrativeQuery.KindOf(Months), Unit, Year, Months, KnownOn);

    public string File(string handler) => Start + "&handler=" + handler;

    public string Text(string block) => $"/yearly/text/{block}{Query()}";

    public string Number(string fact) => $"/yearly/number/{fact}{Query()}";

    /// <summary>What a number opens: the form, list or decision it comes from; a number that is computed from others tells which.</summary>
    public string Source(Fact fact, bool isMixed) => fact.Source.Kind == SourceKind.Derived ? Number(fact.Key) : Source(fact.Source, isMixed);

    public string Source(FactSource source, bool isMixed)
    {
        var figures = new FigureAddress(Unit, source.Year, Months, null, KnownOn, source.Regime);
        return source.Kind switch
        {
            SourceKind.Cell when isMixed => figures.Form(source.Form!),
            SourceKind.Cell => figures.Cell(source.Form!, source.Row!, source.Cell!),
            SourceKind.Year => (figures with { Regime = null }).Start,
            SourceKind.Stock => new OverviewAddress(Unit, source.Year, Months, KnownOn, new Law.StatisticalYear(source.Year).EndOfMonth(Months)).List(source.Pick!),
            SourceKind.Assigned => "/targets" + new QueryBuilder { { "unit", Unit }, { "year", PageText.Year(source.Year) } }.ToQueryString(),
            SourceKind.Own => $"/yearly/list{(this with { Year = source.Year }).Query()}&what={Uri.EscapeDataString(source.Own!.What)}&which={Uri.EscapeDataString(source.Own.Which)}",
            SourceKind.Derived => Start,
            SourceKind.Page => source.Page!.Address,
        };
    }

    private string Query()
    {
        var query = new QueryBuilder { { "unit", Unit }, { "year", PageText.Year(Year) } };
        if (Months != 12)
        {
            query.Add("months", Months.ToString(CultureInfo.InvariantCulture));
        }

        if (KnownOn is { } day)
        {
            query.Add("knownOn", PageText.Iso(day));
        }

        if (Sent)
        {
            query.Add("sent", "1");
        }

        return query.ToQueryString().Value!;
    }
}
