namespace Thads.Office.Exchange.Samples;

/// <summary>Dockets matters in the shares in which a district of a southern province sees them.</summary>
internal sealed class Intake(SampleRandom random)
{
    // Per mille of all matters.
    private static readonly (int Weight, Func<Intake, DateOnly, SampleMatter> Make)[] Shares =
    [
        (165, (i, on) => i.ExOfficio(on, "civil", hardness: 18, i.CourtFee(on, pricedPercent: 45, mostMillions: 24))),
        (140, (i, on) => i.PrivateDebt(on)),
        (22, (i, on) => i.BankDebt(on, "civil", i.Millions(40, 600), Reserve.None)),
        (150, (i, on) => i.ExOfficio(on, "family", hardness: 10, i.CourtFee(on, pricedPercent: 12, mostMillions: 12))),
        (60, (i, on) => i.FamilyDuty(on)),
        (290, (i, on) => i.Sentence(on)),
        (55, (i, on) => i.OnRequest(on, "criminal", hardness: 70, new SampleLine(1, "compensation", i.Millions(3, 110)))),
        (30, (i, on) => i.ExOfficio(on, "commercial", hardness: 35, i.CourtFee(on, pricedPercent: 95, mostMillions: 80))),
        (26, (i, on) => i.OnRequest(on, "commercial", hardness: 55, new SampleLine(1, "debt", i.Millions(20, 500)))),
        (16, (i, on) => i.BankDebt(on, "commercial", i.Millions(100, 1_200), Reserve.None)),
        (2, (i, on) => i.BankDebt(on, "commercial", i.Millions(1_000, 5_000), Reserve.None)),
        (8, (i, on) => i.ExOfficio(on, "labour", hardness: 20, i.CourtFee(on, pricedPercent: 30, mostMillions: 6))),
        (10, (i, on) => i.OnRequest(on, "labour", hardness: 50, new SampleLine(1, "wage", i.Millions(4, 70)))),
        (9, (i, on) => i.ExOfficio(on, "administrative", hardness: 8, i.CourtFee(on, pricedPercent: 0, mostMillions: 1))),
        (2, (i, on) => i.ExOfficio(on, "bankruptcy", hardness: 90, new SampleLine(1, "other", i.Millions(40, 700)))),
        (3, (i, on) => i.OnRequest(on, "arbitration", hardness: 60, new SampleLine(1, "debt", i.Millions(60, 800)))),
        (14, (i, on) => i.ExOfficio(on, "other", hardness: 15, new SampleLine(1, "return_money", i.Thousands(200, 30_000)))),
    ];

    private static readonly int[] Weights = [.. Shares.Select(share => share.Weight)];

    public SampleMatter Any(DateOnly on) => Shares[random.Weighted(Weights)].Make(this, on);

    /// <summary>A debt to a bank; the amount of a reserved one is set later.</summary>
    public SampleMatter BankDebt(DateOnly on, string type, long amount, Reserve reserve) => new()
    {
        DecidedOn = on,
        Type = type,
        IsOnRequest = true,
        IsBank = true,
        Hardness = 75,
        Reserve = reserve,
        Lines = reserve == Reserve.None && random.Chance(25)
            ? [new(1, "debt", amount), new(2, "debt", amount / random.Between(4, 9))]
            : [new(1, "debt", amount)],
    };

    private SampleMatter ExOfficio(DateOnly on, string type, int hardness, params SampleLine[] lines) => new()
    {
        DecidedOn = on,
        Type = type,
        IsOnRequest = false,
        IsByDelegation = random.Chance(2),
        Hardness = hardness,
        Lines = lines,
    };

    private SampleMatter OnRequest(DateOnly on, string type, int hardness, params SampleLine[] lines) => new()
    {
        DecidedOn = on,
        Type = type,
        IsOnRequest = true,
        IsByDelegation = random.Chance(3),
        Hardness = hardness,
        Lines = lines,
    };

    private SampleMatter PrivateDebt(DateOnly on) => random.Below(20) switch
    {
        0 => OnRequest(on, "civil", hardness: 50, new SampleLine(1, "return_property", 0)),
        1 => OnRequest(on, "civil", hardness: 50, new SampleLine(1, "act", 0), new SampleLine(2, "debt", Millions(5, 60))),
        2 => OnRequest(on, "civil", hardness: 60, new SampleLine(1, "return_property", Millions(20, 250))),
        < 6 => OnRequest(on, "civil", hardness: 60, new SampleLine(1, "compensation", Millions(3, 80))),
        _ => OnRequest(on, "civil", hardness: 50, new SampleLine(1, "debt", Millions(4, 160))),
    };

    private SampleMatter FamilyDuty(DateOnly on) => random.Below(10) switch
    {
        0 => OnRequest(on, "family", hardness: 40, new SampleLine(1, "act", 0)),
        < 3 => OnRequest(on, "family", hardness: 45, new SampleLine(1, "debt", Millions(10, 200))),
        _ => OnRequest(on, "family", hardness: 45, new SampleLine(1, "maintenance", Thousands(3_000, 40_000))),
    };

    /// <summary>What a criminal judgment leaves to be enforced ex officio.</summary>
    private SampleMatter Sentence(DateOnly on)
    {
        var fee = CourtFee(on, pricedPercent: 8, mostMillions: 9);
        return random.Below(100) switch
        {
            < 2 => Corruption(on, fee),
            < 45 => ExOfficio(on, "criminal", hardness: 25, fee),
            < 62 => ExOfficio(on, "criminal", hardness: 60, fee, new SampleLine(2, "fine", 1_000_000L * random.Between(3, 30))),
            < 80 => ExOfficio(on, "criminal", hardness: 65, fee, new SampleLine(2, "disgorgement", Thousands(500, 24_000))),
            < 88 => ExOfficio(on, "criminal", hardness: 30, fee, new SampleLine(2, "confiscation", Thousands(100, 9_000))),
            < 94 => ExOfficio(on, "criminal", hardness: 20, new SampleLine(1, "return_property", 0)),
            _ => ExOfficio(
                on,
                "criminal",
                hardness: 75,
                fee,
                new SampleLine(2, "fine", 1_000_000L * random.Between(5, 40)),
                new SampleLine(3, "disgorgement", Thousands(1_000, 40_000))),
        };
    }

    private SampleMatter Corruption(DateOnly on, SampleLine fee) => new()
    {
        DecidedOn = on,
        Type = "criminal",
        IsOnRequest = false,
        IsCorruption = true,
        Hardness = 85,
        Lines = [fee, new(2, "disgorgement", Millions(80, 900))],
    };

    /// <summary>200.000 đ until 2016, 300.000 đ from 2017 where the dispute has no price; else a share of it.</summary>
    private SampleLine CourtFee(DateOnly on, int pricedPercent, int mostMillions) =>
        new(1, "court_fee", random.Chance(pricedPercent) ? Thousands(400, mostMillions * 1000) : on.Year < 2017 ? 200_000 : 300_000);

    /// <summary>Small amounts more often than large ones: the smaller of two draws.</summary>
    private long Thousands(int least, int most) => 1000L * Math.Min(random.Between(least, most), random.Between(least, most));

    private long Millions(int least, int most) => Thousands(least * 1000, most * 1000);
}
