using Thads.Office.Finding;

namespace Thads.Office.Tests.Finding;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Nguyễn Thị Bưởi", "nguyen thi buoi")]
    [InlineData("125/QĐ-CCTHADS", "125 qd ccthads")]
    [InlineData("079 080 001 234", "079080001234")] // an identity card, however set apart
    [InlineData("079.080.001.234", "079080001234")]
    [InlineData("12 34", "12 34")] // too short to be one number
    [InlineData("'; DROP TABLE matter; --", "drop table matter")]
    public void What_is_typed_becomes_words(string typed, string words) => Assert.Equal(words, SearchWords.Of(typed)!.Phrase);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("/-'\"*")]
    public void Where_there_is_no_word_nothing_is_looked_for(string? typed) => Assert.Null(SearchWords.Of(typed));

    [Fact]
    public void Only_the_last_word_may_be_the_beginning_of_another()
    {
        var words = SearchWords.Of("Nguyễn Bư")!;

        Assert.Equal("\"nguyen\" AND \"bu\"*", words.ForSqlite);
        Assert.Equal("'nguyen' & 'bu':*", words.ForPostgres);
        Assert.True(words.HasMarks);
        Assert.False(SearchWords.Of("nguyen bu")!.HasMarks);
    }
}
