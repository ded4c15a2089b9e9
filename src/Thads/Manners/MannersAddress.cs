using Microsoft.AspNetCore.Http.Extensions;
using Thads.Http;
using Thads.Office;
using Thads.Office.Docket;
using Thads.Office.Manners;

namespace Thads.Manners;

/// <summary>What the pages of manners are asked for, as it stands in an address.</summary>
/// <param name="Commune">Code, or <see cref="MannerQuestion.None"/>; null = all.</param>
public sealed record MannersAddress(string Unit, DateOnly First, DateOnly Last, string? Commune = null, string? Officer = null, DateOnly? KnownOn = null)
{
    public MannerQuestion Question => new(Unit, First, Last, Commune, Officer, KnownOn);

    public string Start => "/direction/manners" + (this with { Commune = null }).Query().ToQueryString();

    /// <summary>The page of a commune.</summary>
    public string OfCommune(string code) => "/direction/manners/commune" + (this with { Commune = code }).Query().ToQueryString();

    public string Workbook
    {
        get
        {
            var query = Query();
            query.Add("handler", "workbook");
            return "/direction/manners" + query.ToQueryString();
        }
    }

    /// <summary>The matters behind a number.</summary>
    public string List(MannerListing what, Measure measure = Measure.Matters)
    {
        var query = Query();
        query.Add("what", Codes.CodeOf(what));
        if (measure == Measure.Money)
        {
            query.Add("measure", Codes.CodeOf(measure));
        }

        return "/direction/manners/list" + query.ToQueryString();
    }

    private QueryBuilder Query()
    {
        var query = new QueryBuilder { { "unit", Unit }, { "first", PageText.Iso(First) }, { "last", PageText.Iso(Last) } };
        foreach (var (name, value) in new[] { ("commune", Commune), ("officer", Officer), ("knownOn", KnownOn is { } day ? PageText.Iso(day) : null) })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return query;
    }
}
