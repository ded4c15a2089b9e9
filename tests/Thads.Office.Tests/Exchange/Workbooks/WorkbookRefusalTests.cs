using System.IO.Compression;
using CsCheck;
using Thads.Office.Exchange.Workbooks;
using Thads.Office.Workbooks;

namespace Thads.Office.Tests.Exchange.Workbooks;

/// <summary>Whatever is handed in as a workbook: an answer in words, never a crash and never half a set.</summary>
public sealed class WorkbookRefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_that_are_no_workbooks_are_refused_by_what_they_are()
    {
        Assert.Equal("workbook.missing", Refused("nowhere.xlsx"));
        Assert.Equal("workbook.not-xlsx", Refused([]));
        Assert.Equal("workbook.not-xlsx", Refused("matter,step,on\n"u8));
        Assert.Equal("workbook.old-or-locked", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]));
        Assert.Equal("workbook.damaged", Refused("PK\x03\x04 and then nothing"u8));
    }

    [Fact]
    public void An_archive_of_other_things_is_refused()
    {
        RawWorkbook.WriteParts(_folder["a.xlsx"], new() { ["mimetype"] = "application/vnd.oasis.opendocument.spreadsheet" });

        Assert.Equal("workbook.not-xlsx", Refused("a.xlsx"));
    }

    [Fact]
    public void A_workbook_that_lacks_a_part_is_refused()
    {
        foreach (var lost in new[] { "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/sheet.xml" })
        {
            RawWorkbook.Write(_folder["a.xlsx"], "<row><c><v>1</v></c></row>");
            using (var zip = ZipFile.Open(_folder["a.xlsx"], ZipArchiveMode.Update))
            {
                zip.GetEntry(lost)!.Delete();
            }

            Assert.Contains(Refused("a.xlsx"), new[] { "workbook.not-xlsx", "workbook.damaged", "workbook.sheet-damaged" });
        }
    }

    [Fact]
    public void A_workbook_too_large_to_unpack_is_refused_before_it_is_unpacked()
    {
        RawWorkbook.Write(_folder["a.xlsx"], "<row><c><v>1</v></c></row>");
        Assert.Equal("workbook.too-big", Refused("a.xlsx", new(UnpackedBytes: 1000)));

        RawWorkbook.Write(_folder["a.xlsx"], new string(' ', 20_000_000));
        Assert.Equal("workbook.swollen", Refused("a.xlsx"));
    }

    [Fact]
    public void A_part_that_is_larger_than_the_archive_says_is_never_unpacked_further()
    {
        RawWorkbook.Write(_folder["a.xlsx"], new string(' ', 20_000_000) + "<row><c><v>1</v></c></row>");
        var bytes = File.ReadAllBytes(_folder["a.xlsx"]);
        int length;
        using (var zip = ZipFile.OpenRead(_folder["a.xlsx"]))
        {
            length = (int)zip.GetEntry("xl/sheet.xml")!.Length;
        }

        for (var at = bytes.AsSpan().IndexOf(BitConverter.GetBytes(length)); at >= 0; at = bytes.AsSpan().IndexOf(BitConverter.GetBytes(length)))
        {
            BitConverter.GetBytes(5000).CopyTo(bytes, at);
        }

        Assert.Equal("workbook.damaged", Refused(bytes));
    }

    [Fact]
    public void Texts_beyond_what_memory_should_hold_are_refused()
    {
        RawWorkbook.Write(_folder["a.xlsx"], "", texts: [$"<t>{new string('a', 5000)}</t>", "<t>b</t>"]);
        Assert.Equal("workbook.too-many-texts", Refused("a.xlsx", new(SharedCharacters: 5000)));
        Assert.Equal("workbook.too-many-texts", Refused("a.xlsx", new(RowCharacters: 1000)));

        RawWorkbook.Write(_folder["a.xlsx"], $"<row><c t=\"str\"><v>{new string('a', 600)}</v></c><c t=\"str\"><v>{new string('a', 600)}</v></c></row>");
        Assert.Equal("workbook.row-too-long", Refused("a.xlsx", new(RowCharacters: 1000)));
    }

    [Fact]
    public void Xml_made_to_choke_a_reader_is_refused()
    {
        RawWorkbook.Write(_folder["a.xlsx"], string.Concat(Enumerable.Repeat("<x>", 200)) + string.Concat(Enumerable.Repeat("</x>", 200)));
        Assert.Equal("workbook.damaged", Refused("a.xlsx"));

        RawWorkbook.Write(_folder["a.xlsx"], "");
        using (var zip = ZipFile.Open(_folder["a.xlsx"], ZipArchiveMode.Update))
        {
            zip.GetEntry("xl/texts.xml")!.Delete();
            using var part = zip.CreateEntry("xl/texts.xml").Open();
            part.Write("<!DOCTYPE sst [<!ENTITY a \"aaaa\">]><sst><si><t>&a;</t></si></sst>"u8);
        }

        Assert.Equal("workbook.damaged", Refused("a.xlsx"));
    }

    [Fact]
    public void A_workbook_with_a_byte_changed_is_read_or_refused()
    {
        RawWorkbook.Write(_folder["a.xlsx"], """<row><c t="s"><v>0</v></c><c s="1"><v>43739</v></c></row>""", formats: ["14"], texts: ["<t>matter</t>"]);
        var sound = File.ReadAllBytes(_folder["a.xlsx"]);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, 9]).Sample(
            (at, to, cut) =>
            {
                var bytes = sound.ToArray();
                bytes[at] = to;
                var codes = Convert(cut == 0 ? bytes[..at] : bytes);
                return codes.All(code => code.StartsWith("workbook.", StringComparison.Ordinal));
            },
            iter: 1000,
            threads: 1);
    }

    [Fact]
    public void A_workbook_with_a_character_of_a_part_changed_is_read_or_refused()
    {
        RawWorkbook.Write(_folder["a.xlsx"], """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43739</v></c></row>""", formats: ["14"], texts: ["<t>matter</t>"]);
        var parts = new Dictionary<string, string>();
        using (var zip = ZipFile.OpenRead(_folder["a.xlsx"]))
        {
            foreach (var entry in zip.Entries)
            {
                using var text = new StreamReader(entry.Open());
                parts[entry.FullName] = text.ReadToEnd();
            }
        }

        Gen.Select(Gen.OneOf([.. parts.Keys]), Gen.Int[0, 5000], Gen.OneOf("", "<", "/", "\"", "9", "-", ":", " ", "x", "%", "\u0001", "..")).Sample(
            (part, at, to) =>
            {
                var text = parts[part];
                var changed = new Dictionary<string, string>(parts) { [part] = text.Remove(at % text.Length, 1).Insert(at % text.Length, to) };
                RawWorkbook.WriteParts(_folder["b.xlsx"], changed);
                return WorkbookToFolder.Convert(_folder["b.xlsx"], _folder["out"]).All(refusal => refusal.Code.StartsWith("workbook.", StringComparison.Ordinal));
            },
            iter: 1000,
            threads: 1);
    }

    private string Refused(string name, WorkbookLimits? limits = null)
    {
        var refusal = Assert.Single(WorkbookToFolder.Convert(_folder[name], _folder["out"], limits));
        Assert.NotEmpty(refusal.In(Language.Vietnamese));
        Assert.NotEmpty(refusal.In(Language.English));
        Assert.False(Directory.Exists(_folder["out"]) && Directory.EnumerateFiles(_folder["out"]).Any());
        return refusal.Code;
    }

    private string Refused(ReadOnlySpan<byte> content) => Assert.Single(Convert(content.ToArray()));

    private List<string> Convert(byte[] content)
    {
        File.WriteAllBytes(_folder["raw.xlsx"], content);
        return [.. WorkbookToFolder.Convert(_folder["raw.xlsx"], _folder["out"]).Select(refusal => refusal.Code)];
    }
}
