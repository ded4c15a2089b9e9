using Thads.Office.Figures.Reported;

namespace Thads.Office.Exchange;

/// <summary>A file of exchange format 1: its columns in order, and those whose cells may not be empty.</summary>
public sealed record ExchangeFile(string Name, string[] Columns, string[] Required)
{
    public int ColumnOf(string column) => Array.IndexOf(Columns, column);
}

/// <summary>The files of exchange format 1, in the order in which they are read and written.</summary>
public static class ExchangeFormat
{
    /// <summary>Columns whose name starts so are kept and not interpreted.</summary>
    public const string ExtraPrefix = "x_";

    /// <summary>The column our own refused rows carry in front; dropped when they come back mended.</summary>
    public const string Reason = "x_reason";

    /// <summary>
    /// What all claims of the books may come to together: half of what 64 bits hold, so that flows that pass the same money twice
    /// still have their sums. The whole country owes a six-thousandth of it.
    /// </summary>
    public const long LargestSum = 4_000_000_000_000_000_000;

    public static readonly ExchangeFile Units = New("units", "code,name,kind,parent,valid_from,valid_to", "code,name,kind");

    public static readonly ExchangeFile Successions = New("unit_succession", "from,to,on", "from,to,on");

    public static readonly ExchangeFile Communes = New("communes", "code,name,unit,valid_from,valid_to,successor", "code,name,unit");

    public static readonly ExchangeFile Officers = New("officers", "code,name,unit,title,valid_from,valid_to", "code,name,unit,title");

    public static readonly ExchangeFile Parties = New("parties", "code,kind,name,number,address,commune", "code,kind,name");

    public static readonly ExchangeFile Matters = New(
        "matters",
        "code,unit,officer,decision_number,decided_on,known_on,basis,type,credit_institution,corruption,by_delegation,judgment_number,judgment_on,court,effective_on,received_on,requested_on,commune",
        "code,unit,decided_on,basis,type");

    public static readonly ExchangeFile Obligations = New(
        "obligations", "matter,line,kind,state_revenue,amount,debtor,creditor,what", "matter,line,kind,amount");

    public static readonly ExchangeFile Roles = New("roles", "matter,line,party,role", "matter,party,role");

    public static readonly ExchangeFile Steps = New(
        "steps", "matter,line,step,on,known_on,voided_on,amount,to_unit,to_officer,manner,note", "matter,step,on");

    public static readonly ExchangeFile Events = New(
        "events", "matter,line,event,on,known_on,voided_on,result,partner,note", "matter,event,on");

    public static readonly ExchangeFile Targets = New(
        "targets", "unit,officer,year,measure,value,pace,decision,decided_on,authority", "unit,year,measure,value");

    public static readonly ExchangeFile Figures = New(
        "figures",
        string.Join(',', ReportedRow.Columns),
        "unit,year,months,measure");

    public static readonly ExchangeFile[] All =
        [Units, Successions, Communes, Officers, Parties, Matters, Obligations, Roles, Steps, Events, Targets, Figures];

    public static ExchangeFile? Named(string name) => Array.Find(All, f => f.Name == name);

    private static ExchangeFile New(string name, string columns, string required) => new(name, columns.Split(','), required.Split(','));
}

/// <summary>A row, or a whole file (line 1), that cannot be taken: where, and why.</summary>
/// <param name="Column">Empty when the reason is not one cell's.</param>
/// <param name="Key">The row's first cell: the code of a unit, an officer, a commune, a party.</param>
/// <param name="Place">Where the row stands, to read it again; empty for a header or a record that is not CSV.</param>
public sealed record RefusedRow(string File, long Line, string Column, Refusal Why, RowPlace Place = default, string Key = "")
{
    /// <summary>The file itself is not as it should be: no row can be told from another, so nothing can be brought in beside it.</summary>
    public bool IsOfFile => Place.Length == 0;

    /// <summary>`steps.csv, dòng 12, cột amount: …`</summary>
    public string In(Language language) => Column.Length == 0
        ? Words.Say(language, "exchange.refused-row", File, Line.ToString(Words.Format), Why)
        : Words.Say(language, "exchange.refused-cell", File, Line.ToString(Words.Format), Column, Why);
}
