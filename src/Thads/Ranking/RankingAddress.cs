using Microsoft.AspNetCore.Http.Extensions;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Ranking;

namespace Thads.Ranking;

/// <summary>What a page of ranking is asked for, as it stands in an address: days in ISO, and nothing that goes without saying.</summary>
public sealed record RankingAddress(string Unit, int Year, string Scheme = Scheme.ByRates, DateOnly? KnownOn = null)
{
    public string List => "/ranking" + Query().ToQueryString();

    public string Caseload => "/ranking/caseload" + (this with { Scheme = Office.Ranking.Scheme.ByRates }).Query().ToQueryString();

    public RankingQuery Question => new(Unit, Year, Scheme, KnownOn);

    public FigureAddress Figures => new(Unit, Year, KnownOn: KnownOn);

    public string Of(string unit) => "/ranking/unit" + (this with { Unit = unit }).Query().ToQueryString();

    public string Score(ScoreStage stage) => $"/ranking/score/{Office.Codes.CodeOf(stage)}" + (this with { KnownOn = null }).Query().ToQueryString();

    public string Recognise => "/ranking/recognition" + (this with { KnownOn = null }).Query().ToQueryString();

    public QueryBuilder Query()
    {
        var query = new QueryBuilder { { "unit", Unit }, { "year", PageText.Year(Year) } };
        if (Scheme != Office.Ranking.Scheme.ByRates)
        {
            query.Add("scheme", Scheme);
        }

        if (KnownOn is { } day)
        {
            query.Add("knownOn", PageText.Iso(day));
        }

        return query;
    }
}
