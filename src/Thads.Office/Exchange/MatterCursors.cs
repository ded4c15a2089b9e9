namespace Thads.Office.Exchange;

/// <summary>The matter files of the set; those it does not have are null.</summary>
public sealed record MatterCursors(MatterGroups.Cursor? Matters, MatterGroups.Cursor? Obligations, MatterGroups.Cursor? Roles, MatterGroups.Cursor? Steps, MatterGroups.Cursor? Events)
{
    private MatterGroups.Cursor[] All { get; } = [.. new[] { Matters, Obligations, Roles, Steps, Events }.OfType<MatterGroups.Cursor>()];

    /// <summary>The next matter begins.</summary>
    public void Begin()
    {
        foreach (var cursor in All)
        {
            cursor.Begin();
        }
    }

    /// <summary>All rows of the matter, read to its end.</summary>
    public IEnumerable<(ExchangeFile File, RowPlace Place)> Taken() =>
        All.SelectMany(cursor => cursor.Taken.Select(place => (cursor.Reader.File, place)));
}
