using Thads.Office.Acts;
using Thads.Office.Docket;

namespace Thads.Office.Watch.Nightly;

/// <summary>Does a part of the night's work. Reads everything, changes nothing.</summary>
public static class RunNight
{
    /// <summary>So much of what was found is kept in words; the command says all of it.</summary>
    private const int Most = 5;

    public static async Task<NightResult> RunAsync(NightPart part, Work work, CancellationToken ct)
    {
        work.RequireEverywhere(Permissions.Operate);
        switch (part)
        {
            case NightPart.Book:
                var book = await VerifyBook.RunAsync(work, ct);
                return Result(part, work, book.Matters, book.Faults.Count, book.Faults.Take(Most).Select(fault => fault.In(Language.Vietnamese)));
            case NightPart.Figures:
                var figures = await VerifyFigures.RunAsync(work, ct);
                var wrong = figures.Versions.Where(version => !version.Agrees).ToList();
                return Result(part, work, figures.Versions.Count, wrong.Sum(version => Math.Max(1, version.Differing.Count)), wrong.Take(Most).Select(version => new Refusal(
                    "night.version", version.Report.Sending!.Number, version.Report.Sending.Version, version.Report.Address.Unit, version.Differing.Count).In(Language.Vietnamese)));
            default:
                throw new ArgumentOutOfRangeException(nameof(part), part, "There is no such part.");
        }
    }

    private static NightResult Result(NightPart part, Work work, long looked, long found, IEnumerable<string> said) =>
        new(part, work.Now, found == 0 ? NightOutcome.Sound : NightOutcome.Found, looked, found, found == 0 ? null : string.Join('\n', said));
}
