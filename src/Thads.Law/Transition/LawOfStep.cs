using Thads.Law.Tables;

namespace Thads.Law.Transition;

/// <summary>Which law governs something, and by which rule of transition.</summary>
/// <param name="Rule">RG-01…RG-11, or RG-OP1, RG-OP2 where the law is silent and a setting decides.</param>
/// <param name="Row">Null for the open points: nothing written decides them.</param>
public sealed record LawOfStep(string Rule, Regime Regime, DateOnly On, LawRow? Row) : IExplained
{
    /// <summary>Whether a decision counts for the two years of the returned request; null where that was not asked.</summary>
    public bool? Counts { get; init; }

    /// <summary>Whether the debtor who requested enforcement is free of the fee; null where that was not asked.</summary>
    public bool? IsFree { get; init; }

    /// <summary>The law of a step: that of its day, whatever the matter began under (RG-01, RG-05). The other questions are the exceptions to it.</summary>
    /// <param name="about">`step`, `complaint`, `protest-limit`, `running-limit`, `return-clock`, `debtor-fee`, `digital-clauses`, `digital-procedures`, `done`, `private-office`.</param>
    /// <param name="startedOn">When the matter was docketed, the limit began, the decision was issued, or the ministry announced.</param>
    /// <returns>Refused with `transition.unknown`, `transition.not-covered`, `input.missing`.</returns>
    public static Answer<LawOfStep> Of(LawBook book, string about, DateOnly on, DateOnly? startedOn, DateOnly? endedOn, TransitionSettings settings)
    {
        var begins = LegalRegime.Of(Regime.New, book).From;
        var isNew = on >= begins;
        return about switch
        {
            "step" => Plain(book, on, startedOn < begins),
            "complaint" when isNew && endedOn < begins => By(book, "RG-03", Regime.Old, on),
            "complaint" => Plain(book, on, isRunning: isNew),
            "protest-limit" when isNew && endedOn < begins => By(book, "RG-04", Regime.New, on),
            "protest-limit" => Plain(book, on, isRunning: isNew),
            "running-limit" when startedOn is null => Missing(),
            "running-limit" when isNew && startedOn < begins => new LawOfStep("RG-OP1", settings.RunningLimit == RunningLimit.FixedAtStart ? Regime.Old : Regime.New, on, null),
            "running-limit" => Plain(book, on, isRunning: false),
            "return-clock" when startedOn is null => Missing(),
            "return-clock" when startedOn < begins => new LawOfStep("RG-OP2", LegalRegime.OfDay(on, book), on, null) { Counts = isNew && settings.ReturnClock == ReturnClock.OldDecisionsCount },
            "return-clock" => By(book, "RG-05", LegalRegime.OfDay(on, book), on).Then<LawOfStep>(law => law with { Counts = isNew }),
            "debtor-fee" when startedOn is null => Missing(),
            "debtor-fee" when startedOn < begins => By(book, "RG-10", LegalRegime.OfDay(on, book), on).Then<LawOfStep>(law => law with { IsFree = true }),
            "debtor-fee" => Plain(book, on, isRunning: false).Then<LawOfStep>(law => law with { IsFree = false }),
            "digital-clauses" => By(book, "RG-01a", on >= First(book, "RG-01a").Row.From ? Regime.New : Regime.Old, on),
            "digital-procedures" => By(book, "RG-11", isNew && startedOn <= on ? Regime.New : Regime.Old, on),
            "done" => By(book, "RG-06", LegalRegime.OfDay(on, book), on),
            "private-office" => book.On(TransitionRule.Table, "RG-07", on).Then<LawOfStep>(rule => new LawOfStep("RG-07", Regime.New, on, rule.Row)),
            _ => TransitionRule.Table.Unknown(about),
        };
    }

    public IReadOnlyList<DerivationLine> Lines() =>
    [
        Row is { } row ? new(new($"{Rule}: {row.Cells["name_vi"]}.", $"{Rule}: {row.Cells["name_en"]}."), null, row)
            : new(new($"{Rule}: luật không nói; theo lựa chọn của văn phòng.", $"{Rule}: the law is silent; as the office decided.")),
        .. Counts is { } counts ? [new DerivationLine(counts ? new("Quyết định được tính cho hạn 2 năm.", "The decision counts for the two years.") : new("Quyết định không tự tính: đưa vào danh sách để người có thẩm quyền quyết định.", "The decision does not count by itself: it goes onto a list that a person decides."))] : Array.Empty<DerivationLine>(),
        .. IsFree is { } free ? [new DerivationLine(free ? new("Người phải thi hành án không chịu phí.", "The debtor bears no fee.") : new("Bên yêu cầu chịu phí theo luật của ngày.", "The party who requested bears the fee by the law of the day."))] : Array.Empty<DerivationLine>(),
        new(new($"Ngày {Said.Day(On)}: áp dụng {Regime.In().Vi}.", $"On {Said.Day(On)}: {Regime.In().En} applies.")),
    ];

    public IReadOnlyList<LawRow> Rests() => Row is { } row ? [row] : [];

    private static Answer<LawOfStep> Plain(LawBook book, DateOnly on, bool isRunning)
    {
        var regime = LegalRegime.OfDay(on, book);
        return By(book, regime == Regime.New && isRunning ? "RG-05" : "RG-01", regime, on);
    }

    private static Answer<LawOfStep> By(LawBook book, string code, Regime regime, DateOnly on) => new LawOfStep(code, regime, on, First(book, code).Row);

    private static Dated<TransitionRule> First(LawBook book, string code) => book.Of(TransitionRule.Table, code).First();

    private static LawRefusal Missing() => new("input.missing", new("Thiếu ngày bắt đầu.", "The first day is missing."));
}
