using Thads.Office;
using Thads.Office.Exchange;
using Thads.Office.Exchange.OneSheet;

namespace Thads.Exchange;

/// <summary>Where an import stands. Kept as a word in the job's file.</summary>
public enum JobState
{
    /// <summary>A sheet whose columns are still to be told.</summary>
    Columns = 1,

    Checking = 2,

    /// <summary>The person reads what came of the check, and decides.</summary>
    Checked = 3,

    Importing = 4,

    Done = 5,

    /// <summary>It could not be read or checked; why stands beside.</summary>
    Failed = 6,

    /// <summary>The program ended in the middle; nothing was brought in.</summary>
    BrokenOff = 7,
}

/// <summary>A row that cannot be placed, in the words of both languages.</summary>
/// <param name="Place">`matters.csv` of a set; empty for a sheet.</param>
public sealed record JobRow(string Place, long Row, string Column, string Header, string Read, string Code, string Vi, string En)
{
    public string In(Language language) => language == Language.Vietnamese ? Vi : En;
}

/// <summary>Files and books of a unit side by side.</summary>
public sealed record JobUnit(string Code, string Name, IReadOnlyList<string> Files, IReadOnlyList<string> Books);

/// <summary>What a check or an import came to.</summary>
/// <param name="Placed">Matters of the sheet, or of the set, that come in.</param>
/// <param name="Sound">Something can come in at all.</param>
public sealed record JobResult(long Placed, bool Sound, IReadOnlyList<JobRow> Refused, IReadOnlyList<long> PassedOver, IReadOnlyList<JobUnit> Units, long? Act, IReadOnlyList<string> Codes)
{
    public static JobResult Of(SheetResult result) => new(
        result.Placed, result.Placed > 0, [.. result.Refused.Select(r => new JobRow("", r.Row, r.Column, r.Header, r.Read, r.Why.Code, r.Why.In(Language.Vietnamese), r.Why.In(Language.English)))],
        [.. result.PassedOver.Select(r => (long)r.Row)], UnitsOf(result.Import?.Reconciliation ?? []), result.Import?.Act, [.. result.Codes.Take(200)]);

    public static JobResult Of(ImportResult result) => new(
        result.Reconciliation.Sum(u => u.InFiles.Matters), result.Imported,
        [.. result.Refused.Select(r => new JobRow(r.File, r.Line, r.Column, "", r.Key, r.Why.Code, r.Why.In(Language.Vietnamese), r.Why.In(Language.English)))],
        [], UnitsOf(result.Reconciliation), result.Act, []);

    private static IReadOnlyList<JobUnit> UnitsOf(IReadOnlyList<ReconciledUnit> units) => [.. units.Select(u => new JobUnit(u.Code, u.Name, Numbers(u.InFiles), Numbers(u.InBooks)))];

    private static string[] Numbers(UnitTally tally) => [N(tally.Matters), N(tally.Lines), N(tally.Steps), N(tally.Money)];

    private static string N(Int128 number) => number.ToString("N0", Words.Format);
}

/// <summary>One import of one person, from the upload to the act.</summary>
/// <param name="Owner">Name of the account; nobody else finds the job.</param>
/// <param name="Source">Where the set or the sheet lies in the job's folder.</param>
/// <param name="LeaveOut">The person chose to bring in the sound rows without the rest.</param>
/// <param name="Why">Of a failure, in both languages.</param>
public sealed record ImportJob(
    Guid Id, string Owner, string FileName, long Size, DateTime At, UploadKind Kind, string Source, JobState State, string? Unit = null, bool LeaveOut = false, JobResult? Result = null,
    (string Vi, string En)? Why = null)
{
    /// <summary>Something is under way: the page asks again.</summary>
    public bool IsRunning => State is JobState.Checking or JobState.Importing;

    /// <summary>Under this key the act is found, whatever became of the program that wrote it.</summary>
    public string Key => $"import-{Id:N}";
}
