using Thads.Office.Exchange;

namespace Thads.Office.Tests.Exchange;

public sealed class ReconciledUnitTests
{
    [Theory]
    [InlineData(5, 0, 5, true)]     // into empty books: what is in the files
    [InlineData(5, 0, 4, false)]
    [InlineData(5, 0, 6, false)]
    [InlineData(5, 5, 5, true)]     // all was there
    [InlineData(5, 3, 8, true)]     // nothing was there of these
    [InlineData(5, 3, 9, false)]
    [InlineData(5, 3, 4, false)]    // some of the files is missing
    [InlineData(2, 9, 8, false)]    // some of the books is gone
    public void Files_and_books_agree_when_all_of_both_is_there_and_no_more(long files, long before, long books, bool agrees)
    {
        Assert.Equal(agrees, Unit(n => new UnitTally { Matters = n }).Agrees);
        Assert.Equal(agrees, Unit(n => new UnitTally { Lines = n }).Agrees);
        Assert.Equal(agrees, Unit(n => new UnitTally { Steps = n }).Agrees);
        Assert.Equal(agrees, Unit(n => new UnitTally { Money = n }).Agrees);

        ReconciledUnit Unit(Func<long, UnitTally> tally) => new("D1", "Huyện Một", tally(files), tally(before), tally(books));
    }
}
