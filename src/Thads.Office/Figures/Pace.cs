namespace Thads.Office.Figures;

/// <summary>How a target is compared within the year (statistics.md 6.3: both conventions are in use). Stored by number.</summary>
public enum Pace
{
    /// <summary>With the whole year's value.</summary>
    Annual = 1,

    /// <summary>With n twelfths of it.</summary>
    Prorata = 2,
}
