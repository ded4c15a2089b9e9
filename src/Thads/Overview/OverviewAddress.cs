using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Thads.Figures;
using Thads.Http;
using Thads.Office;
using Thads.Office.Figures;
using Thads.Office.Overview;

namespace Thads.Overview;

/// <summary>What an overview page is asked for, as it stands in an address: days in ISO, and nothing that goes without saying.</summary>
/// <param name="On">Day of the stock; null = today, or the day of knowledge.</param>
public sealed record OverviewAddress(string Unit, int Year, int Months = 12, DateOnly? KnownOn = null, DateOnly? On = null)
{
    public string Head => "/overview" + Query().ToQueryString();

    public string Statistics => "/overview/statistics" + Query().ToQueryString();

    public string Units => "/overview/province" + Query().ToQueryString();

    public string Monday => "/overview/monday" + new QueryBuilder { { "unit", Unit } }.ToQueryString();

    /// <summary>The same questions of forms 01 to 05.</summary>
    public FigureAddress Figures => new(Unit, Year, Months, null, KnownOn);

    public FormQuery Period => new("01", Unit, Year, Months, KnownOn: KnownOn);

    public string Officer(string code)
    {
        var query = Query();
        query.Add("officer", code);
        return "/overview/me" + query.ToQueryString();
    }

    /// <summary>The matters behind a number.</summary>
    public string List(MatterPick pick, DateOnly? since = null)
    {
        var query = new QueryBuilder { { "what", Codes.CodeOf(pick.What) } };
        Add(query, "state", pick.State is { } state ? Codes.CodeOf(state) : null);
        Add(query, "age", pick.Age is { } age ? Codes.CodeOf(age) : null);
        Add(query, "docketed", pick.DocketYear?.ToString(CultureInfo.InvariantCulture));
        Add(query, "officer", pick.Officer);
        Add(query, "manner", pick.Manner);
        Add(query, "since", since is { } first ? PageText.Iso(first) : null);
        return "/overview/list" + query.ToQueryString() + "&" + Query().ToQueryString().Value![1..];
    }

    public string List(Listing what, string? officer = null) => List(new MatterPick(what, Officer: officer));

    public QueryBuilder Query()
    {
        var query = new QueryBuilder { { "unit", Unit }, { "year", PageText.Year(Year) } };
        Add(query, "months", Months == 12 ? null : Months.ToString(CultureInfo.InvariantCulture));
        Add(query, "knownOn", KnownOn is { } known ? PageText.Iso(known) : null);
        Add(query, "on", On is { } on ? PageText.Iso(on) : null);
        return query;
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Add(name, value);
        }
    }
}
