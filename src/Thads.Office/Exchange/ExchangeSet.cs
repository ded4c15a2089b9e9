using System.Text;
using Thads.Office.Exchange.Workbooks;

namespace Thads.Office.Exchange;

/// <summary>
/// An exchange set being read: the folder of its files, every row refused so far, and — where sound rows may come in without
/// the bad ones — the rows left out.
/// </summary>
public sealed class ExchangeSet : IDisposable
{
    private readonly string _folder;
    private readonly bool _isWorkbook;
    private readonly string? _leftOutFolder;
    private readonly List<RefusedRow> _refused = [];
    private readonly Dictionary<ExchangeFile, List<RowPlace>> _leftOut = [];

    private ExchangeSet(string folder, bool isWorkbook, string? leftOutFolder)
    {
        _folder = folder;
        _isWorkbook = isWorkbook;
        _leftOutFolder = leftOutFolder;
    }

    public IReadOnlyList<RefusedRow> Refused => _refused;

    /// <summary>
    /// The refusals but for those that only follow from others: the codes and lines of a file that cannot be read, and the code of a
    /// refused row, are unknown wherever they are named.
    /// </summary>
    public IReadOnlyList<RefusedRow> RefusedForThemselves()
    {
        var missing = _refused.Select(r => (Path.GetFileNameWithoutExtension(r.File), r.IsOfFile ? null : r.Key)).ToHashSet();
        return [.. _refused.Where(r => r.IsOfFile || !Needs(r.Why).Any(need => missing.Contains((need.File, null)) || missing.Contains(need)))];
    }

    /// <summary>Refused rows are left out instead of stopping everything.</summary>
    public bool LeavesOut => _leftOutFolder is not null;

    /// <exception cref="RefusedException">No such folder or file, nothing of the format in it, or the folder for bad rows has files already.</exception>
    public static ExchangeSet Open(string source, string? leftOutFolder)
    {
        if (leftOutFolder is not null && Directory.Exists(leftOutFolder) && Directory.EnumerateFileSystemEntries(leftOutFolder).Any())
        {
            throw new RefusedException(new Refusal("skip-bad.not-empty", leftOutFolder));
        }

        var isWorkbook = File.Exists(source);
        if (!isWorkbook && !Directory.Exists(source))
        {
            throw new NotFoundException(new Refusal("import.no-source", source));
        }

        var folder = isWorkbook ? Path.Combine(Path.GetTempPath(), $"thads-import-{Guid.NewGuid():N}") : source;
        var set = new ExchangeSet(folder, isWorkbook, leftOutFolder);
        if (isWorkbook)
        {
            set.ReadWorkbook(source);
        }

        set.CheckNames(source);
        return set;
    }

    public bool Has(ExchangeFile file) => File.Exists(Path.Combine(_folder, file.Name + ".csv"));

    /// <summary>The rows of a file; refusals are collected here.</summary>
    public RowReader Rows(ExchangeFile file) => new(_folder, file, _isWorkbook, _refused.Add);

    /// <summary>The same rows a second time: what makes the file itself unreadable was said the first time.</summary>
    public RowReader RowsAgain(ExchangeFile file) => new(_folder, file, _isWorkbook, refused =>
    {
        if (!refused.IsOfFile)
        {
            _refused.Add(refused);
        }
    });

    /// <summary>All rows of a matter of which one was refused.</summary>
    public void LeaveOut(IEnumerable<(ExchangeFile File, RowPlace Place)> rows)
    {
        if (!LeavesOut)
        {
            return;
        }

        foreach (var (file, place) in rows)
        {
            LeftOutOf(file).Add(place);
        }
    }

    /// <summary>
    /// Writes the rows left out to their folder: the same file names, each row as it was with the reason in front. On the disk
    /// before the import commits: what is not in the books is there.
    /// </summary>
    public void WriteLeftOut()
    {
        if (_leftOutFolder is null || _refused.Count == 0)
        {
            return;
        }

        var reasons = _refused.GroupBy(r => (r.File, r.Place)).ToDictionary(g => g.Key, g => string.Join("; ", g.Select(Reason)));
        Directory.CreateDirectory(_leftOutFolder);
        foreach (var file in ExchangeFormat.All.Where(f => _refused.Any(r => r.File == f.Name + ".csv") || _leftOut.ContainsKey(f)))
        {
            var name = file.Name + ".csv";
            var places = LeftOutOf(file).Concat(_refused.Where(r => r.File == name).Select(r => r.Place)).Distinct().OrderBy(p => p.Offset);
            using var rows = Rows(file);
            using var to = new FileStream(Path.Combine(_leftOutFolder, name), FileMode.CreateNew);
            to.Write(Encoding.UTF8.GetBytes($"{ExchangeFormat.Reason},{rows.Header}\n"));
            foreach (var place in places)
            {
                var reason = reasons.GetValueOrDefault((name, place), Words.Say(Language.Vietnamese, "skip-bad.with-its-matter"));
                to.Write(Encoding.UTF8.GetBytes($"\"{reason.Replace("\"", "\"\"", StringComparison.Ordinal)}\","));
                to.Write(rows.BytesOf(place));
                to.WriteByte((byte)'\n');
            }

            to.Flush(flushToDisk: true);
        }
    }

    public void Dispose()
    {
        if (_isWorkbook && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>What a refusal looked for and did not find, and in which files.</summary>
    private static IEnumerable<(string File, string? Code)> Needs(Refusal why) => why.Code switch
    {
        "code.unknown" => ((string)why.Arguments[1]).Split(", ").Select(file => (file, (string?)why.Arguments[0])),
        "line.unknown" or "matter.no-line" => [(ExchangeFormat.Obligations.Name, null)],
        _ => [],
    };

    private static string Reason(RefusedRow row) =>
        row.Column.Length == 0 ? row.Why.In(Language.Vietnamese) : $"{row.Column}: {row.Why.In(Language.Vietnamese)}";

    private List<RowPlace> LeftOutOf(ExchangeFile file) =>
        _leftOut.TryGetValue(file, out var rows) ? rows : _leftOut[file] = [];

    /// <summary>The sheets become CSV files in a folder of our own; lines are then counted as rows of the sheet.</summary>
    private void ReadWorkbook(string source)
    {
        foreach (var why in WorkbookToFolder.Convert(source, _folder))
        {
            _refused.Add(new RefusedRow(Path.GetFileName(source), 1, "", why));
        }
    }

    /// <summary>A file that is not of the format stops the import: a mistyped name must not leave its rows behind unseen.</summary>
    private void CheckNames(string source)
    {
        if (_refused.Count > 0)
        {
            return;
        }

        var names = Directory.EnumerateFiles(_folder, "*.csv").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(n => ExchangeFormat.Named(n) is null && !n.StartsWith(ExchangeFormat.ExtraPrefix, StringComparison.Ordinal)))
        {
            _refused.Add(new RefusedRow(name + ".csv", 1, "", new Refusal("file.unknown", name + ".csv", string.Join(", ", ExchangeFormat.All.Select(f => f.Name)))));
        }

        if (!names.Any(n => ExchangeFormat.Named(n) is not null) && _refused.Count == 0)
        {
            throw new RefusedException(new Refusal("import.nothing", source));
        }
    }
}
