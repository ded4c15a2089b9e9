using System.Runtime.CompilerServices;

namespace Thads.Office.Tests;

/// <summary>Compares with NAME.approved.txt beside the test; what differs is written to NAME.received.txt, for a reviewer to read and rename.</summary>
internal static class Approved
{
    public static void Check(string name, string text, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, name);
        var (approved, received) = (path + ".approved.txt", path + ".received.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Equal(expected, text);
    }
}
