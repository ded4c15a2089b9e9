using Microsoft.AspNetCore.Http.Extensions;
using Thads.Http;
using Thads.Office;
using Thads.Office.Comparison;

namespace Thads.Comparison;

/// <summary>What a comparison is asked for, as it stands in an address.</summary>
/// <param name="Years">As typed: `2019, 2020`, `2016-2020`, `2020/6`.</param>
public sealed record CompareAddress(string Unit, bool Below, IReadOnlyList<string> With, string Years, int Months, Organised AsOf, DateOnly? KnownOn)
{
    public string Start => "/compare" + Query().ToQueryString();

    public string Workbook
    {
        get
        {
            var query = Query();
            query.Add("handler", "workbook");
            return "/compare" + query.ToQueryString();
        }
    }

    private QueryBuilder Query()
    {
        var query = new QueryBuilder { { "unit", Unit } };
        if (Below)
        {
            query.Add("below", "1");
        }

        foreach (var unit in With)
        {
            query.Add("with", unit);
        }

        query.Add("years", Years);
        if (Months != 12)
        {
            query.Add("months", PageText.Year(Months));
        }

        query.Add("asOf", Codes.CodeOf(AsOf));
        if (KnownOn is { } day)
        {
            query.Add("knownOn", PageText.Iso(day));
        }

        return query;
    }
}
