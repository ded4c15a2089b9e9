using System.Text;
using CsCheck;
using Thads.Office.Exchange;

namespace Thads.Office.Tests.Exchange;

/// <summary>The reader of files against a second one that takes the whole file at once, letter by letter.</summary>
public sealed class CsvReaderTests
{
    private const int Buffer = 1 << 18;

    /// <summary>Bytes that mean something to CSV are many, others few: then random files are full of records, quotes and bad text.</summary>
    private static readonly byte[] Letters = [.. "\",\n\r\"\"\",,\n\nab"u8, 0xC3, 0xA1, 0xFF, 0x00, 0xEF, 0xBB, 0xBF];

    private static readonly Gen<byte[]> Files = Gen.Int[0, Letters.Length - 1].Select(i => Letters[i]).Array[0, 60];

    [Fact]
    public void Random_bytes_are_read_or_refused_as_by_the_plain_reader() => Files.Sample(Same, iter: TestRun.IsLong ? 200_000 : 4_000);

    [Fact]
    public void It_makes_no_difference_where_the_buffer_ends() =>
        Gen.Select(Files, Gen.Int[0, 70], Gen.Int[0, 2]).Sample((bytes, back, kind) =>
        {
            // What stands before is a record of its own, one quoted field still open, or a record not yet ended.
            var before = Enumerable.Repeat((byte)'x', Buffer - back).ToArray();
            before[^1] = kind switch { 0 => (byte)'\n', 1 => (byte)'"', _ => (byte)',' };
            before[0] = kind == 1 ? (byte)'"' : (byte)'x';
            Same([.. before, .. bytes]);
        }, iter: TestRun.IsLong ? 2_000 : 60);

    [Theory]
    [InlineData(CsvReader.LongestLine, false)]
    [InlineData(CsvReader.LongestLine + 1, true)]
    public void A_line_of_a_megabyte_is_read_and_a_longer_one_refused_and_passed_over(int length, bool refused)
    {
        var read = Read([.. "a,b\n"u8, .. Enumerable.Repeat((byte)'x', length), .. "\nc,d\n"u8]);

        Assert.Equal(refused ? "2 csv.line-too-long" : $"2 [{new string('x', length)}]", read[1]);
        Assert.Equal("3 [c] [d]", read[2]);
    }

    [Fact]
    public void A_quote_that_never_closes_is_named_where_it_opens_however_long_the_file()
    {
        var read = Read([.. "a,b\n1,\""u8, .. Enumerable.Repeat((byte)'\n', 3 << 20), .. "c,d\n"u8]);

        Assert.Equal(["1 [a] [b]", "2 csv.quote-far"], read);
    }

    [Theory]
    [InlineData("a,b\r\n1,\"x\r\ny\"\r\n\r\n2,\"q\"\"q\"", "1 [a] [b]|2 [1] [x\r\ny]|5 [2] [q\"q]")]
    [InlineData("\uFEFFa\n\"\"\n\"\"\"\"\n,", "1 [a]|2 []|3 [\"]|4 [] []")]
    [InlineData("a\nx\"\"y\nb", "1 [a]|2 csv.quote-inside|3 [b]")]
    [InlineData("a\n\"x\"y\"\"z\nb", "1 [a]|2 csv.after-quote|3 [b]")]
    [InlineData("a\n\"x", "1 [a]|2 csv.quote-open")]
    public void Quotes_line_ends_and_marks_are_read_as_rfc_4180_has_them(string file, string expected) =>
        Assert.Equal(expected.Split('|'), Read(Encoding.UTF8.GetBytes(file)));

    [Fact]
    public void Utf_16_is_named()
    {
        Assert.Equal(["1 csv.utf16"], Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n1,2\n")]));
        Assert.Equal(["1 csv.utf16"], Read([0xFE, 0xFF, 0, (byte)'a']));
    }

    [Fact]
    public void A_record_is_read_again_where_it_was_found()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["f.csv"], "\uFEFFa,b\r\nđ,\"1\n2\"\r\nx,y\r\n");
        using var reader = new CsvReader(folder["f.csv"]);
        var record = new CsvRecord();
        var places = new List<(long, int, long, string)>();
        while (reader.Read(record))
        {
            places.Add((record.Offset, record.Length, record.Line, Text(record)));
        }

        foreach (var (offset, length, line, text) in places.AsEnumerable().Reverse())
        {
            reader.ReadAt(record, offset, length, line);
            Assert.Equal(text, Text(record));
        }
    }

    private static void Same(byte[] bytes) => Assert.Equal(PlainCsv.Read(bytes), Read(bytes));

    private static List<string> Read(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["f.csv"], bytes);
        using var reader = new CsvReader(folder["f.csv"]);
        var (read, record) = (new List<string>(), new CsvRecord());
        while (true)
        {
            try
            {
                if (!reader.Read(record))
                {
                    return read;
                }

                read.Add(Text(record));
            }
            catch (BadCsvException bad)
            {
                read.Add($"{bad.Line} {bad.Why.Code}");
            }
        }
    }

    private static string Text(CsvRecord record) =>
        $"{record.Line} {string.Join(' ', Enumerable.Range(0, record.Count).Select(i => $"[{record[i]}]"))}";
}
