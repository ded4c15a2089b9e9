using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Ranking.Reviews;

/// <summary>The office says what there is to say to something it was asked to review; from then on the unit above reads both.</summary>
public static class AnswerReview
{
    /// <param name="Unit">Code of the unit in whose account it stands.</param>
    /// <param name="Subject">As the list names it.</param>
    public sealed record Input(string Unit, int Year, ReviewKind Kind, string Subject, string Answer, string? IdempotencyKey = null);

    /// <exception cref="NotFoundException">`report.unit`; `review.unknown`: the list has no such thing for this person.</exception>
    /// <exception cref="RefusedException">`review.not-own`, `review.no-answer`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Report);
        var connection = await work.StartAsync(ct);
        if (await work.SameBeforeAsync("review-answered", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(input.Unit, work.Person);
        var item = (await ReadReviews.RunAsync(new(input.Unit, input.Year), work, ct)).Items.FirstOrDefault(one => one.Key == (input.Kind, unit, input.Subject))
            ?? throw new NotFoundException(new Refusal("review.unknown", input.Subject));
        RefusedException.ThrowIf(
            !May(tree, item, input.Year, work.Person) ? new Refusal("review.not-own", tree.UnitCode(unit))
            : string.IsNullOrWhiteSpace(input.Answer) ? new Refusal("review.no-answer")
            : null);

        work.Begin("review-answered", null, input.IdempotencyKey);
        await connection.RunAsync(
            """
            INSERT INTO review_answer (id, unit_id, year, kind, subject, answer, act)
            SELECT coalesce(max(id), 0) + 1, @unit, @year, @kind, @subject, @answer, @act FROM review_answer
            """, ct,
            ("unit", unit), ("year", input.Year), ("kind", Codes.CodeOf(input.Kind)), ("subject", input.Subject), ("answer", input.Answer.Trim()), ("act", await work.NumberAsync(ct)));
        var subject = string.Create(CultureInfo.InvariantCulture, $"{tree.UnitCode(unit)} {input.Year} {input.Subject}");
        await work.ChangedAsync(ct, new ActChange(subject, "review-answer", item.Answers is [.., var last] ? last.Answer : null, input.Answer.Trim()) { Unit = unit });
        await work.FinishAsync(ct);
    }

    /// <summary>Whether the person belongs to the office and draws up its reports.</summary>
    public static bool May(UnitTree tree, ReviewItem item, int year, Person person) => person.MayIn(item.Unit, Permissions.Report) && RankedYear.IsOwn(tree, item.Unit, year, person);
}
