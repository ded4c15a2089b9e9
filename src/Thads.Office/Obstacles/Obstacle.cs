using Thads.Office.Units;

namespace Thads.Office.Obstacles;

/// <summary>A period in which work could not be done, as one row of the books has it.</summary>
/// <param name="Number">Of the obstacle; its later rows have the same.</param>
/// <param name="Unit">Id: it holds for this unit and those below.</param>
/// <param name="Last">Last day; null = it goes on.</param>
/// <param name="Communes">For these alone, of those the person may know of; empty = the whole area.</param>
/// <param name="Document">Number of the document that says so.</param>
/// <param name="Said">What happened, in words.</param>
/// <param name="EndDocument">What ended it, as printed.</param>
/// <param name="IsWithdrawn">It was recorded by mistake.</param>
/// <param name="Act">That recorded the row; 0 = not for this person to open.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">UTC.</param>
/// <param name="Reason">Of a correction or withdrawal.</param>
public sealed record Obstacle(
    int Number, int Unit, string UnitCode, string UnitName, ObstacleCause Cause, IReadOnlyList<HinderedWork> Hinders, DateOnly First, DateOnly? Last, IReadOnlyList<Commune> Communes, string Document,
    DateOnly DocumentOn, string Issuer, string? Said, string? EndDocument, bool IsWithdrawn, long Act, string By, DateTime At, string? Reason)
{
    public bool Touches(DateOnly first, DateOnly last) => !IsWithdrawn && First <= last && !(Last < first);

    /// <summary>Whether this kind of work was impossible.</summary>
    public bool Hindered(HinderedWork work) => Hinders.Contains(work) || Hinders.Contains(HinderedWork.All);

    /// <summary>“01/04/2020–22/04/2020”, or “từ 01/04/2020” while it goes on.</summary>
    public string PeriodIn(Language language) => Last is { } last ? Words.Say(language, "obstacle.period", First, last) : Words.Say(language, "obstacle.since", First);

    public string HindersIn(Language language) => string.Join(", ", Hinders.Select(work => Words.Say(language, "obstacle.work", work)));

    /// <summary>Where: names of the communes, or the whole area.</summary>
    public string WhereIn(Language language) => Communes.Count == 0 ? Words.Say(language, "obstacle.everywhere") : string.Join(", ", Communes.Select(commune => commune.Name));

    /// <summary>“CT 16 mẫu, ngày 31/03/2020, của …”.</summary>
    public string DocumentIn(Language language) => Words.Say(language, "obstacle.by-document", Document, DocumentOn, Issuer);

    /// <summary>All of it in one line, as acts tell it: Vietnamese, as the office's own texts are.</summary>
    public string Official => string.Join("; ", new[]
    {
        Words.Say(Language.Vietnamese, "obstacle.work", Cause), HindersIn(Language.Vietnamese), PeriodIn(Language.Vietnamese), WhereIn(Language.Vietnamese), DocumentIn(Language.Vietnamese), Said, EndDocument,
        IsWithdrawn ? Words.Say(Language.Vietnamese, "obstacle.withdrawn-short") : null,
    }.Where(part => !string.IsNullOrEmpty(part)));
}
