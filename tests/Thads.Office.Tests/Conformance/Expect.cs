namespace Thads.Office.Tests.Conformance;

internal static class Expect
{
    /// <summary>Fails with everything that was found, a line each: the list is what has to be mended.</summary>
    public static void None<T>(IEnumerable<T> found)
    {
        var lines = string.Join('\n', found);
        Assert.True(lines.Length == 0, lines);
    }
}
