using Microsoft.AspNetCore.Http.Extensions;
using Thads.Http;
using Thads.Office.Docket;
using Thads.Office.Warnings;
using Thads.Targets;

namespace Thads.Warnings;

/// <summary>What the early warning is asked for, as it stands in an address.</summary>
public sealed record WarningAddress(string Unit, int Year, DateOnly? KnownOn = null)
{
    public string Start
    {
        get
        {
            var query = new QueryBuilder { { "unit", Unit }, { "year", PageText.Year(Year) } };
            if (KnownOn is { } day)
            {
                query.Add("knownOn", PageText.Iso(day));
            }

            return "/direction/warning" + query.ToQueryString();
        }
    }

    public WarningQuestion Question => new(Unit, Year, KnownOn);

    public TargetAddress Targets => new(Unit, Year, KnownOn: KnownOn);

    /// <summary>The matters that would bring it over.</summary>
    public string Gap(Measure measure, string? officer = null) => Targets.Gap(measure, officer);
}
