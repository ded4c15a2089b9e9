namespace Thads.Office.Workbooks;

/// <summary>How much a workbook may ask of the machine before it is refused. Sheets are streamed; only its shared texts are held in memory.</summary>
/// <param name="UnpackedBytes">All parts together, unpacked.</param>
/// <param name="Ratio">How many times its packed size a part of more than 10 MB may be: repetitive sheets reach some 50, a zip bomb 1000.</param>
/// <param name="SharedCharacters">Letters of the table of shared texts.</param>
/// <param name="RowCharacters">Letters of one row: the longest line of an exchange file.</param>
/// <param name="Refusals">How many are listed before reading stops.</param>
public sealed record WorkbookLimits(
    long UnpackedBytes = 2L << 30,
    int Ratio = 200,
    int SharedCharacters = 200_000_000,
    int RowCharacters = 1 << 20,
    int Refusals = 1000)
{
    public static WorkbookLimits Default { get; } = new();

    /// <summary>What a spreadsheet program can show.</summary>
    public const int Rows = 1_048_576;

    public const int Columns = 16_384;

    public const int CellCharacters = 32_767;
}
