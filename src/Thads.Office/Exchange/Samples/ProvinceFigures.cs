using Thads.Law;

namespace Thads.Office.Exchange.Samples;

/// <summary>
/// The reports of the 14 districts that are not on the system, for 2019 and 2020. Four have a better rate of matters
/// than the founding district, four a better rate of money, none as many matters, in all or per enforcer.
/// </summary>
internal sealed class ProvinceFigures(SampleRandom random)
{
    public const decimal TargetOfMatters2019 = 74m;
    public const decimal TargetOfMoney2019 = 34m;

    public const string Header =
        "id,unit,year,months,regime,measure,total,carried,new,delegated,withdrawn,pulled_up,returned,due,enforceable,not_enforceable,postponed_suspended,"
        + "settled,rate,target,margin,previous_rate,rate_change,previous_settled,settled_change,carried_over,carried_over_enforceable,"
        + "precision,verdict,officers,separate";

    // Rates in hundredths of a percent; money in tỷ đồng.
    private static readonly (string Code, int Officers, int Matters, int RateOfMatters, int Money, int RateOfMoney)[] Districts =
    [
        ("D01", 7, 4380, 8610, 812, 4120), ("D02", 6, 3612, 8240, 365, 5690), ("D03", 6, 3905, 8090, 402, 4480), ("D04", 5, 3021, 8570, 233, 4930),
        ("D06", 5, 2890, 8360, 310, 3940), ("D07", 4, 2210, 8830, 96, 6170), ("D08", 4, 2415, 8120, 188, 5260), ("D09", 4, 2302, 7940, 142, 3690),
        ("D10", 3, 1690, 8700, 71, 5820), ("D11", 3, 1544, 8410, 64, 4750), ("D12", 3, 1478, 7820, 88, 5390), ("D13", 3, 1365, 8390, 52, 5960),
        ("D14", 2, 905, 7680, 33, 4210), ("D15", 2, 812, 8290, 28, 5040),
    ];

    private readonly List<(int Officers, bool IsMoney, long Total, long Enforceable, long Settled)> _of2020 = [];

    public void Fill(SampleSet set)
    {
        foreach (var d in Districts)
        {
            Add(set, d.Code, d.Officers, isMoney: false, (long)d.Matters * random.Between(985, 1015) / 1000, d.RateOfMatters + random.Between(-15, 15));
            Add(set, d.Code, d.Officers, isMoney: true, d.Money * random.Between(985_000_000L, 1_015_000_000L), d.RateOfMoney + random.Between(-15, 15));
        }
    }

    /// <summary>Throws unless the founding district is fifth by each rate and first by caseload, and the province reaches 80 and 38 percent.</summary>
    public void Assert(SampleTally.Cells matters, SampleTally.Cells money, int officers)
    {
        var ofMatters = _of2020.Where(row => !row.IsMoney).ToList();
        var ofMoney = _of2020.Where(row => row.IsMoney).ToList();
        var isSo = ofMatters.Count(row => Money.Rate(row.Settled, row.Enforceable) > Money.Rate(matters.Settled, matters.Enforceable)) == 4
            && ofMoney.Count(row => Money.Rate(row.Settled, row.Enforceable) > Money.Rate(money.Settled, money.Enforceable)) == 4
            && ofMatters.TrueForAll(row => row.Total < matters.Total && row.Total * officers < matters.Total * row.Officers)
            && Money.Rate(ofMatters.Sum(row => row.Settled) + matters.Settled, ofMatters.Sum(row => row.Enforceable) + matters.Enforceable) > 80
            && Money.Rate(ofMoney.Sum(row => row.Settled) + money.Settled, ofMoney.Sum(row => row.Enforceable) + money.Enforceable) > 38;
        if (!isSo)
        {
            throw new InvalidOperationException("The figures of the other districts do not put the founding district where it was.");
        }
    }

    private void Add(SampleSet set, string unit, int officers, bool isMoney, long total, int rate)
    {
        var enforceable = total * (isMoney ? random.Between(53, 57) : random.Between(76, 78)) / 100;
        var settled = enforceable * rate / 10_000;
        var carried = total * (isMoney ? 58 : 38) / 100;
        var settledBefore = settled * random.Between(88, 93) / 100;
        var enforceableBefore = settledBefore * 10_000 / (rate - random.Between(550, 900));
        var measure = isMoney ? "money" : "matters";
        var separate = total * random.Between(14, 19) / 100;

        // 2019 ends with what 2020 began with and what went to the separate book meanwhile.
        var toSeparate = total * 3 / 100;
        var carriedOver = carried + toSeparate;
        var before = Parts(total * 96 / 100);
        var due = settledBefore + carriedOver;
        var totalBefore = due + before.Sum();
        var carriedBefore = totalBefore * (isMoney ? 57 : 39) / 100;
        var rateBefore = Money.Rate(settledBefore, enforceableBefore)!.Value;
        var target = isMoney ? TargetOfMoney2019 : TargetOfMatters2019;
        set.Figures.Add(
        [
            $"{unit}-2019-{measure}", unit, 2019, 12, "08-2015", measure,
            totalBefore, carriedBefore, totalBefore - carriedBefore, before[0], before[1], before[2], null, due, enforceableBefore, due - enforceableBefore, null, settledBefore, rateBefore, target, rateBefore - target, null, null, null, null,
            carriedOver, enforceableBefore - settledBefore, null, null, officers, separate - toSeparate,
        ]);

        var parts = Parts(total);
        due = total - parts.Sum();
        var postponed = total * random.Between(6, 14) / 1000;
        var rateNow = Money.Rate(settled, enforceable)!.Value;
        target = isMoney ? 38m : 80m;
        set.Figures.Add(
        [
            $"{unit}-2020-{measure}", unit, 2020, 12, "06-2019", measure,
            total, carried, total - carried, parts[0], parts[1], parts[2], null, due, enforceable, due - enforceable - postponed, postponed, settled,
            rateNow, target, rateNow - target, rateBefore, rateNow - rateBefore, settledBefore, settled - settledBefore,
            due - settled, enforceable - settled, null, null, officers, separate,
        ]);
        _of2020.Add((officers, isMoney, total, enforceable, settled));
    }

    /// <summary>Delegated, withdrawn, pulled up.</summary>
    private long[] Parts(long total) => [total * random.Between(9, 14) / 1000, total * random.Between(5, 8) / 1000, total * random.Between(0, 2) / 1000];
}
