using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Transition;

/// <summary>Open point RG-OP1: which length has a limit that was running when the new law began?</summary>
public enum RunningLimit
{
    /// <summary>That of the law of the day on which it started: the default, by the idea of RG-06.</summary>
    FixedAtStart = 1,

    LawOfTheDay = 2,
}

/// <summary>Open point RG-OP2: do decisions “chưa có điều kiện” of the old law start the two years of the returned request?</summary>
public enum ReturnClock
{
    /// <summary>Not by themselves: a list is proposed and a person decides. The default.</summary>
    PersonDecides = 1,

    OldDecisionsCount = 2,
}

/// <summary>What an office decided on the two open points.</summary>
public sealed record TransitionSettings(RunningLimit RunningLimit = RunningLimit.FixedAtStart, ReturnClock ReturnClock = ReturnClock.PersonDecides);

/// <summary>A rule of transition from the law of 2008 to that of 2025 (RG-01…RG-11; `Tables/transition-rules.csv`).</summary>
/// <param name="About">What it decides: step, complaint, debtor-fee…</param>
public sealed record TransitionRule(string Code, string About, Said Name)
{
    public static readonly LawTable<TransitionRule> Table = new("transition-rules", ["code", "about", "name_vi", "name_en"], ["code"], row => new(row.Text("code"), row.Text("about"), row.Words("name")))
    {
        Title = new("Điều khoản chuyển tiếp", "Rules of transition"),
        Refuses = "transition",
        WithoutGaps = false,
    };

    /// <summary>`transition`: what is asked, on which day, and since when it was so.</summary>
    public static LawQuestion Question { get; } = new(
        "transition", new("Luật nào áp dụng", "Which law applies"),
        [
            new("about", InputKind.Choice, new("Về việc", "About"), Required: true)
            {
                Choices =
                [
                    ("step", new("Một bước của việc", "A step of a matter")), ("complaint", new("Khiếu nại, tố cáo, kháng nghị, kiến nghị", "Complaint, denunciation, protest, petition")),
                    ("protest-limit", new("Thời hạn kháng nghị", "Time limit of a protest")), ("running-limit", new("Thời hạn đang chạy", "A running limit")),
                    ("return-clock", new("Hạn 2 năm gửi lại yêu cầu", "The two years of the returned request")), ("debtor-fee", new("Phí khi người phải thi hành án yêu cầu", "Fee where the debtor requested")),
                    ("digital-clauses", new("Văn bản điện tử, dữ liệu", "Electronic documents, data")), ("digital-procedures", new("Thủ tục số", "Digital procedures")),
                    ("done", new("Bước đã làm", "A step already done")), ("private-office", new("Đổi thẻ, tên văn phòng", "Card and name of a private office")),
                ],
            },
            new("on", InputKind.Day, new("Ngày của bước", "Day of the step"), Required: true),
            new("started_on", InputKind.Day, new("Ngày bắt đầu (thụ lý, thời hạn, quyết định, công bố)", "Since when (docketed, limit, decision, announcement)")),
            new("ended_on", InputKind.Day, new("Ngày việc kết thúc", "Day the matter ended")),
            new("running_limit", InputKind.Choice, new("Điểm mở RG-OP1", "Open point RG-OP1")) { Choices = [("fixed-at-start", new("Giữ độ dài lúc bắt đầu", "As at its start")), ("law-of-the-day", new("Theo luật của ngày", "By the law of the day"))] },
            new("return_clock", InputKind.Choice, new("Điểm mở RG-OP2", "Open point RG-OP2")) { Choices = [("person-decides", new("Người quyết định", "A person decides")), ("old-decisions-count", new("Quyết định cũ được tính", "Old decisions count"))] },
        ],
        ["regime", "rule", "counts", "free"],
        (given, book) => LawOfStep.Of(
            book, given.Text("about"), given.Day("on"), given.DayOrNone("started_on"), given.DayOrNone("ended_on"),
            new(given.TextOrNone("running_limit") == "law-of-the-day" ? RunningLimit.LawOfTheDay : RunningLimit.FixedAtStart, given.TextOrNone("return_clock") == "old-decisions-count" ? ReturnClock.OldDecisionsCount : ReturnClock.PersonDecides))
            .Then<Outcome>(law => new Outcome(
                [
                    new("regime", law.Regime.Code), new("rule", law.Rule),
                    .. law.Counts is { } counts ? [new("counts", counts)] : Array.Empty<KeyValuePair<string, object>>(), .. law.IsFree is { } free ? [new("free", free)] : Array.Empty<KeyValuePair<string, object>>(),
                ],
                law)));
}
