using Thads.Law.Tables;

namespace Thads.Law.Parameters;

/// <summary>A parameter of the rulebook's section 15 whose value stands in another table (`Tables/parameter-keys.csv`): each number is written once.</summary>
/// <param name="Of">First cell of the key there; "" where that table has one row for a day.</param>
public sealed record ParameterKey(string Key, string TableName, string Of, string Column)
{
    public static readonly LawTable<ParameterKey> Table = new("parameter-keys", ["key", "table", "of", "column"], ["key"], row => new(row.Text("key"), row.Text("table"), row["of"], row.Text("column")))
    {
        Title = new("Tham số nằm ở bảng khác", "Parameters that stand in another table"),
        Refuses = "parameter",
        Check = (_, rows) => rows.Where(row => LawTables.Find(row.Value.TableName)?.Columns.Contains(row.Value.Column) != true).Select(row => (row.Row, new Said("không có bảng hay cột này", "there is no such table or column"))),
    };

    /// <summary>Null = it does not stand in another table.</summary>
    internal static Answer<Dated<Parameter>>? Find(LawBook book, string key, DateOnly day)
    {
        if (book.Of(Table, key).FirstOrDefault() is not { } found)
        {
            return null;
        }

        var (named, table) = (found.Value, LawTables.Find(found.Value.TableName)!);
        var row = book.Rows(table).FirstOrDefault(row => row.HoldsOn(day) && row.Key.Split('/')[0] == named.Of);
        return row is null ? Parameter.Table.NotCovered(key, day) : new Dated<Parameter>(new(key, "", row[named.Column], row.Cells.GetValueOrDefault("unit", "")), row);
    }
}
