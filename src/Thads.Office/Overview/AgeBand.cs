namespace Thads.Office.Overview;

/// <summary>How old a matter is: whole years from its decision to the day asked for.</summary>
public enum AgeBand
{
    UnderOne = 1,
    OneToTwo = 2,
    ThreeToFive = 3,
    SixToNine = 4,
    TenAndMore = 5,
}

public static class Age
{
    /// <summary>Whole years gone by; the year is full on its anniversary.</summary>
    public static int Years(DateOnly decidedOn, DateOnly on)
    {
        var years = on.Year - decidedOn.Year;
        return decidedOn.AddYears(years) > on ? years - 1 : years;
    }

    public static AgeBand BandOf(DateOnly decidedOn, DateOnly on) => Years(decidedOn, on) switch
    {
        < 1 => AgeBand.UnderOne,
        < 3 => AgeBand.OneToTwo,
        < 6 => AgeBand.ThreeToFive,
        < 10 => AgeBand.SixToNine,
        _ => AgeBand.TenAndMore,
    };
}
