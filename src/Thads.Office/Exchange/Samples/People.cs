namespace Thads.Office.Exchange.Samples;

/// <summary>Gives matters their judgments, debtors and creditors. Every name is plainly made up.</summary>
internal sealed class People(SampleRandom random, string district, string province, Func<int, DateOnly, IReadOnlyList<string>> communesOfSeat)
{
    private static readonly string[] Banks = ["A", "B", "C", "D", "E"];

    private readonly List<object?[]> _parties =
    [
        ["NN", "state", "Nhà nước (Ví Dụ)", null, null, null],
        .. Banks.Select(bank => new object?[] { $"NH-{bank}", "organisation", $"Ngân hàng Ví Dụ {bank}", $"MAU-NH-{bank}", "1 Đường Ví Dụ", null }),
    ];

    private readonly Dictionary<string, string> _names = [];
    private int _persons;
    private int _companies;
    private int _judgments;

    public IReadOnlyList<object?[]> Parties => _parties;

    public string NameOf(string party) => _names.TryGetValue(party, out var name) ? name : (string)_parties.Single(row => (string)row[0]! == party)[2]!;

    /// <summary>The matters in the order of docketing. A request often follows the court fee of the same judgment.</summary>
    public void Introduce(IEnumerable<SampleMatter> matters)
    {
        Dictionary<(string, int), Queue<SampleMatter>> fees = [];
        foreach (var matter in matters)
        {
            var place = (matter.Type, matter.SeatOn(matter.DecidedOn));
            var waiting = fees.TryGetValue(place, out var queue) ? queue : fees[place] = new();
            while (waiting.TryPeek(out var old) && old.DecidedOn < matter.DecidedOn.AddDays(-120))
            {
                waiting.Dequeue();
            }

            matter.CameOn = SampleCalendar.OnOrBefore(matter.DecidedOn.AddDays(-random.Between(1, 5)));
            if (matter.IsOnRequest && waiting.Count > 0 && random.Chance(55))
            {
                Follow(matter, waiting.Dequeue());
            }
            else
            {
                BeginWith(matter);
            }

            if (!matter.IsOnRequest && matter.Lines[0].Kind == "court_fee")
            {
                waiting.Enqueue(matter);
            }

            matter.Creditor = matter.IsOnRequest ? CreditorOf(matter) : null;
        }
    }

    private string CreditorOf(SampleMatter matter) => matter.IsBank ? $"NH-{random.Pick(Banks)}"
        : matter.Type is "labour" or "criminal" || random.Chance(90) ? Person(matter)
        : Company(matter);

    private static void Follow(SampleMatter request, SampleMatter fee)
    {
        request.Judgment = fee.Judgment;
        request.Debtor = fee.Debtor;
        request.Commune = fee.Commune;
    }

    private void BeginWith(SampleMatter matter)
    {
        var effective = matter.CameOn.AddDays(-(matter.IsOnRequest ? random.Between(10, 500) : random.Between(3, 25)));
        var on = SampleCalendar.OnOrBefore(effective.AddDays(-30));
        var (kind, court) = (Mark(matter.Type), random.Chance(88) ? $"TAND {district}" : $"TAND {province}");
        matter.Judgment = new($"{++_judgments % 900 + 1}/{on.Year}/{kind}", on, court, effective);
        matter.Commune = random.Pick(communesOfSeat(matter.SeatOn(matter.DecidedOn), matter.DecidedOn));
        matter.Debtor = matter.Type is "commercial" or "arbitration" or "bankruptcy" or "labour" && random.Chance(60) ? Company(matter) : Person(matter);
    }

    private string Person(SampleMatter matter) => Add($"CN{++_persons:D5}", "person", $"Người Mẫu {_persons:D5}", matter);

    private string Company(SampleMatter matter) => Add($"TC{++_companies:D4}", "organisation", $"Công ty Ví Dụ {_companies:D4}", matter);

    private string Add(string code, string kind, string name, SampleMatter matter)
    {
        _parties.Add([code, kind, name, $"MAU-{code}", $"Ấp Ví Dụ {random.Between(1, 9)}", matter.Commune]);
        _names.Add(code, name);
        return code;
    }

    private static string Mark(string type) => type switch
    {
        "civil" => "DS-ST",
        "family" => "HNGĐ-ST",
        "criminal" => "HS-ST",
        "commercial" => "KDTM-ST",
        "labour" => "LĐ-ST",
        "administrative" => "HC-ST",
        "bankruptcy" => "QĐ-PS",
        "arbitration" => "PQTT",
        _ => "QĐST",
    };
}
