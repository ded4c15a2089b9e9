using Thads.Office.Narrative;

namespace Thads.Office.Tests.Narrative;

public sealed class SentencesTests
{
    private static readonly FactSource Source = new(SourceKind.Derived, 2020);

    [Theory]
    [InlineData(3, "vượt 3,00 điểm %")]
    [InlineData(-3, "còn thiếu 3,00 điểm %")]
    [InlineData(0, "bằng chỉ tiêu")]
    public void A_margin_is_told_by_its_sign_and_written_without_it(int margin, string said)
    {
        var book = new FactBook();
        book.Percent("matters.target", "", 80m, Source);
        book.Points("matters.margin", "", margin, Source);

        Assert.Contains(said, Sentences.Compose("matters.target", book, NarrativeKind.Yearly)!.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_with_a_number_that_is_not_known_is_not_said_and_brackets_fall_away_alone()
    {
        var book = new FactBook();
        book.Matters("corruption.matters.total", "", 2, Source);
        Assert.Null(Sentences.Compose("corruption", book, NarrativeKind.Yearly));
        book.Money("corruption.money.total", "", 5_300_000_000, Source);
        book.Matters("corruption.matters.settled", "", 0, Source);
        book.Money("corruption.money.settled", "", 0, Source);

        Assert.Equal(
            "Số việc tham nhũng, kinh tế phải giải quyết là 2 việc với số tiền 5,3 tỷ đồng; đã giải quyết xong 0 việc, số tiền 0,0 tỷ đồng.",
            Sentences.Compose("corruption", book, NarrativeKind.Yearly)!.Text.Replace('\u00a0', ' '));
    }

    [Fact]
    public void Every_condition_and_number_of_the_outline_can_be_read()
    {
        foreach (var code in Outline.One.Sentences.Keys)
        {
            Assert.Null(Record.Exception(() => Sentences.Compose(code, new FactBook(), NarrativeKind.Monthly)));
        }

        var placed = Outline.One.Sections.SelectMany(section => section.Body).ToList();
        Assert.DoesNotContain(placed, tag => tag.Kind == Thads.Office.Documents.PlaceKind.Sentences && !Outline.One.Sentences.ContainsKey(tag.Name));
        Assert.Equal(Outline.One.Texts.Keys.Order(), placed.Where(tag => tag.Kind == Thads.Office.Documents.PlaceKind.Text).Select(tag => tag.Name).Order());
    }
}
