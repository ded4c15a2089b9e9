using System.Globalization;

namespace Thads.Office.Ranking;

/// <summary>What was decided of a unit's year. At least one of rank, grade and level is there.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Place">Rank among <paramref name="OfUnits"/> units; both null where none was given.</param>
/// <param name="Grade">As the decision has it: "A"; null = none.</param>
/// <param name="Level">Null = none.</param>
/// <param name="DecidedBy">Who decided, as printed: "Cục Thi hành án dân sự tỉnh …".</param>
/// <param name="Decision">Number of the decision.</param>
/// <param name="Scheme">Code of the scheme it was decided by; null where nobody said.</param>
/// <param name="Person">Who recorded it.</param>
/// <param name="RecordedAt">UTC.</param>
public sealed record Recognition(
    string Unit, int Year, int? Place, int? OfUnits, string? Grade, RecognitionLevel? Level, string DecidedBy, string Decision, DateOnly DecidedOn, string? Scheme, string? Note,
    long Act, string Person, DateTime RecordedAt)
{
    /// <summary>As it is printed: "5/15"; null where no rank was given.</summary>
    public string? PlaceText => Place is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Place}/{OfUnits}");

    /// <summary>The official words, in Vietnamese: "xếp hạng 5/15 đơn vị; hạng A; hoàn thành xuất sắc nhiệm vụ".</summary>
    public string Official => string.Join("; ", new[]
    {
        PlaceText is { } place ? $"xếp hạng {place} đơn vị" : null, Grade is { } grade ? $"hạng {grade}" : null, Level?.Vi,
    }.OfType<string>());
}
