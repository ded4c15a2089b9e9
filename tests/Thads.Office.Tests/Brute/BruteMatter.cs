using Thads.Office.Watch.SecondComputation;

namespace Thads.Office.Tests.Brute;

/// <summary>One matter of an exchange set, lived through by the second computation, with what would be refused of it.</summary>
internal sealed class BruteMatter(MatterRow matter, IEnumerable<ObligationRow> obligations)
{
    private readonly LivedMatter life = new(BruteForms.Counted(matter, obligations, []));

    public static IReadOnlyList<string> ClosedStates => LivedMatter.ClosedStates;

    public CountedAccount Account => life.Account;

    public string State => life.State;

    public IReadOnlyList<LivedMatter.Line> Lines => life.Lines;

    public static bool IsOpen(string state) => LivedMatter.IsOpen(state);

    public static bool IsLive(string state) => LivedMatter.IsLive(state);

    public static int YearOf(DateOnly day) => LivedMatter.YearOf(day);

    public static bool Spans(DateOnly? from, DateOnly day, DateOnly? to) => (from is null || from <= day) && (to is null || day <= to);

    /// <summary>Lets the step have what effect it can: none where it lacks what it builds on.</summary>
    public void Take(StepRow step) => life.Take(BruteForms.Counted(step));

    /// <summary>Why the step would be refused now (known today); null if it is sound. Dates of knowing are not looked at.</summary>
    public string? WhyNot(StepRow step, IEnumerable<OfficerRow> officers)
    {
        if (step.On < matter.DecidedOn)
        {
            return "before the matter";
        }

        if (step.Step is "collected" or "reduced" or "increased" ? step.Amount is not > 0 : step.Amount is not null)
        {
            return "amount";
        }

        var told = BruteForms.Counted(step);
        if (step.Step is "reassigned" or "transferred")
        {
            var to = life.Destination(told);
            return step.Line.Length > 0 || (step.ToUnit.Length > 0) != (step.Step == "transferred") ? "form"
                : to == Account ? "already there"
                : !officers.Any(o => o.Code == to.Officer && o.Unit == to.Unit && Spans(o.ValidFrom, step.On, o.ValidTo)) ? "no such officer that day"
                : null;
        }

        return step.ToUnit.Length > 0 || step.ToOfficer.Length > 0 ? "form"
            : !life.LinesOf(told).Any(line => life.Applies(line, told)) ? "applies to no line"
            : step.Step is "collected" or "reduced" && step.Amount > life.LinesOf(told).Single().Remainder ? "more than is open"
            : null;
    }
}
