using Thads.Office.Docket;

namespace Thads.Office.Overview;

/// <summary>Which matters: what a number counts, and what it was cut down to. The number and its list are both made from this.</summary>
/// <param name="Officer">Code; "-" = those nobody holds; null = all.</param>
/// <param name="DocketYear">Statistical year of the docketing.</param>
/// <param name="Manner">Word of a manner; "-" = none was said; null = all. Of what was settled or collected.</param>
public sealed record MatterPick(Listing What, DocketState? State = null, AgeBand? Age = null, int? DocketYear = null, string? Officer = null, string? Manner = null)
{
    /// <summary>Nobody's matters, or no manner.</summary>
    public const string None = "-";
}

/// <summary>A matter behind a number.</summary>
/// <param name="Unit">Unit that held it.</param>
/// <param name="Officer">Officer who held it; 0 = not assigned.</param>
/// <param name="State">Where it stood; null where that is not what was asked.</param>
/// <param name="Left">Đồng left on its open lines; null where that is not what was asked.</param>
/// <param name="On">The day that puts it here: of its state, its last step, what happened.</param>
/// <param name="KnownOn">When that became known, where it is about that.</param>
/// <param name="Counted">What it adds to the number: 1, đồng, or −1 where it was taken back.</param>
public sealed record PickedMatter(Guid Id, string Code, DateOnly DecidedOn, int Unit, int Officer, DocketState? State, long? Left, DateOnly? On, DateOnly? KnownOn, long Counted);

/// <summary>A number with the matters behind it; what they count adds up to it.</summary>
public sealed record PickedMatters(MatterPick Pick, IReadOnlyList<PickedMatter> Matters)
{
    public long Number => Matters.Sum(matter => matter.Counted);
}
