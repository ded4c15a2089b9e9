using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Thads.Office.Workbooks;

/// <summary>
/// A workbook from outside, opened with distrust: what is not a sound .xlsx of a bearable size is refused in plain words.
/// Its parts are read as streams.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const long SmallPart = 32L << 20;
    private const long PartToWeigh = 10L << 20;
    private const int DeepestElement = 64;

    private static readonly XmlReaderSettings Distrustful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly SpreadsheetDocument _document;

    private WorkbookPackage(SpreadsheetDocument document) => _document = document;

    private WorkbookPart Main => _document.WorkbookPart ?? throw new InvalidDataException("A workbook without its main part.");

    public static WorkbookPackage Open(Stream file, string name, WorkbookLimits limits)
    {
        RefusedException.ThrowIf(WhyNotOpen(file, name, limits));
        file.Position = 0;
        try
        {
            return new(SpreadsheetDocument.Open(file, isEditable: false));
        }
        catch (OpenXmlPackageException)
        {
            throw new RefusedException(new("workbook.not-xlsx", name));
        }
    }

    /// <summary>The file of a workbook, refused if it is not there or cannot be opened now.</summary>
    public static FileStream OpenFile(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException(new("workbook.missing", path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new("workbook.not-readable", path));
        }
    }

    /// <summary>Why this is no workbook to be opened: decided from the file's directory alone, before anything is unpacked.</summary>
    public static Refusal? WhyNotOpen(Stream file, string name, WorkbookLimits limits)
    {
        Span<byte> head = stackalloc byte[4];
        file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            return new("workbook.old-or-locked", name);
        }

        if (!head.SequenceEqual("PK\x03\x04"u8))
        {
            return new("workbook.not-xlsx", name);
        }

        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("[Content_Types].xml") is null)
            {
                return new("workbook.not-xlsx", name);
            }

            long unpacked = 0;
            foreach (var part in zip.Entries)
            {
                unpacked += part.Length;
                if (unpacked > limits.UnpackedBytes)
                {
                    return new("workbook.too-big", name, limits.UnpackedBytes >> 20);
                }

                var isSmall = part.Name is "[Content_Types].xml" or "workbook.xml" or "styles.xml"
                    || part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
                if ((isSmall && part.Length > SmallPart) || (part.Length > PartToWeigh && part.Length / limits.Ratio > part.CompressedLength))
                {
                    return new("workbook.swollen", name, part.FullName);
                }
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            return new("workbook.damaged", name);
        }

        return null;
    }

    /// <summary>What the libraries below throw at a file that is broken or was made to break them.</summary>
    public static bool IsDamage(Exception e) =>
        e is InvalidDataException or XmlException or FormatException or OpenXmlPackageException or EndOfStreamException
            or InvalidOperationException or ArgumentException;

    /// <summary>Sheets by name, in the order of the workbook, and whether its days are counted from 1904.</summary>
    public (bool From1904, IReadOnlyList<(string Name, string PartId)> Sheets) ReadWorkbook()
    {
        var from1904 = false;
        var sheets = new List<(string, string)>();
        using var xml = Xml(Main);
        while (Read(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (xml is { LocalName: "sheet", Depth: 2 })
            {
                sheets.Add((xml.GetAttribute("name") ?? "", RelationshipId(xml)));
            }
        }

        return (from1904, sheets);
    }

    public XmlReader? Styles() => Main.WorkbookStylesPart is { } part ? Xml(part) : null;

    public XmlReader? SharedTexts() => Main.SharedStringTablePart is { } part ? Xml(part) : null;

    /// <summary>The sheet's own stream, or null for a chart or another thing that has no rows.</summary>
    public XmlReader? Sheet(string partId) => Main.TryGetPartById(partId, out var part) && part is WorksheetPart ? Xml(part) : null;

    /// <summary>The next node; depth is bounded, as every open element costs memory.</summary>
    public static bool Read(XmlReader xml) =>
        xml.Read() && (xml.Depth <= DeepestElement ? true : throw new InvalidDataException("Nested too deeply."));

    public void Dispose() => _document.Dispose();

    private static string RelationshipId(XmlReader sheet)
    {
        var id = "";
        while (sheet.MoveToNextAttribute())
        {
            id = sheet.LocalName == "id" && sheet.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) ? sheet.Value : id;
        }

        sheet.MoveToElement();
        return id;
    }

    /// <summary>Elements are known by their local names, so that the strict variant of the format reads the same. Never a DTD.</summary>
    private static XmlReader Xml(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), Distrustful);
}
