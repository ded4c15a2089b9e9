using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Thads.Http;
using Thads.Office.Figures;

namespace Thads.Figures;

/// <summary>A question for a form as it stands in an address: days in ISO, and nothing that goes without saying.</summary>
public sealed record FigureAddress(string Unit, int Year, int Months = 12, string? Officer = null, DateOnly? KnownOn = null, string? Regime = null)
{
    public string Start => "/year" + Query().ToQueryString();

    public string Measures => "/year/measures" + Query().ToQueryString();

    public FormQuery Question(string form) => new(form, Unit, Year, Months, Officer, KnownOn, Regime);

    public string Form(string form) => $"/figures/{form}{Query().ToQueryString()}";

    public string Sheet(string form)
    {
        var query = Query();
        query.Add("handler", "sheet");
        return $"/figures/{form}{query.ToQueryString()}";
    }

    public string List(string list) => $"/figures/lists/{list}{Query().ToQueryString()}";

    public string ListSheet(string list)
    {
        var query = Query();
        query.Add("handler", "workbook");
        return $"/figures/lists/{list}{query.ToQueryString()}";
    }

    public string Cell(string form, string row, string cell)
    {
        var query = new QueryBuilder { { "row", row }, { "cell", cell } };
        return $"/figures/{form}/cell{query.ToQueryString()}&{Query().ToQueryString().Value![1..]}";
    }

    private QueryBuilder Query()
    {
        var query = new QueryBuilder { { "unit", Unit }, { "year", Year.ToString(CultureInfo.InvariantCulture) } };
        if (Months != 12)
        {
            query.Add("months", Months.ToString(CultureInfo.InvariantCulture));
        }

        if (Officer is not null)
        {
            query.Add("officer", Officer);
        }

        if (KnownOn is { } day)
        {
            query.Add("knownOn", PageText.Iso(day));
        }

        if (Regime is not null)
        {
            query.Add("regime", Regime);
        }

        return query;
    }
}
