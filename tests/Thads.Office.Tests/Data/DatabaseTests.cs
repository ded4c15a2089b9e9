using Thads.Office.Data;

namespace Thads.Office.Tests.Data;

public sealed class DatabaseTests
{
    [Theory]
    [InlineData("Host=")]
    [InlineData("Host=somewhere;NoSuchWord=1")]
    [InlineData("")]
    public void A_text_that_is_neither_a_path_nor_a_connection_string_opens_nothing(string text) =>
        Assert.Equal("db.bad", Assert.Throws<RefusedException>(() => Database.At(text)).Refusal.Code);

    [Fact]
    public async Task A_password_is_never_part_of_the_name_that_people_are_told()
    {
        await using var database = Database.At("Host=somewhere;Database=books;Username=me;Password=secret");

        Assert.Equal("somewhere:5432/books", database.Name);
    }
}
