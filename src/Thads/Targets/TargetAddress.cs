using Microsoft.AspNetCore.Http.Extensions;
using Thads.Figures;
using Thads.Http;
using Thads.Office;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;

namespace Thads.Targets;

/// <summary>What the pages of targets are asked for, as it stands in an address.</summary>
/// <param name="Both">Both ways to compare a period, whatever the target says.</param>
public sealed record TargetAddress(string Unit, int Year, int Months = 12, DateOnly? KnownOn = null, bool Both = false)
{
    public string Start => "/targets" + Query().ToQueryString();

    public FigureAddress Figures => new(Unit, Year, Months, null, KnownOn);

    public FormQuery Period => Figures.Question("04");

    /// <param name="officers">To its officers, and not to the units below.</param>
    /// <param name="how">Filled in with what is proposed.</param>
    public string Assign(bool officers, BreakDown? how = null)
    {
        var query = new QueryBuilder { { "unit", Unit }, { "year", PageText.Year(Year) }, { "to", officers ? "officers" : "units" } };
        if (how is { } chosen)
        {
            query.Add("propose", Codes.CodeOf(chosen));
        }

        return "/targets/assign" + query.ToQueryString();
    }

    public string Gap(Measure measure, string? officer = null)
    {
        var query = new QueryBuilder { { "measure", Codes.CodeOf(measure) } };
        if (officer is not null)
        {
            query.Add("officer", officer);
        }

        return "/targets/gap" + query.ToQueryString() + "&" + (this with { Both = false }).Query().ToQueryString().Value![1..];
    }

    private QueryBuilder Query()
    {
        var query = new QueryBuilder { { "unit", Unit }, { "year", PageText.Year(Year) } };
        if (Months != 12)
        {
            query.Add("months", PageText.Year(Months));
        }

        if (KnownOn is { } day)
        {
            query.Add("knownOn", PageText.Iso(day));
        }

        if (Both)
        {
            query.Add("both", "1");
        }

        return query;
    }
}
