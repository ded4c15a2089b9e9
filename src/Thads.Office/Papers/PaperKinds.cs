using Thads.Office.Commendations;
using Thads.Office.Conferences;
using Thads.Office.Programme;

namespace Thads.Office.Papers;

/// <summary>Every kind of document that is written from a template.</summary>
public static class PaperKinds
{
    public static readonly IReadOnlyList<PaperKind> All =
    [
        .. Campaigns.CampaignPapers.All,
        .. Committee.CommitteePapers.All,
        .. Coordination.CoordinationPapers.All,
        .. ConferencePapers.All, .. CommendationPapers.All, .. ProgrammePapers.All,
    ];

    /// <exception cref="NotFoundException">`paper.unknown`.</exception>
    public static PaperKind Named(string? code) => All.FirstOrDefault(kind => kind.Code == code) ?? throw new NotFoundException(new Refusal("paper.unknown", code ?? ""));
}
