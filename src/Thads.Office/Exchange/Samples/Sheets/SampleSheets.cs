using System.Text;
using Thads.Office.Exchange.OneSheet;
using Thads.Office.Units;

namespace Thads.Office.Exchange.Samples.Sheets;

/// <summary>A row that is wrong on purpose.</summary>
/// <param name="Column">Letter; empty where the row as a whole is meant.</param>
/// <param name="Code">The refusal it must meet.</param>
public sealed record SampleFault(int Row, string Column, string Code, string Why);

/// <summary>The folder `samples/sheets`: two registers of different habits, how their columns are read, and what is wrong in them on purpose.</summary>
public static class SampleSheets
{
    /// <summary>Writes the folder and says what is wrong in which sheet.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<SampleFault>> Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "d06-officers"));
        var faults = new Dictionary<string, IReadOnlyList<SampleFault>>(StringComparer.Ordinal)
        {
            [DistrictSheet.File] = DistrictSheet.Write(folder),
            [NeighbourSheet.File] = NeighbourSheet.Write(folder),
        };
        File.WriteAllText(
            Path.Combine(folder, "d06-officers", "officers.csv"),
            "code,name,unit,title,valid_from\n" + string.Concat(Enumerable.Range(61, 3).Select(n => $"CHV{n},Chấp hành viên Mẫu {n},{NeighbourSheet.Unit},enforcer,2009-07-01\n")));
        Mapping(folder, DistrictSheet.File, FoundingDistrict.Unit, []);
        Mapping(folder, NeighbourSheet.File, NeighbourSheet.Unit, [(SheetField.Officer, [("M.61", "CHV61"), ("M.62", "CHV62"), ("M.63", "CHV63")]), (SheetField.ObligationKind, [("CD", "maintenance")])]);
        File.WriteAllText(Path.Combine(folder, "README.md"), Readme(faults));
        return faults;
    }

    /// <summary>Our proposal for the sheet, and what a person who knows the office adds.</summary>
    private static void Mapping(string folder, string file, string unit, (SheetField Field, (string Word, string Code)[] Words)[] added)
    {
        var sheet = ReadSheet.Run(Path.Combine(folder, file), file);
        var mapping = ProposeMapping.Of(sheet, SheetHeader.Find(sheet)!, unit, Tree());
        var words = mapping.Words.ToDictionary(w => w.Key, w => w.Value);
        foreach (var (field, more) in added)
        {
            words[field] = (words.GetValueOrDefault(field) ?? new Dictionary<string, string>()).Concat(more.Select(m => KeyValuePair.Create(m.Word, m.Code))).ToDictionary(w => w.Key, w => w.Value);
        }

        File.WriteAllText(Path.Combine(folder, Path.ChangeExtension(file, ".mapping.json")), (mapping with { Words = words }).ToJson() + "\n");
    }

    /// <summary>The units, officers and communes of the sample office, as its books know them.</summary>
    private static UnitTree Tree()
    {
        var set = new SampleSet { Matters = [], People = new People(new SampleRandom(0), "", "", (_, _) => []), Seats = new Seats([]) };
        FoundingTree.Fill(set);
        var (tree, id) = (new UnitTree(), 0);
        foreach (var row in set.Units)
        {
            tree.AddUnit(++id, (string)row[0]!);
        }

        foreach (var row in set.Officers)
        {
            var code = (string)row[0]!;
            tree.Add(new OfficerPeriod(tree.OfficerOf(code) ?? tree.AddOfficer(++id, code), (string)row[1]!, tree.UnitOf((string)row[2]!)!.Value, OfficerTitle.Enforcer, null, null));
        }

        foreach (var row in set.Communes)
        {
            tree.Add(new Commune(++id, (string)row[0]!, (string)row[1]!, tree.UnitOf((string)row[2]!)!.Value, null, null, null));
        }

        return tree;
    }

    private static string Readme(Dictionary<string, IReadOnlyList<SampleFault>> faults)
    {
        var text = new StringBuilder("""
            # Two registers, made up

            Every name, number and amount here is invented. `thads sample sheets FOLDER` writes this folder; a test holds all of it.

            | file | habits |
            | --- | --- |
            | `d05-so-theo-doi.xlsx` | one header row below two lines of title, a row that numbers the columns, days as 23/11/2020 (some real dates), đồng, names of enforcers, one column for the state and one for its day, a row of totals |
            | `d06-ket-qua.xlsx` | a header of two rows, thousands of đồng (some with dots as text), days as 23.11.20, abbreviations, initials of enforcers, a column for each result |
            | `*.mapping.json` | how the columns are read ([format](../../docs/formats/sheet-mapping-v1.md)): our proposal, and for the second the initials and one abbreviation more |
            | `d06-officers` | the enforcers of the second district, as an exchange set: bring it in first |

            In the sample office (`thads demo`, its day is 10/11/2020):

            ```sh
            thads sheet check  samples/sheets/d05-so-theo-doi.xlsx --unit D05 --today 2020-11-10 --db DEMO
            thads import       samples/sheets/d06-officers --today 2020-11-10 --db DEMO
            thads sheet import samples/sheets/d06-ket-qua.xlsx --mapping samples/sheets/d06-ket-qua.mapping.json --leave-out bad.xlsx --today 2020-11-10 --db DEMO
            ```

            """.ReplaceLineEndings("\n"));
        foreach (var (file, rows) in faults)
        {
            text.Append("\n## Wrong on purpose in `").Append(file).Append("`\n\n| row | column | refusal | what is wrong |\n| --- | --- | --- | --- |\n");
            foreach (var fault in rows)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {fault.Row} | {fault.Column} | `{fault.Code}` | {fault.Why} |\n");
            }
        }

        return text.ToString();
    }
}
