namespace Thads.Office.Exchange.Samples;

/// <summary>An exchange set in the making, and how it is written.</summary>
internal sealed class SampleSet
{
    public List<object?[]> Units { get; } = [];

    public List<object?[]> Successions { get; } = [];

    public List<object?[]> Communes { get; } = [];

    public List<object?[]> Officers { get; } = [];

    public List<object?[]> Targets { get; } = [];

    public List<object?[]> Figures { get; } = [];

    /// <summary>In the order of docketing.</summary>
    public required IReadOnlyList<SampleMatter> Matters { get; init; }

    public required People People { get; init; }

    public required Seats Seats { get; init; }

    public void Write(string folder)
    {
        var csv = new CsvFolder(folder);
        csv.Write("units", "code,name,kind,parent,valid_from,valid_to", Units);
        csv.Write("unit_succession", "from,to,on", Successions);
        csv.Write("communes", "code,name,unit,valid_from,valid_to,successor", Communes);
        csv.Write("officers", "code,name,unit,title,valid_from,valid_to", Officers);
        csv.Write(
            "matters",
            "code,unit,officer,decision_number,decided_on,known_on,basis,type,credit_institution,corruption,by_delegation,"
            + "judgment_number,judgment_on,court,effective_on,received_on,requested_on,commune",
            Matters.Select(Row));
        csv.Write(
            "obligations",
            "matter,line,kind,state_revenue,amount,debtor,creditor,what",
            Matters.SelectMany(Lines));
        csv.Write("parties", "code,kind,name,number,address,commune", People.Parties);
        csv.Write("roles", "matter,line,party,role", Matters.SelectMany(Roles));
        csv.Write(
            "steps",
            "matter,line,step,on,known_on,voided_on,amount,to_unit,to_officer,note,manner",
            Matters.SelectMany(m => m.Steps.Select(s => new object?[]
                { m.Code, s.Line?.Number, s.Step, s.On, s.KnownOn, s.VoidedOn, s.Amount, s.ToUnit, s.ToOfficer, s.Note, s.Manner })));
        csv.Write(
            "events",
            "matter,line,event,on,known_on,voided_on,result,partner,note",
            Matters.SelectMany(m => m.Events.Select(e => new object?[] { m.Code, null, e.Event, e.On, null, e.VoidedOn, e.Result, e.Partner, e.Note })));
        csv.Write("targets", "unit,officer,year,measure,value,pace,decision,decided_on", Targets);
        if (Figures.Count > 0)
        {
            csv.Write("figures", ProvinceFigures.Header, Figures);
        }
    }

    private object?[] Row(SampleMatter m)
    {
        var holder = Seats.Of(m, m.DecidedOn);
        return
        [
            m.Code, holder.Unit, m.IsUnassigned ? null : holder.Officer, m.DecisionNumber, m.DecidedOn, m.KnownOn,
            m.IsOnRequest ? "on_request" : "ex_officio", m.Type, m.IsBank, m.IsCorruption, m.IsByDelegation,
            m.Judgment.Number, m.Judgment.On, m.Judgment.Court, m.Judgment.EffectiveOn,
            m.IsOnRequest ? null : m.CameOn, m.IsOnRequest ? m.CameOn : null, m.Commune,
        ];
    }

    private IEnumerable<object?[]> Lines(SampleMatter matter)
    {
        var debtor = People.NameOf(matter.Debtor);
        var creditor = matter.Creditor is null ? null : People.NameOf(matter.Creditor);
        return matter.Lines.Select(line => new object?[]
            { matter.Code, line.Number, line.Kind, line.IsStateRevenue, line.Amount, debtor, creditor, What(line.Kind) });
    }

    private static IEnumerable<object?[]> Roles(SampleMatter matter)
    {
        yield return [matter.Code, null, matter.Debtor, "debtor"];
        if (matter.Creditor is not null)
        {
            yield return [matter.Code, null, matter.Creditor, "creditor"];
        }
    }

    private static string What(string kind) => kind switch
    {
        "court_fee" => "án phí",
        "fine" => "tiền phạt",
        "confiscation" => "tịch thu sung quỹ",
        "disgorgement" => "truy thu",
        "compensation" => "bồi thường",
        "debt" => "trả nợ",
        "maintenance" => "cấp dưỡng",
        "wage" => "tiền lương",
        "return_money" => "trả lại tiền",
        "return_property" => "giao trả tài sản",
        "act" => "thực hiện công việc",
        _ => "khác",
    };
}
