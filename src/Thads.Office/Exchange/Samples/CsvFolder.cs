using System.Globalization;
using System.Text;

namespace Thads.Office.Exchange.Samples;

/// <summary>Writes the files of an exchange set: UTF-8, commas, RFC 4180, LF; the same bytes on every machine.</summary>
internal sealed class CsvFolder(string folder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Write(string file, string header, IEnumerable<object?[]> rows)
    {
        Directory.CreateDirectory(folder);
        using var writer = new StreamWriter(Path.Combine(folder, file + ".csv"), append: false, Utf8) { NewLine = "\n" };
        writer.WriteLine(header);
        var columns = header.Split(',').Length;
        foreach (var row in rows)
        {
            if (row.Length != columns)
            {
                throw new InvalidOperationException($"{file}: {row.Length} cells under {columns} columns.");
            }

            writer.WriteLine(string.Join(',', row.Select(Cell)));
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "1" : "0",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal percent => percent.ToString("0.00", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => throw new InvalidOperationException($"A cell cannot hold a {value.GetType().Name}."),
    };
}
