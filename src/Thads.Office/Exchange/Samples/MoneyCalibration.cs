using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>
/// Makes the sums of đồng exact. Each kind of reserved bank debt moves one wanted sum and, of the others, only those
/// that are settled after it: settled 2019, enforceable 2019, settled 2020, enforceable 2020, total 2020.
/// </summary>
internal static class MoneyCalibration
{
    // 2020 prints 604,74 · 330,12 · 180,74 tỷ and 54,75 %; 2019 prints 169,04 tỷ and, by the rules of then, 46,76 %.
    public const long Total2020 = 604_743_816_275;
    public const long Enforceable2020 = 330_118_642_731;
    public const long Settled2020 = 180_742_318_450;
    public const long Enforceable2019 = 361_512_406_118;
    public const long Settled2019 = 169_041_227_906;

    public static void Apply(SampleRandom random, IReadOnlyList<SampleMatter> matters)
    {
        var kinds = Enum.GetValues<Reserve>().ToDictionary(kind => kind, kind => matters.Where(m => m.Reserve == kind).ToList());
        foreach (var matter in kinds.Where(kind => kind.Key != Reserve.None).SelectMany(kind => kind.Value))
        {
            SetAmount(matter, 1);
        }

        // With 1 đồng in each reserved debt, what the others come to.
        var tally = new SampleTally(matters, _ => null);
        var before = tally.Of(2019, Measure.Money);
        var after = tally.Of(2020, Measure.Money);
        var unsettled2019 = Enforceable2019 - Settled2019 - (before.EnforceableBefore2020 - before.Settled);
        Spread(Reserve.Settled2019, Settled2019 - before.Settled);
        Spread(Reserve.Enforceable2019, unsettled2019);
        Spread(Reserve.Settled2020, Settled2020 - after.Settled);
        Spread(Reserve.Enforceable2020, Enforceable2020 - Settled2020 - (after.Enforceable - after.Settled));
        Spread(Reserve.Total2020, Total2020 - Enforceable2020 - (after.Total - after.Enforceable) - unsettled2019);

        void Spread(Reserve kind, long missing)
        {
            var some = kinds[kind];
            if (missing / some.Count is < 300_000_000 or > 25_000_000_000)
            {
                throw new InvalidOperationException($"{missing} đồng for {some.Count} debts of {kind} is not lifelike.");
            }

            var parts = random.Split(missing + some.Count, some.Count);
            for (var i = 0; i < some.Count; i++)
            {
                SetAmount(some[i], parts[i]);
            }
        }
    }

    private static void SetAmount(SampleMatter matter, long amount)
    {
        matter.Lines[0].Amount = amount;
        if (matter.Steps.SingleOrDefault(step => step.Step == "collected") is { } collected)
        {
            collected.Amount = amount;
        }
    }
}
